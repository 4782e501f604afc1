package io.rapport.console.versions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import io.rapport.console.ConsoleSettings;
import io.rapport.console.Listing;
import io.rapport.console.Listing.Asked;
import io.rapport.console.Wording;
import io.rapport.console.versions.DryRunView.RunView;
import io.rapport.publishing.dryrun.Affected;
import io.rapport.publishing.dryrun.ReportCsv;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;

/** What a change of the rules would have done over all that happened: begin a run, watch it, read what came of it. */
@Controller
public class DryRunPages {

    /** How often the page of a run under way renews itself, in seconds. */
    private static final int REFRESH = 2;

    static final String ID = "{id:[0-9]{8}-[0-9]{6}-[0-9]{3}}";

    private final DryRunDesk desk;

    private final ConsoleSettings settings;

    private final Wording wording;

    DryRunPages(DryRunDesk desk, ConsoleSettings settings, Wording wording) {
        this.desk = desk;
        this.settings = settings;
        this.wording = wording;
    }

    @GetMapping("/dry-run")
    String page(Model model) {
        var runs = desk.list();
        model.addAttribute("runs", runs);
        model.addAttribute("choices", desk.choices());
        if (runs.stream().anyMatch(RunView::running)) {
            model.addAttribute("refresh", REFRESH);
        }
        return "dryruns";
    }

    @GetMapping("/api/dry-run")
    @ResponseBody
    List<RunView> list() {
        return desk.list();
    }

    @PostMapping("/dry-run")
    String start(@RequestParam String candidate, @RequestParam(defaultValue = "false") boolean asIfAgreed) {
        return "redirect:/dry-run/" + desk.start(candidate, asIfAgreed);
    }

    @GetMapping("/dry-run/" + ID)
    String one(@PathVariable String id, Model model) {
        var view = one(id);
        model.addAttribute("view", view);
        model.addAttribute("run", view.run());
        model.addAttribute("report", view.report());
        if (view.report() != null) {
            model.addAttribute("summary", view.report().summary(wording.language()));
        }
        if (view.run().running()) {
            model.addAttribute("refresh", REFRESH);
        }
        return "dryrun";
    }

    @GetMapping("/api/dry-run/" + ID)
    @ResponseBody
    DryRunView one(@PathVariable String id) {
        var view = desk.one(id);
        if (view == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return view;
    }

    @GetMapping("/dry-run/" + ID + "/customers")
    String customers(@PathVariable String id, Asked asked, Model model) {
        model.addAttribute("run", one(id).run());
        model.addAttribute("list", affected(id, asked));
        model.addAttribute("path", "/dry-run/" + id + "/customers");
        model.addAttribute("language", wording.language());
        return "dryruncustomers";
    }

    @GetMapping("/api/dry-run/" + ID + "/customers")
    @ResponseBody
    Listing<Affected> affected(@PathVariable String id, Asked asked) {
        one(id);
        return desk.affected(id, asked, settings.rows());
    }

    @GetMapping("/dry-run/" + ID + "/customers.csv")
    void csv(@PathVariable String id, HttpServletResponse response) throws IOException {
        var asIf = one(id).run().asIfAgreed() ? "-as-if-agreed" : "";
        response.setContentType("text/csv");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader("Content-Disposition", "attachment; filename=\"dry-run-" + id + asIf + ".csv\"");
        try (var rows = desk.all(id)) {
            ReportCsv.write(rows.iterator(), wording.language(), response.getWriter());
        } catch (UncheckedIOException gone) {
            throw gone.getCause();
        }
    }

    @PostMapping("/dry-run/" + ID + "/cancelled")
    String cancel(@PathVariable String id) {
        desk.cancel(id);
        return "redirect:/dry-run/" + id + "?done=dryrun-cancelled";
    }

    @PostMapping("/dry-run/" + ID + "/resumed")
    String resume(@PathVariable String id) {
        desk.resume(id);
        return "redirect:/dry-run/" + id;
    }
}
