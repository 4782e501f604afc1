package io.rapport.console;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The table of addresses that answer in JSON. */
@Controller
class ApiPage {

    private static final List<Entry> ENTRIES = List.of(
            linked("today", "/api/today"),
            linked("customers", "/api/customers"),
            new Entry("customer", "/api/customers/{number}", null),
            new Entry("timeline", "/api/customers/{number}/timeline", null),
            new Entry("history", "/api/customers/{number}/history", null),
            new Entry("whatif", "/api/customers/{number}/whatif", null),
            new Entry("whynot", "/api/customers/{number}/whynot/{concept}", null),
            new Entry("past", "/api/customers/{number}/past?decision={id}", null),
            new Entry("scenario", "/api/customers/{number}/scenario?decision={id}", null),
            linked("links", "/api/links"),
            linked("outbox", "/api/outbox"),
            new Entry("message", "/api/outbox/{id}", null),
            linked("tasks", "/api/tasks"),
            linked("suppression", "/api/suppression"),
            linked("quarantine", "/api/quarantine"),
            new Entry("quarantined", "/api/quarantine/{id}", null),
            linked("parked", "/api/parked"),
            new Entry("parkedone", "/api/parked/{number}", null),
            new Entry("raw", "/quarantine/{id}/raw", null),
            linked("import", "/api/imports"),
            linked("rulebook", "/api/rulebook"),
            linked("versions", "/api/versions"),
            linked("sweep", "/api/sweep"),
            new Entry("version", "/api/versions/{version}", "/api/versions/live"),
            new Entry("versionfiles", "/api/versions/{version}/files", "/api/versions/live/files"),
            new Entry("comparison", "/api/versions/{version}/compare?with={version}", "/api/versions/draft/compare?with=live"),
            linked("problems", "/api/problems"),
            linked("steps", "/api/steps"),
            linked("vocabulary", "/api/vocabulary"),
            new Entry("complete", "/api/vocabulary/complete?file={file}&text={text}", null),
            new Entry("check", "/api/rules/check", null),
            new Entry("translate", "/api/rules/translate?to={language}", null),
            linked("dryruns", "/api/dry-run"),
            new Entry("dryrun", "/api/dry-run/{id}", null),
            new Entry("dryrundeed", "/api/dry-run/{id}/cancel", null),
            new Entry("dryruncustomers", "/api/dry-run/{id}/customers", null),
            new Entry("dryruncsv", "/dry-run/{id}/customers.csv", null),
            linked("reports", "/api/reports"),
            linked("churn", "/api/churn"),
            linked("anonymous", "/api/anonymous"),
            linked("health", "/actuator/health"),
            linked("prometheus", "/actuator/prometheus"));

    /** @param link null where a number or id has to be filled in */
    record Entry(String name, String address, @Nullable String link) {}

    @GetMapping("/api")
    String page(Model model) {
        model.addAttribute("entries", ENTRIES);
        return "api";
    }

    private static Entry linked(String name, String address) {
        return new Entry(name, address, address);
    }
}
