package io.rapport.console.customers;

import io.rapport.console.Listing;
import io.rapport.console.Listing.Asked;
import io.rapport.console.Reports;
import io.rapport.console.Wording;
import io.rapport.customer.Population;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;

/** Customers: the list, and one on one page. */
@Controller
public class CustomerPages {

    private final Customers customers;

    private final Population population;

    private final Wording wording;

    private final Reports reports;

    CustomerPages(Customers customers, Population population, Wording wording, Reports reports) {
        this.customers = customers;
        this.population = population;
        this.wording = wording;
        this.reports = reports;
    }

    @GetMapping("/customers")
    String list(Asked asked, Model model) {
        model.addAttribute("list", customers.list(asked));
        model.addAttribute("values", population.values());
        return "customers";
    }

    @GetMapping("/api/customers")
    @ResponseBody
    Listing<CustomerRow> list(Asked asked) {
        return customers.list(asked);
    }

    @GetMapping("/customers/{id:[0-9]{1,18}}")
    String one(@PathVariable long id, Asked asked, Model model) {
        var customer = one(id);
        var name = customer.who().name();
        model.addAttribute("customer", customer);
        model.addAttribute("forecasts", reports.forecasts());
        model.addAttribute("askable", Customers.ASKABLE);
        model.addAttribute("timeline", customers.timeline(id, asked));
        model.addAttribute("title", name.isEmpty() ? wording.of("customer.number", id) : name);
        model.addAttribute("path", "/customers/" + id);
        return "customer";
    }

    @GetMapping("/api/customers/{id:[0-9]{1,18}}")
    @ResponseBody
    CustomerView one(@PathVariable long id) {
        var customer = customers.one(id);
        if (customer == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return customer;
    }

    @GetMapping("/api/customers/{id:[0-9]{1,18}}/timeline")
    @ResponseBody
    Listing<TimelineView> timeline(@PathVariable long id, Asked asked) {
        return customers.timeline(id, asked);
    }
}
