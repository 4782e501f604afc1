package io.rapport.console.customers;

import io.rapport.console.NotDone;
import io.rapport.engine.Merging;
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
