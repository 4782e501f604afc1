package io.rapport.console;

import java.util.List;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;

import io.rapport.customer.Population;

/** Events about nobody known, counted by type. */
@Controller
class AnonymousPage {

    private final Population population;

    AnonymousPage(Population population) {
        this.population = population;
    }

    record TypeCount(String type, long count) {}

    @GetMapping("/anonymous")
    String page(Model model) {
        model.addAttribute("counts", counts());
        return "anonymous";
    }

    @GetMapping("/api/anonymous")
    @ResponseBody
    List<TypeCount> counts() {
        return population.anonymous().entrySet().stream()
                .map(entry -> new TypeCount(entry.getKey(), entry.getValue())).toList();
    }
}
