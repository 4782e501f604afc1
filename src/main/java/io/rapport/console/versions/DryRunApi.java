package io.rapport.console.versions;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import io.rapport.console.NotDone;
import io.rapport.console.Wording;
import io.rapport.console.versions.DryRunView.RunView;
import io.rapport.rulebook.RuleFiles;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Dry runs for scripts and the command line: what the buttons of {@link DryRunPages} do. What is refused answers 409 and why. */
@RestController
class DryRunApi {

    private final DryRunDesk desk;

    private final Wording wording;

    DryRunApi(DryRunDesk desk, Wording wording) {
        this.desk = desk;
        this.wording = wording;
    }

    /**
     * What to compare the live rules with.
     *
     * @param files path below the rules folder to text; null for a candidate that the engine has
     * @param candidate a version; null for the files in the engine's folder
     * @param asIfAgreed whether both play as if every customer had agreed to promotion by every channel; null for no
     */
    record Wanted(@Nullable Map<String, String> files, @Nullable String candidate, @Nullable Boolean asIfAgreed) {}

    @PostMapping("/api/dry-run")
    RunView start(@RequestBody Wanted wanted) {
        var asIfAgreed = Boolean.TRUE.equals(wanted.asIfAgreed());
        return run(wanted.files() == null
                ? desk.start(Objects.requireNonNullElse(wanted.candidate(), DryRunDesk.DRAFT), asIfAgreed)
                : desk.start(new RuleFiles(new TreeMap<>(wanted.files())), asIfAgreed));
    }

    @PostMapping("/api/dry-run/" + DryRunPages.ID + "/cancel")
    RunView cancel(@PathVariable String id) {
        desk.cancel(id);
        return run(id);
    }

    @PostMapping("/api/dry-run/" + DryRunPages.ID + "/resume")
    RunView resume(@PathVariable String id) {
        desk.resume(id);
        return run(id);
    }

    @ExceptionHandler
    @ResponseStatus(HttpStatus.CONFLICT)
    Map<String, String> notDone(NotDone why) {
        return Map.of("error", why.in(wording));
    }

    private RunView run(String id) {
        return Objects.requireNonNull(desk.one(id), "it was just begun or ended").run();
    }
}
