package io.rapport.console;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** The rulebook: what is live, what was, what is wrong with the draft. */
@Controller
class RulebookPages {

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

    @PostMapping("/rulebook/rollback")
    String rollback(@RequestParam String version) {
        desk.goBackTo(version);
        return "redirect:/rulebook?done=rolled-back";
    }
}
