package io.rapport.console.customers;

import java.util.Map;

import io.rapport.console.Wording;
import io.rapport.facts.Channel;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;

/** What if one thing were otherwise about a customer, why he is nothing else, and his decisions as scenarios. All only read. */
@Controller
public class WhatIfPages {

    private final Customers customers;

    private final WhatIfDesk desk;

    private final ScenarioDesk scenarios;

    private final Wording wording;

    WhatIfPages(Customers customers, WhatIfDesk desk, ScenarioDesk scenarios, Wording wording) {
        this.customers = customers;
        this.desk = desk;
        this.scenarios = scenarios;
        this.wording = wording;
    }

    @GetMapping("/customers/{id:[0-9]{1,18}}/whatif")
    String whatIf(@PathVariable long id, @RequestParam Map<String, String> fields, Model model) {
        var view = whatIf(id, fields);
        model.addAttribute("view", view);
        model.addAttribute("asked", fields);
        model.addAttribute("kinds", Changes.ASKED);
        model.addAttribute("channels", Channel.values());
        model.addAttribute("person", named(id, view.name()));
        return "whatif";
    }

    @GetMapping("/api/customers/{id:[0-9]{1,18}}/whatif")
    @ResponseBody
    WhatIfView whatIf(@PathVariable long id, @RequestParam Map<String, String> fields) {
        return found(desk.of(id, fields));
    }

    @GetMapping("/customers/{id:[0-9]{1,18}}/whynot/{concept}")
    String whyNot(@PathVariable long id, @PathVariable String concept, Model model) {
        var view = whyNot(id, concept);
        model.addAttribute("view", view);
        model.addAttribute("concepts", Customers.ASKABLE);
        model.addAttribute("person", named(id, view.name()));
        model.addAttribute("about", wording.concept(concept));
        return "whynot";
    }

    @GetMapping("/api/customers/{id:[0-9]{1,18}}/whynot/{concept}")
    @ResponseBody
    WhyNotValueView whyNot(@PathVariable long id, @PathVariable String concept) {
        return found(customers.whyNot(id, concept));
    }

    private String named(long id, String name) {
        return name.isEmpty() ? wording.of("customer.number", id) : name;
    }

    @GetMapping("/customers/{id:[0-9]{1,18}}/scenario")
    String scenario(@PathVariable long id, @RequestParam String decision, Model model) {
        model.addAttribute("view", scenario(id, decision));
        return "scenario";
    }

    @GetMapping("/api/customers/{id:[0-9]{1,18}}/scenario")
    @ResponseBody
    ScenarioDesk.ScenarioView scenario(@PathVariable long id, @RequestParam String decision) {
        return found(scenarios.of(id, decision));
    }

    private static <T> T found(@org.jspecify.annotations.Nullable T view) {
        if (view == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return view;
    }
}
