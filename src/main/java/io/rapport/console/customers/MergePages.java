package io.rapport.console.customers;

import io.rapport.console.NotDone;
import io.rapport.console.work.Sending;
import io.rapport.engine.Merging;
import io.rapport.facts.Identity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Two numbers that turn out to be one person become one, and apart again. */
@Controller
class MergePages {

    private final Merging merging;

    MergePages(Merging merging) {
        this.merging = merging;
    }

    @PostMapping("/customers/{id:[0-9]{1,18}}/merged")
    String merged(@PathVariable long id, @RequestParam long from) {
        try {
            merging.merge(id, from);
        } catch (IllegalArgumentException refused) {
            throw new NotDone("failed.merge", refused);
        }
        return "redirect:/customers/" + id + "?done=merged";
    }

    /** Whoever is known by it is somebody else: what an event joined is undone like a merge. */
    @PostMapping("/customers/{id:[0-9]{1,18}}/identities/parted")
    String parted(@PathVariable long id, @RequestParam String identity, @RequestParam(defaultValue = "") String who) {
        try {
            merging.part(Identity.ofKey(identity), who.isBlank() ? Sending.WHO : who.strip());
        } catch (IllegalArgumentException refused) {
            throw new NotDone("failed.identity", refused);
        }
        return "redirect:/customers/" + id + "?done=parted";
    }

    @PostMapping("/customers/{id:[0-9]{1,18}}/parted")
    String parted(@PathVariable long id) {
        try {
            merging.unmerge(id);
        } catch (IllegalArgumentException refused) {
            throw new NotDone("failed.part", refused);
        }
        return "redirect:/customers/" + id + "?done=parted";
    }
}
