package io.rapport.console;

import java.util.List;
import java.util.Map;

import io.rapport.engine.Confirmations;
import io.rapport.engine.Confirmations.Asked;
import io.rapport.intake.QueueUnavailable;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * The page behind the link of a confirmation mail: a customer sees it, nobody else. Looking at it changes nothing: programs that
 * read mails follow links; only the button confirms.
 */
@Controller
class ConfirmationPages {

    private static final String TOKEN = "/confirm/{token:[A-Za-z0-9_.-]{1,1000}}";

    private final Confirmations confirmations;
    private final Wording wording;

    ConfirmationPages(Confirmations confirmations, Wording wording) {
        this.confirmations = confirmations;
        this.wording = wording;
    }

    @GetMapping(TOKEN)
    String ask(@PathVariable String token, Model model, HttpServletResponse response) {
        return page(token, confirmations.read(token), model, response);
    }

    @PostMapping(TOKEN)
    String confirm(@PathVariable String token, Model model, HttpServletResponse response) {
        try {
            if (!confirmations.confirm(token)) {
                return page(token, confirmations.read(token), model, response);
            }
        } catch (QueueUnavailable later) {
            response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
            return shown("later", token, List.of(), model);
        }
        return shown("done", token, List.of(), model);
    }

    private String page(String token, @Nullable Asked asked, Model model, HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Referrer-Policy", "no-referrer");
        if (asked == null) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
            return shown("unknown", token, List.of(), model);
        }
        if (asked.expired()) {
            response.setStatus(HttpStatus.GONE.value());
            return shown("expired", token, List.of(), model);
        }
        return shown("ask", token, lines(asked), model);
    }

    private List<String> lines(Asked asked) {
        var lines = new java.util.ArrayList<String>();
        asked.awaited().consents().forEach(choice -> lines.add(wording.of("confirm.consent",
                wording.word("purpose", choice.purpose().word()), wording.word("channel", choice.channel().word()))));
        asked.awaited().traits().entrySet().stream().sorted(Map.Entry.comparingByKey())
                .forEach(trait -> lines.add(wording.of("confirm.told", trait.getKey(), trait.getValue())));
        return lines;
    }

    private static String shown(String state, String token, List<String> lines, Model model) {
        model.addAttribute("state", state);
        model.addAttribute("token", token);
        model.addAttribute("lines", lines);
        return "confirm";
    }
}
