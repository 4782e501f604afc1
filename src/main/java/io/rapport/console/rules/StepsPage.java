package io.rapport.console.rules;

import java.util.List;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;

import io.rapport.policy.Catalogue;

/** The sentences that examples are written with. */
@Controller
public class StepsPage {

    /** All steps, and the kinds of words in braces. */
    record StepsView(List<Catalogue.Entry> steps, List<Catalogue.Kind> kinds) {}

    @GetMapping("/steps")
    String page(Model model) {
        model.addAttribute("catalogue", json());
        return "steps";
    }

    @GetMapping("/api/steps")
    @ResponseBody
    StepsView json() {
        return new StepsView(Catalogue.steps(), Catalogue.kinds());
    }
}
