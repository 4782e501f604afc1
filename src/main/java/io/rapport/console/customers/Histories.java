package io.rapport.console.customers;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.rapport.console.Wording;
import io.rapport.console.customers.HistoryView.Figure;
import io.rapport.console.customers.HistoryView.Value;
import io.rapport.customer.CustomerFile;
import io.rapport.customer.CustomerLedger;
import io.rapport.customer.Snapshots;
import io.rapport.decision.Context;
import io.rapport.decision.MemoryFold;
import io.rapport.decision.WhatIf;
import io.rapport.engine.Contexts;
import io.rapport.facts.CustomerEvent;
import io.rapport.facts.Decision;
import io.rapport.facts.Memory;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What a customer's figures were at the ends of months, and when what is concluded of him changed. Nothing of it is stored: his
 * log is folded until each date and decided by today's rules, over the population as it was counted then.
 */
@Component
public class Histories {

    /** So many months back, today not counted. */
    private static final int MONTHS = 24;

    /** So many decisions back changes are looked for. */
    private static final int DECISIONS = 2_000;

    private static final List<String> FIGURES = List.of("historical-value", "current-value", "potential-value", "lifetime-value",
            "commercial-value", "satisfaction-score", "relationship-quality-score", "trust-figure", "commitment", "dependence",
            "share-of-wallet", "churn-probability", "value-at-risk", "balance-overdue");

    private static final List<String> CONCEPTS = List.of("tier", "stage", "status", "churn-level", "portfolio", "account-size",
            "investment-class", "satisfaction", "relationship-quality", "loyalty-ladder", "trust", "retention");

    private final CustomerFile file;

    private final CustomerLedger ledger;

    private final Snapshots snapshots;

    private final Contexts contexts;

    private final Wording wording;

    private final Clock clock;

    Histories(CustomerFile file, CustomerLedger ledger, Snapshots snapshots, Contexts contexts, Wording wording, Clock clock) {
        this.file = file;
        this.ledger = ledger;
        this.snapshots = snapshots;
        this.contexts = contexts;
        this.wording = wording;
        this.clock = clock;
    }

    /** Null if there is no such customer. */
    @Nullable
    public HistoryView of(long customer) {
        var card = file.card(customer);
        if (card == null) {
            return null;
        }
        var context = contexts.now();
        var zone = card.memory().zoneOr(context.zone());
        var events = ledger.history(customer).stream().sorted(Comparator.comparing(CustomerEvent::time)).toList();
        var moments = moments(events, zone, clock.instant());
        var looks = looks(customer, events, moments, context);
        return new HistoryView(customer, card.memory().traits().getOrDefault("name", ""),
                moments.stream().map(at -> LocalDate.ofInstant(at.minusMillis(1), zone)).toList(),
                FIGURES.stream().map(id -> figure(id, looks, context)).filter(Figure::known).toList(),
                CONCEPTS.stream().map(concept -> new Value(concept, looks.stream().map(look -> look.value(concept)).toList()))
                        .filter(value -> value.values().stream().anyMatch(word -> !word.isEmpty())).toList(),
                Insights.allChanges(file.decisions(customer, 0, DECISIONS)));
    }

    /** The starts of the months after his first event, and now. */
    private static List<Instant> moments(List<CustomerEvent> events, ZoneId zone, Instant now) {
        var moments = new ArrayList<Instant>();
        var month = YearMonth.from(now.atZone(zone));
        var first = events.isEmpty() ? now : events.getFirst().time();
        for (var back = MONTHS - 1; back >= 0; back--) {
            var start = month.minusMonths(back).atDay(1).atStartOfDay(zone).toInstant();
            if (start.isAfter(first)) {
                moments.add(start);
            }
        }
        moments.add(now);
        return moments;
    }

    /** What was known and concluded at one moment. */
    private record Look(Memory memory, Decision decision, Context context, Map<String, String> words) {

        String value(String concept) {
            return words.getOrDefault(concept, "");
        }
    }

    private List<Look> looks(long customer, List<CustomerEvent> events, List<Instant> moments, Context context) {
        var looks = new ArrayList<Look>();
        var memory = Memory.blank(customer);
        var next = 0;
        try (var whatIf = new WhatIf(context.rulebook())) {
            for (var at : moments) {
                while (next < events.size() && events.get(next).time().isBefore(at)) {
                    memory = MemoryFold.fold(memory, events.get(next++), context.zone(), context.tauDays());
                }
                var then = context.with(snapshots.latestBefore(at)).ofThePast();
                var outcome = whatIf.unchanged(memory, then, at);
                looks.add(new Look(outcome.memory(), outcome.decision(), then, words(outcome.decision())));
            }
        }
        return looks;
    }

    private static Map<String, String> words(Decision decision) {
        var words = new HashMap<String, String>();
        decision.conclusions().stream().filter(one -> one.subject().isEmpty())
                .forEach(one -> words.put(one.concept(), one.value()));
        return words;
    }

    private Figure figure(String id, List<Look> looks, Context context) {
        var term = Objects.requireNonNull(context.rulebook().vocabulary().term(id), id);
        var points = new ArrayList<@Nullable Double>();
        for (var look : looks) {
            points.add(number(look.context().rulebook().figure(id, Insights.situation(look.memory(), look.decision(),
                    look.context(), look.decision().at()))));
        }
        return new Figure(id, wording.term(term), points);
    }

    private static @Nullable Double number(String plain) {
        return plain.equals("unknown") ? null : Double.valueOf(plain);
    }
}
