package io.rapport.console.customers;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;

import io.rapport.console.Amounts;
import io.rapport.customer.CustomerSearch;
import io.rapport.decision.Context;
import io.rapport.engine.Contexts;

/** Whom to rescue, by the margin at risk, and whom to win back, by what he is worth then; each with the reasons. */
@Component
public class ChurnList {

    /** Of so many of each kind the figures are computed; the list says so when there are more. */
    private static final int LOOKED_AT = 2_000;

    private static final int SHOWN = 200;

    private final CustomerSearch search;

    private final Contexts contexts;

    private final Clock clock;

    private final Amounts amounts;

    ChurnList(CustomerSearch search, Contexts contexts, Clock clock, Amounts amounts) {
        this.amounts = amounts;
        this.search = search;
        this.contexts = contexts;
        this.clock = clock;
    }

    /**
     * Two lists, each the worthiest first.
     *
     * @param currency of all money
     */
    public record ChurnView(String currency, Part rescue, Part winBack) {}

    /**
     * @param of how many were looked at
     * @param more whether there are others who were not
     */
    public record Part(List<Line> lines, int of, boolean more) {}

    /**
     * @param signs why he may be leaving
     * @param reason why he leaves, empty when unknown
     * @param probability that he buys nothing within a year, in percent
     * @param worth the margin at risk, or the second lifetime value; in the books' currency
     */
    public record Line(long id, String name, List<String> signs, String reason, String probability, String worth, double rank) {}

    public ChurnView now() {
        var context = contexts.now();
        var now = clock.instant();
        return new ChurnView(amounts.currency(), part("rescue", "value-at-risk", context, now),
                part("win-back", "second-lifetime-value", context, now));
    }

    private Part part(String retention, String worth, Context context, Instant now) {
        var found = search.remembered("retention", retention, LOOKED_AT + 1);
        var lines = found.stream().limit(LOOKED_AT).map(one -> line(one, worth, context, now))
                .sorted(Comparator.comparingDouble(Line::rank).reversed().thenComparingLong(Line::id)).limit(SHOWN).toList();
        return new Part(lines, Math.min(found.size(), LOOKED_AT), found.size() > LOOKED_AT);
    }

    private static Line line(CustomerSearch.Remembered one, String worth, Context context, Instant now) {
        var situation = Insights.situation(one.memory(), Map.of(), context, now);
        var figure = context.rulebook().figure(worth, situation);
        var standing = one.line().standing();
        return new Line(one.line().id(), one.line().name() == null ? "" : one.line().name(),
                standing.getOrDefault("churn-sign", List.of()),
                String.join("", standing.getOrDefault("leaving-reason", List.of())),
                context.rulebook().figure("churn-probability", situation), figure,
                figure.equals("unknown") ? Double.NEGATIVE_INFINITY : Double.parseDouble(figure));
    }
}
