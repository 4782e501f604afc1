package io.rapport.console.work;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import io.rapport.console.ConsoleSettings;
import io.rapport.console.Listing;
import io.rapport.console.Listing.Asked;
import io.rapport.console.NotDone;
import io.rapport.customer.Suppressions;
import io.rapport.facts.Address;
import io.rapport.facts.CustomerEvent;
import io.rapport.facts.EventData;
import io.rapport.facts.EventTypes;
import io.rapport.facts.Identity;
import io.rapport.intake.Digest;
import io.rapport.intake.EventQueue;
import io.rapport.intake.Identities;
import io.rapport.intake.PlainText;
import io.rapport.intake.QueueUnavailable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** The addresses that get nothing: who is on the list and why; putting one on it and taking one off, as events. */
@Controller
class SuppressionPages {

    private static final int LONGEST_REASON = 500;

    private final Suppressions suppressions;
    private final Identities identities;
    private final EventQueue queue;
    private final ConsoleSettings settings;
    private final Clock clock;

    SuppressionPages(Suppressions suppressions, Identities identities, EventQueue queue, ConsoleSettings settings, Clock clock) {
        this.suppressions = suppressions;
        this.identities = identities;
        this.queue = queue;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * One line of the list.
     *
     * @param key {@code email:anna@example.org}
     * @param cause {@code hard-bounce}, {@code soft-bounces}, {@code complaint}, {@code by-hand}
     */
    record SuppressionView(String key, String address, String cause, Instant since, String reason, String who) {

        static SuppressionView of(Suppressions.Entry entry) {
            return new SuppressionView(
                    entry.address(), Identity.ofKey(entry.address()).value(), entry.cause().word(), entry.since(), entry.reason(),
                    entry.who());
        }
    }

    @GetMapping("/suppression")
    String page(Asked asked, Model model) {
        model.addAttribute("list", list(asked));
        return "suppression";
    }

    @GetMapping("/api/suppression")
    @ResponseBody
    Listing<SuppressionView> list(Asked asked) {
        return Listing.paged(asked, settings.rows(), (page, size) -> suppressions.list(asked.search(), page, size))
                .map(SuppressionView::of);
    }

    @PostMapping("/suppression/added")
    String added(@RequestParam String address, @RequestParam(defaultValue = "") String reason) {
        tell(EventTypes.ADDRESS_SUPPRESSED, address, reason);
        return "redirect:/suppression?done=suppressed";
    }

    @PostMapping("/suppression/lifted")
    String lifted(@RequestParam String address, @RequestParam(defaultValue = "") String reason) {
        tell(EventTypes.ADDRESS_RELEASED, address, reason);
        return "redirect:/suppression?done=released";
    }

    private void tell(String type, String written, String reason) {
        var address = (written.contains("@") ? identities.email(written) : identities.phone(written))
                .orElseThrow(() -> new NotDone("failed.suppress", null));
        var now = clock.instant();
        try {
            queue.put(new CustomerEvent(
                    "suppression/" + Digest.of(type, address.key(), now.toString()), Sending.WHO, type, List.of(address), now,
                    new EventData.Suppression(
                            address.key(), Address.Cause.BY_HAND, PlainText.bounded(reason, LONGEST_REASON), Sending.WHO)));
        } catch (QueueUnavailable down) {
            throw new NotDone("failed.suppress.queue", down);
        }
    }
}
