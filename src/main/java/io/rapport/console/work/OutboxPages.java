package io.rapport.console.work;

import java.util.Arrays;
import java.util.List;

import io.rapport.action.Outbox;
import io.rapport.action.OutboxMessage;
import io.rapport.console.ConsoleSettings;
import io.rapport.console.Listing;
import io.rapport.console.Listing.Asked;
import io.rapport.console.NotDone;
import io.rapport.console.TodayView.Count;
import io.rapport.console.Wording;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;

/** The outbox, which is also the local mailbox while no mail server is set. */
@Controller
public class OutboxPages {

    private final Outbox outbox;

    private final Sending sending;

    private final ConsoleSettings settings;

    private final Wording wording;

    private final boolean local;

    OutboxPages(
            Outbox outbox,
            Sending sending,
            ConsoleSettings settings,
            Wording wording,
            @Value("${spring.mail.host:}") String mailServer) {
        this.outbox = outbox;
        this.sending = sending;
        this.settings = settings;
        this.wording = wording;
        this.local = mailServer.isBlank();
    }

    @GetMapping("/outbox")
    String page(Asked asked, Model model) {
        model.addAttribute("list", list(asked));
        model.addAttribute("counts", counts());
        model.addAttribute("switches", sending.switches());
        model.addAttribute("local", local);
        return "outbox";
    }

    @GetMapping("/api/outbox")
    @ResponseBody
    Listing<MessageView> list(Asked asked) {
        var status = status(asked.search());
        return Listing.paged(asked, settings.rows(), (page, size) -> rows(status, page, size))
                .map(message -> MessageView.of(message, wording));
    }

    @GetMapping("/outbox/{id}")
    String message(@PathVariable String id, Model model) {
        model.addAttribute("message", one(id));
        return "message";
    }

    @GetMapping("/api/outbox/{id}")
    @ResponseBody
    MessageView one(@PathVariable String id) {
        var message = outbox.find(id);
        if (message == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return MessageView.of(message, wording);
    }

    @PostMapping("/outbox/{id}/recalled")
    String recall(@PathVariable String id) {
        if (!outbox.recall(id, Sending.WHO)) {
            throw new NotDone("failed.recall", null);
        }
        return "redirect:/outbox?done=recalled";
    }

    private List<OutboxMessage> rows(OutboxMessage.@Nullable Status status, int page, int size) {
        return status == null ? outbox.latest(page, size) : outbox.list(status, page, size);
    }

    private List<Count> counts() {
        return outbox.counts().entrySet().stream()
                .map(entry -> new Count(entry.getKey().word(), entry.getValue())).toList();
    }

    private static OutboxMessage.@Nullable Status status(String word) {
        return Arrays.stream(OutboxMessage.Status.values()).filter(status -> status.word().equals(word)).findFirst()
                .orElse(null);
    }
}
