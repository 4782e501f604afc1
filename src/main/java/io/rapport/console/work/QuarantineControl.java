package io.rapport.console.work;

import java.nio.charset.StandardCharsets;
import java.util.Map;

import io.rapport.console.NotDone;
import io.rapport.console.Wording;
import io.rapport.engine.Replay;
import io.rapport.intake.Quarantine;
import io.rapport.intake.QueueUnavailable;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** One quarantined message for programs: look at it, play it again as it came or mended. */
@RestController
@RequestMapping("/api/quarantine/{id}")
public class QuarantineControl {

    private final Quarantine quarantine;

    private final Replay replay;

    private final Wording wording;

    QuarantineControl(Quarantine quarantine, Replay replay, Wording wording) {
        this.quarantine = quarantine;
        this.replay = replay;
        this.wording = wording;
    }

    /** @param text what to play instead of the message as it came, null to play that */
    record Mended(@Nullable String text) {}

    @GetMapping
    QuarantineView one(@PathVariable String id) {
        var found = quarantine.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return QuarantineView.of(found, quarantine, wording);
    }

    /** Answers when the events of the message are durable. */
    @PostMapping("/replay")
    QuarantineView replay(@PathVariable String id, @RequestBody Mended mended) {
        one(id);
        try {
            replay.play(id, mended.text() == null ? null : mended.text().getBytes(StandardCharsets.UTF_8));
        } catch (Replay.StillRefused | QueueUnavailable why) {
            throw new NotDone("failed.replay", why, wording.reason(String.valueOf(why.getMessage())));
        }
        return one(id);
    }

    @ExceptionHandler
    @ResponseStatus(HttpStatus.CONFLICT)
    Map<String, String> notDone(NotDone why) {
        return Map.of("error", why.in(wording));
    }
}
