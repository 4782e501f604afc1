package io.rapport.console;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** What stands around every page: the places to go, the languages, and what a button has just done. */
@ControllerAdvice(basePackageClasses = Frame.class)
final class Frame {

    private static final List<Place> PLACES = List.of(
            new Place("today", "/"),
            new Place("customers", "/customers"),
            new Place("links", "/links"),
            new Place("outbox", "/outbox"),
            new Place("tasks", "/tasks"),
            new Place("suppression", "/suppression"),
            new Place("quarantine", "/quarantine"),
            new Place("parked", "/parked"),
            new Place("rulebook", "/rulebook"),
            new Place("versions", "/versions"),
            new Place("vocabulary", "/vocabulary"),
            new Place("dryrun", "/dry-run"),
            new Place("reports", "/reports"),
            new Place("anonymous", "/anonymous"));

    private final Wording wording;

    Frame(Wording wording) {
        this.wording = wording;
    }

    @ModelAttribute("places")
    List<Place> places() {
        return PLACES;
    }

    @ModelAttribute("languages")
    List<Language> languages(HttpServletRequest request) {
        return Languages.SPOKEN.stream().map(locale -> language(locale, request)).toList();
    }

    /** Only texts of ours: the address is anybody's to write. */
    @ModelAttribute("done")
    @Nullable
    String done(@RequestParam(name = "done", required = false) @Nullable String what) {
        return what == null ? null : wording.known("done." + what);
    }

    @ExceptionHandler
    @ResponseStatus(HttpStatus.CONFLICT)
    Object notDone(NotDone why, Model model, HttpServletRequest request) {
        if (request.getRequestURI().startsWith(request.getContextPath() + "/api/")) {
            return ResponseEntity.status(HttpStatus.CONFLICT).body(Map.of("error", why.in(wording)));
        }
        model.addAttribute("places", places());
        model.addAttribute("languages", languages(request));
        model.addAttribute("reason", why.in(wording));
        return "notdone";
    }

    private Language language(Locale locale, HttpServletRequest request) {
        var shown = ServletUriComponentsBuilder.fromRequest(request).scheme(null).host(null).port(null);
        if (!"GET".equals(request.getMethod())) {
            shown.replacePath("/");
        }
        var link = shown
                .replaceQueryParam(Languages.PARAMETER, locale.getLanguage())
                .replaceQueryParam("done")
                .build().encode().toUriString();
        return new Language(locale.getLanguage(), locale.getDisplayLanguage(locale), link, locale.equals(wording.language()));
    }

    /** @param name its key in the messages */
    record Place(String name, String path) {}

    record Language(String code, String name, String link, boolean current) {}
}
