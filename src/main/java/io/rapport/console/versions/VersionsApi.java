package io.rapport.console.versions;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.rapport.console.NotDone;
import io.rapport.console.Wording;
import io.rapport.console.work.Sending;
import io.rapport.policy.Features;
import io.rapport.rulebook.RuleFiles;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The versions for scripts and the command line. What is refused answers 409 with the reasons. */
@RestController
public class VersionsApi {

    private final VersionsDesk desk;

    private final Wording wording;

    VersionsApi(VersionsDesk desk, Wording wording) {
        this.desk = desk;
        this.wording = wording;
    }

    /**
     * Files to publish.
     *
     * @param files path below the rules folder to text; null for the files in the engine's folder
     * @param features path below the features folder to Gherkin; null for the examples in the engine's folder
     * @param effectiveFrom null for at once
     * @param onlyCheck whether they are only checked and kept
     */
    record Sent(@Nullable Map<String, String> files, @Nullable Map<String, String> features, @Nullable String author,
            @Nullable String note,
            @Nullable Instant effectiveFrom, @Nullable Boolean onlyCheck) {}

    /** @param from only for a date */
    record Asked(@Nullable String who, @Nullable Instant from) {

        private static final Asked NOTHING = new Asked(null, null);

        String name() {
            return who == null || who.isBlank() ? Sending.WHO : who.strip();
        }
    }

    @GetMapping("/api/versions")
    VersionsView all() {
        return desk.view();
    }

    @GetMapping("/api/versions/{version}")
    VersionView one(@PathVariable String version) {
        return desk.one(version);
    }

    @GetMapping("/api/versions/{version}/files")
    Map<String, String> files(@PathVariable String version) {
        return desk.files(version).texts();
    }

    @GetMapping("/api/versions/{version}/features")
    Map<String, String> features(@PathVariable String version) {
        return desk.features(version).texts();
    }

    @GetMapping("/api/versions/{version}/compare")
    ComparisonView comparison(@PathVariable String version, @RequestParam(defaultValue = VersionsDesk.LIVE) String with) {
        return desk.comparison(with, version);
    }

    @GetMapping("/api/problems")
    List<String> problems() {
        return desk.view().draft().problems();
    }

    @PostMapping("/api/versions")
    ResponseEntity<PublicationView> publish(@RequestBody Sent sent) {
        var files = sent.files() == null ? desk.files(VersionsDesk.DRAFT) : new RuleFiles(new TreeMap<>(sent.files()));
        var features = sent.features() == null ? desk.features(VersionsDesk.DRAFT) : new Features(new TreeMap<>(sent.features()));
        return answered(
                desk.publish(files, features, new Asked(sent.author(), null).name(), sent.note() == null ? "" : sent.note(),
                        sent.effectiveFrom(), Boolean.TRUE.equals(sent.onlyCheck())));
    }

    @PostMapping("/api/versions/{version}/{deed:publish|rollback|schedule|cancel}")
    ResponseEntity<PublicationView> change(@PathVariable String version, @PathVariable String deed,
            @RequestBody(required = false) @Nullable Asked asked) {
        var who = (asked == null ? Asked.NOTHING : asked).name();
        return answered(switch (deed) {
            case "publish" -> desk.activate(version, who);
            case "rollback" -> desk.rollback(version, who);
            case "cancel" -> desk.cancel(version, who);
            default -> desk.schedule(version, date(asked), who);
        });
    }

    @ExceptionHandler
    ResponseEntity<PublicationView> notDone(NotDone why) {
        return answered(new PublicationView("refused", null, List.of(why.in(wording))));
    }

    private static Instant date(@Nullable Asked asked) {
        if (asked == null || asked.from() == null) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "from when, as in 2026-12-01T00:00:00Z");
        }
        return asked.from();
    }

    private static ResponseEntity<PublicationView> answered(PublicationView came) {
        return ResponseEntity.status(came.refused() ? HttpStatus.CONFLICT : HttpStatus.OK).body(came);
    }
}
