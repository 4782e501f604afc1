package io.rapport.console.work;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import io.rapport.console.ConsoleSettings;
import io.rapport.console.Listing;
import io.rapport.console.Listing.Asked;
import io.rapport.console.NotDone;
import io.rapport.console.Wording;
import io.rapport.engine.Replay;
import io.rapport.intake.Quarantine;
import io.rapport.intake.Quarantined;
import io.rapport.intake.QueueUnavailable;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;

/** What could not be understood: look at it, download it, mend it, play it again. */
@Controller
public class QuarantinePages {

    private final Quarantine quarantine;

    private final Replay replay;

    private final ConsoleSettings settings;

    private final Wording wording;

    QuarantinePages(Quarantine quarantine, Replay replay, ConsoleSettings settings, Wording wording) {
        this.quarantine = quarantine;
        this.replay = replay;
        this.settings = settings;
        this.wording = wording;
    }

    @GetMapping("/quarantine")
    String page(Asked asked, Model model) {
        model.addAttribute("list", list(asked));
        return "quarantine";
    }

    @GetMapping("/api/quarantine")
    @ResponseBody
    Listing<QuarantineView> list(Asked asked) {
        return Listing.paged(asked, settings.rows(), (page, size) -> quarantine.list(status(asked), page, size))
                .map(one -> QuarantineView.of(one, quarantine, wording));
    }

    /** All of them, unless one status is asked for. */
    private static Quarantined.@Nullable Status status(Asked asked) {
        return Arrays.stream(Quarantined.Status.values())
                .filter(status -> status.name().equalsIgnoreCase(asked.search())).findFirst().orElse(null);
    }

    /** Always a download, never shown: the bytes are a stranger's. */
    @GetMapping("/quarantine/{id}/raw")
    ResponseEntity<byte[]> raw(@PathVariable String id) {
        var bytes = quarantine.raw(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var attachment = ContentDisposition.attachment().filename("quarantine-" + id + ".bin").build();
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment.toString()).body(bytes);
    }

    @PostMapping("/quarantine/{id}/replayed")
    String replayed(@PathVariable String id, @RequestParam(required = false) @Nullable String mended) {
        try {
            replay.play(id, mended == null ? null : unixLines(mended).getBytes(StandardCharsets.UTF_8));
        } catch (Replay.StillRefused | QueueUnavailable why) {
            throw new NotDone("failed.replay", why, wording.reason(String.valueOf(why.getMessage())));
        }
        return "redirect:/quarantine?done=replayed";
    }

    @PostMapping("/quarantine/{id}/discarded")
    String discarded(@PathVariable String id) {
        quarantine.discard(id);
        return "redirect:/quarantine?done=discarded";
    }

    /** A browser sends every line of a text with a carriage return. */
    private static String unixLines(String text) {
        return text.replace("\r\n", "\n");
    }
}
