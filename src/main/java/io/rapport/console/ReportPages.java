package io.rapport.console;

import io.rapport.console.customers.ChurnList;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** Where customers came from and what came of it; how relationships grow; who is leaving. */
@Controller
class ReportPages {

    private static final int LONGEST = 3_660;

    private final Reports reports;

    private final ChurnList churn;

    ReportPages(Reports reports, ChurnList churn) {
        this.reports = reports;
        this.churn = churn;
    }

    @GetMapping("/churn")
    String churn(Model model) {
        model.addAttribute("view", churn());
        return "churn";
    }

    @GetMapping("/api/churn")
    @ResponseBody
    ChurnList.ChurnView churn() {
        return churn.now();
    }

    @GetMapping("/reports")
    String page(@RequestParam(defaultValue = "365") int days, Model model) {
        model.addAttribute("reports", json(days));
        return "reports";
    }

    @GetMapping("/api/reports")
    @ResponseBody
    Reports.ReportsView json(@RequestParam(defaultValue = "365") int days) {
        return reports.over(Math.clamp(days, 1, LONGEST));
    }
}
