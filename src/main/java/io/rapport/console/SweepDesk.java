package io.rapport.console;

import io.rapport.engine.Contexts;
import io.rapport.engine.Sweep;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows who is decided by the live version, and who is still to be. */
@RestController
public class SweepDesk {

    private final Sweep sweep;

    private final Contexts contexts;

    SweepDesk(Sweep sweep, Contexts contexts) {
        this.sweep = sweep;
        this.contexts = contexts;
    }

    @GetMapping("/api/sweep")
    public SweepView now() {
        var version = contexts.now().rulebook().version();
        var progress = sweep.progress();
        return new SweepView(version, progress.customers(), progress.byRulebook(), progress.customers() - progress.byRulebook(),
                progress.percent(), progress.byRulebook() - progress.byBoth(), sweep.isHeldUp(), sweep.stuck());
    }
}
