package io.rapport.console.customers;

import java.time.LocalDate;

import io.rapport.console.Wording;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;

/** Any decision of the past with its reasons as they were, found by itself or by a day. */
@Controller
public class PastPages {

    private final PastDesk desk;

    private final Wording wording;

    PastPages(PastDesk desk, Wording wording) {
        this.desk = desk;
        this.wording = wording;
    }

    @GetMapping("/customers/{id:[0-9]{1,18}}/past")
    String past(@PathVariable long id, @RequestParam(required = false) @Nullable String decision,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate day, Model model) {
        var past = past(id, decision, day);
        model.addAttribute("past", past);
        model.addAttribute("person", past.name().isEmpty() ? wording.of("customer.number", id) : past.name());
        return "past";
    }

    @GetMapping("/api/customers/{id:[0-9]{1,18}}/past")
    @ResponseBody
    PastView past(@PathVariable long id, @RequestParam(required = false) @Nullable String decision,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate day) {
        var past = decision != null ? desk.of(id, decision) : day != null ? desk.of(id, day) : null;
        if (past == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return past;
    }
}
