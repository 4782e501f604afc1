package io.rapport.console.work;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import io.rapport.console.ConsoleSettings;
import io.rapport.console.Listing;
import io.rapport.console.Listing.Asked;
import io.rapport.console.NotDone;
import io.rapport.console.Wording;
import io.rapport.customer.CustomerFile;
import io.rapport.customer.CustomerSearch;
import io.rapport.engine.queue.ParkedEvent;
import io.rapport.engine.queue.ParkedEvent.Status;
import io.rapport.engine.queue.ParkedStreams;
import io.rapport.facts.Identity;
import io.rapport.intake.Identities;
import io.rapport.intake.Malformed;
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
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;

/** Events that could not be decided: look at them, try them again, mend them, discard them, take that back. */
@Controller
class ParkedPages {

    private static final String WHO = "console";

    private static final int LONGEST_NOTE = 500;

    /** Customers whose identities are looked for when somebody searches by a name. */
    private static final int MOST_SOUGHT = 20;

    private final ParkedStreams parked;

    private final CustomerSearch search;

    private final CustomerFile file;

    private final Identities identities;

    private final ConsoleSettings settings;

    private final Wording wording;

    ParkedPages(ParkedStreams parked, CustomerSearch search, CustomerFile file, Identities identities, ConsoleSettings settings,
            Wording wording) {
        this.parked = parked;
        this.search = search;
        this.file = file;
        this.identities = identities;
        this.settings = settings;
        this.wording = wording;
    }

    @GetMapping("/parked")
    String page(Asked asked, Model model) {
        model.addAttribute("list", list(asked));
        model.addAttribute("statuses", Arrays.stream(Status.values()).map(ParkedPages::word).toList());
        return "parked";
    }

    /** Those that wait, unless another status is asked for; else by the event's id, or by whom it is about. */
    @GetMapping("/api/parked")
    @ResponseBody
    Listing<ParkedView> list(Asked asked) {
        var sought = asked.search();
        var status = Arrays.stream(Status.values()).filter(one -> word(one).equals(sought)).findFirst();
        var text = status.isPresent() ? "" : sought;
        var whose = text.isEmpty() ? List.<Identity>of() : whose(text);
        return Listing.paged(asked, settings.rows(),
                (page, size) -> parked.list(status.orElse(Status.WAITING), text, whose, page, size))
                .map(one -> ParkedView.of(one, search, wording));
    }

    @GetMapping("/api/parked/{id}")
    @ResponseBody
    ParkedView one(@PathVariable long id) {
        return ParkedView.of(found(id), search, wording);
    }

    /** Always a download, never shown: the text is a stranger's. */
    @GetMapping("/parked/{id}/raw")
    ResponseEntity<byte[]> raw(@PathVariable long id) {
        var attachment = ContentDisposition.attachment().filename("parked-" + id + ".json").build();
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment.toString()).body(found(id).event());
    }

    @PostMapping("/parked/retried")
    String allRetried() {
        parked.retry();
        return "redirect:/parked?done=parked-retried";
    }

    @PostMapping("/parked/{id}/retried")
    String retried(@PathVariable long id) {
        retry(id);
        return "redirect:/parked?done=parked-decided";
    }

    @PostMapping("/parked/{id}/mended")
    String mended(@PathVariable long id, @RequestParam String text) {
        mend(id, text);
        return "redirect:/parked?done=parked-decided";
    }

    @PostMapping("/parked/{id}/discarded")
    String discarded(@PathVariable long id, @RequestParam String reason) {
        discard(id, reason);
        return "redirect:/parked?done=parked-discarded";
    }

    @PostMapping("/parked/{id}/restored")
    String restored(@PathVariable long id) {
        restore(id);
        return "redirect:/parked?done=parked-restored";
    }

    /** How many were decided. */
    @PostMapping("/api/parked/retry")
    @ResponseBody
    Map<String, Integer> retryAll() {
        return Map.of("decided", parked.retry());
    }

    @PostMapping("/api/parked/{id}/retry")
    @ResponseBody
    Map<String, String> retryOne(@PathVariable long id) {
        retry(id);
        return said("parked-decided");
    }

    /** @param text the whole event, CloudEvents in JSON */
    record Mended(@Nullable String text) {}

    @PostMapping("/api/parked/{id}/mend")
    @ResponseBody
    Map<String, String> mendOne(@PathVariable long id, @RequestBody Mended mended) {
        mend(id, mended.text() == null ? "" : mended.text());
        return said("parked-decided");
    }

    /** @param reason kept with the event */
    record Discarded(@Nullable String reason) {}

    @PostMapping("/api/parked/{id}/discard")
    @ResponseBody
    ParkedView discardOne(@PathVariable long id, @RequestBody Discarded discarded) {
        discard(id, discarded.reason() == null ? "" : discarded.reason());
        return one(id);
    }

    @PostMapping("/api/parked/{id}/restore")
    @ResponseBody
    Map<String, String> restoreOne(@PathVariable long id) {
        restore(id);
        return said("parked-restored");
    }

    private void retry(long id) {
        found(id);
        parked.retry(id);
        sayIfItWaits(id);
    }

    private void mend(long id, String text) {
        found(id);
        try {
            parked.mend(id, text.getBytes(StandardCharsets.UTF_8), WHO);
        } catch (Malformed refused) {
            throw new NotDone("failed.parked-mend", refused, wording.reason(refused.reason()));
        }
        sayIfItWaits(id);
    }

    private void discard(long id, String reason) {
        found(id);
        if (reason.isBlank()) {
            throw new NotDone("failed.parked-reason", null);
        }
        if (!parked.discard(id, reason.strip().substring(0, Math.min(reason.strip().length(), LONGEST_NOTE)), WHO)) {
            throw new NotDone("failed.parked-gone", null);
        }
    }

    private void restore(long id) {
        found(id);
        if (!parked.takeBack(id, WHO)) {
            throw new NotDone("failed.parked-gone", null);
        }
    }

    private void sayIfItWaits(long id) {
        parked.find(id).filter(one -> one.status() == Status.WAITING).ifPresent(still -> {
            throw new NotDone("failed.parked-waits", null, wording.reason(still.reason()));
        });
    }

    private Map<String, String> said(String done) {
        return Map.of("done", wording.word("done", done));
    }

    private ParkedEvent found(long id) {
        return parked.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** As it is written, and whoever the engine knows by that text. */
    private List<Identity> whose(String text) {
        var whose = new ArrayList<Identity>();
        Stream.of(identities.email(text), identities.phone(text), identities.account(text), identities.orderSystem(text))
                .flatMap(Optional::stream).forEach(whose::add);
        var customers = search.search(text, 0, MOST_SOUGHT).stream().map(CustomerSearch.Line::id).toList();
        file.identities(customers).values().forEach(whose::addAll);
        return whose;
    }

    private static String word(Status status) {
        return status.name().toLowerCase(java.util.Locale.ROOT);
    }
}
