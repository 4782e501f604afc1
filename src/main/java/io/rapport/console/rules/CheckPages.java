package io.rapport.console.rules;

import java.util.Locale;
import java.util.Map;

import io.rapport.console.Wording;
import io.rapport.rulebook.Translation;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** Checks a rule file before it is saved, and writes it in the other language. */
@Controller
public class CheckPages {

    private final RuleChecks checks;

    private final Wording wording;

    CheckPages(RuleChecks checks, Wording wording) {
        this.checks = checks;
        this.wording = wording;
    }

    /** @param files path below the rules folder to text */
    record Files(Map<String, String> files) {}

    @GetMapping("/rules/check")
    String page(@RequestParam(defaultValue = "") String file, Model model) {
        return show(file, checks.live(file), model);
    }

    @PostMapping("/rules/check")
    String check(@RequestParam String file, @RequestParam String text, Model model) {
        model.addAttribute("checked", CheckView.of(checks.check(Map.of(file, text)), wording.language()));
        return show(file, text, model);
    }

    @PostMapping("/rules/translate")
    String translate(@RequestParam String file, @RequestParam String text, @RequestParam String to, Model model) {
        var translation = Translation.of(file, text, Locale.of(to));
        model.addAttribute("checked", CheckView.of(translation.problems(), wording.language()));
        return show(file, translation.text(), model);
    }

    @PostMapping("/api/rules/check")
    @ResponseBody
    CheckView json(@RequestBody Files files) {
        return CheckView.of(checks.check(files.files()), wording.language());
    }

    /** @param to the language wanted: en or zh */
    @PostMapping("/api/rules/translate")
    @ResponseBody
    Map<String, Translation> translated(@RequestBody Files files, @RequestParam(defaultValue = "zh") String to) {
        var translations = new java.util.TreeMap<String, Translation>();
        files.files().forEach((path, text) -> translations.put(path, Translation.of(path, text, Locale.of(to))));
        return translations;
    }

    private String show(String file, String text, Model model) {
        model.addAttribute("file", file);
        model.addAttribute("text", text);
        model.addAttribute("paths", checks.paths());
        return "check";
    }
}
