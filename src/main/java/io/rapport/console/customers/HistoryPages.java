package io.rapport.console.customers;

import io.rapport.console.Wording;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;

/** How one customer came to be what he is: figures by month, and every change of what was concluded. */
@Controller
public class HistoryPages {

    private final Histories histories;

    private final Wording wording;

    HistoryPages(Histories histories, Wording wording) {
        this.histories = histories;
        this.wording = wording;
    }

    @GetMapping("/customers/{id:[0-9]{1,18}}/history")
    String page(@PathVariable long id, Model model) {
        var view = json(id);
        model.addAttribute("view", view);
        model.addAttribute("person", view.name().isEmpty() ? wording.of("customer.number", id) : view.name());
        return "history";
    }

    @GetMapping("/api/customers/{id:[0-9]{1,18}}/history")
    @ResponseBody
    HistoryView json(@PathVariable long id) {
        var view = histories.of(id);
        if (view == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return view;
    }
}
