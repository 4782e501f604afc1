package io.rapport.console;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** The first page; it renews itself unless told to hold still. */
@Controller
class TodayPage {

    private final Today today;

    private final ConsoleSettings settings;

    TodayPage(Today today, ConsoleSettings settings) {
        this.today = today;
        this.settings = settings;
    }

    @GetMapping("/")
    String page(@RequestParam(defaultValue = "") String refresh, Model model) {
        model.addAttribute("today", today.now());
        if (!refresh.equals("off") && settings.refresh().toSeconds() > 0) {
            model.addAttribute("refresh", settings.refresh().toSeconds());
        }
        return "today";
    }

    @GetMapping("/api/today")
    @ResponseBody
    TodayView json() {
        return today.now();
    }
}
