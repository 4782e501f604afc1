package io.rapport.console.rules;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** The rulebook: what is live, and what is wrong with the draft. */
@Controller
public class RulebookPages {

    private final RulebookDesk desk;

    RulebookPages(RulebookDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/rulebook")
    String page(Model model) {
        model.addAttribute("rulebook", desk.view());
        return "rulebook";
    }

    @GetMapping("/api/rulebook")
    @ResponseBody
    RulebookView json() {
        return desk.view();
    }
}
