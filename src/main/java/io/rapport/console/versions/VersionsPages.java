package io.rapport.console.versions;

import java.time.Instant;
import java.time.LocalDateTime;

import io.rapport.console.Times;
import io.rapport.console.work.Sending;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Versions of the rulebook: compare, publish, schedule, go back; and what is wrong with the files saved last. */
@Controller
public class VersionsPages {

    private final VersionsDesk desk;

    private final Times times;

    VersionsPages(VersionsDesk desk, Times times) {
        this.desk = desk;
        this.times = times;
    }

    @GetMapping("/versions")
    String all(Model model) {
        model.addAttribute("versions", desk.view());
        return "versions";
    }

    @GetMapping("/versions/{version}")
    String one(@PathVariable String version, Model model) {
        model.addAttribute("version", desk.one(version));
        model.addAttribute("comparison", desk.comparison(VersionsDesk.LIVE, version));
        return "version";
    }

    @GetMapping("/versions/{version}/compare")
    String comparison(@PathVariable String version, @RequestParam(defaultValue = VersionsDesk.LIVE) String with, Model model) {
        model.addAttribute("comparison", desk.comparison(with, version));
        return "comparison";
    }

    @GetMapping("/problems")
    String problems(Model model) {
        model.addAttribute("problems", desk.view().draft().problems());
        return "problems";
    }

    /** Publishes the files in the folder. */
    @PostMapping("/versions/published")
    String publish(
            @RequestParam(defaultValue = "") String who,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(required = false) @DateTimeFormat(
                    iso = DateTimeFormat.ISO.DATE_TIME) @Nullable LocalDateTime from,
            @RequestParam(defaultValue = "false") boolean check, Model model, HttpServletResponse response) {
        return told(desk.publish(desk.files(VersionsDesk.DRAFT), desk.features(VersionsDesk.DRAFT), name(who), note.strip(),
                instant(from), check), model, response);
    }

    @PostMapping("/versions/{version}/published")
    String activate(@PathVariable String version, @RequestParam(defaultValue = "") String who, Model model,
            HttpServletResponse response) {
        return told(desk.activate(version, name(who)), model, response);
    }

    @PostMapping("/versions/{version}/scheduled")
    String schedule(@PathVariable String version, @RequestParam(defaultValue = "") String who,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) LocalDateTime from, Model model,
            HttpServletResponse response) {
        return told(desk.schedule(version, from.atZone(times.zone()).toInstant(), name(who)), model, response);
    }

    @PostMapping("/versions/{version}/cancelled")
    String cancel(@PathVariable String version, @RequestParam(defaultValue = "") String who, Model model,
            HttpServletResponse response) {
        return told(desk.cancel(version, name(who)), model, response);
    }

    @PostMapping("/versions/{version}/rolled-back")
    String rollback(@PathVariable String version, @RequestParam(defaultValue = "") String who, Model model,
            HttpServletResponse response) {
        return told(desk.rollback(version, name(who)), model, response);
    }

    /** Refused: the reasons at once, as in the terminal. */
    private static String told(PublicationView came, Model model, HttpServletResponse response) {
        if (came.refused()) {
            response.setStatus(HttpServletResponse.SC_CONFLICT);
            model.addAttribute("problems", came.said());
            return "problems";
        }
        return "redirect:/versions?done=version-" + came.outcome();
    }

    private @Nullable Instant instant(@Nullable LocalDateTime from) {
        return from == null ? null : from.atZone(times.zone()).toInstant();
    }

    private static String name(String who) {
        return who.isBlank() ? Sending.WHO : who.strip();
    }
}
