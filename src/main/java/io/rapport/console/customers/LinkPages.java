package io.rapport.console.customers;

import java.time.Instant;
import java.util.List;

import io.rapport.console.ConsoleSettings;
import io.rapport.console.NotDone;
import io.rapport.console.work.Sending;
import io.rapport.customer.CustomerFile;
import io.rapport.customer.PendingLinks;
import io.rapport.engine.LinkDecisions;
import io.rapport.facts.EventTypes;
import io.rapport.facts.Identity;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** Who says that he is somebody whom we know: both sides beside each other, to be joined or left apart. */
@Controller
class LinkPages {

    private final PendingLinks links;
    private final LinkDecisions decisions;
    private final CustomerFile file;
    private final ConsoleSettings settings;

    LinkPages(PendingLinks links, LinkDecisions decisions, CustomerFile file, ConsoleSettings settings) {
        this.links = links;
        this.decisions = decisions;
        this.file = file;
        this.settings = settings;
    }

    /** One side as it stands. */
    record Side(long customer, String name, List<String> identities, long orders, List<String> consents) {}

    /** @param known the one who is known by it; null if nobody is */
    record Waiting(String identity, long claimed, Side claims, @Nullable Side known, String source, Instant at) {}

    @GetMapping("/links")
    String page(@RequestParam(defaultValue = "0") int page, Model model) {
        model.addAttribute("waiting", waiting(page));
        return "links";
    }

    @GetMapping("/api/links")
    @ResponseBody
    List<Waiting> waiting(@RequestParam(defaultValue = "0") int page) {
        return links.open(Math.clamp(page, 0, 1_000_000), settings.rows()).stream()
                .map(pending -> new Waiting(pending.identity().key(), pending.claimed(), side(pending.customer()),
                        pending.owner() == null ? null : side(pending.owner()), pending.source(), pending.claimedAt()))
                .toList();
    }

    @PostMapping("/links/decided")
    String decided(@RequestParam long claimed, @RequestParam String identity, @RequestParam boolean accepted,
            @RequestParam(defaultValue = "") String who) {
        var person = who.isBlank() ? Sending.WHO : who.strip();
        try {
            if (accepted) {
                decisions.accept(claimed, Identity.ofKey(identity), person);
            } else {
                decisions.refuse(claimed, Identity.ofKey(identity), person);
            }
        } catch (IllegalArgumentException refused) {
            throw new NotDone("failed.link", refused);
        }
        return "redirect:/links?done=" + (accepted ? "merged" : "leftapart");
    }

    private Side side(long customer) {
        var card = file.card(customer);
        if (card == null) {
            return new Side(customer, "", List.of(), 0, List.of());
        }
        var orders = card.memory().tallies().get(EventTypes.ORDER_PLACED);
        return new Side(customer, card.memory().traits().getOrDefault("name", ""),
                card.identities().stream().map(Identity::key).toList(), orders == null ? 0 : orders.count(),
                card.memory().consents().entrySet().stream().filter(one -> one.getValue().given())
                        .map(java.util.Map.Entry::getKey).sorted().toList());
    }
}
