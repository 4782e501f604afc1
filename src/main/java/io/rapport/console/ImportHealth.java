package io.rapport.console;

import java.util.stream.Collectors;

import io.rapport.engine.HistoryImport;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/** Always up, since an unfinished import keeps nobody waiting who is not in it. Names what is left half done. */
@Component
class ImportHealth extends AbstractHealthIndicator {

    private final HistoryImport histories;

    ImportHealth(HistoryImport histories) {
        super("The imports cannot be read");
        this.histories = histories;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        builder.up().withDetail("running", histories.isRunning())
                .withDetail("waiting", histories.isWaiting())
                .withDetail("unfinished", histories.unfinished().stream()
                        .collect(Collectors.toMap(left -> left.file(), left -> left.name() + ", begun " + left.since() + ", "
                                + left.events() + " events, up to " + left.reached())));
    }
}
