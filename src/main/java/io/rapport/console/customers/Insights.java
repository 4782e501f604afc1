package io.rapport.console.customers;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;

import io.rapport.console.Wording;
import io.rapport.console.customers.CustomerView.Change;
import io.rapport.console.customers.CustomerView.Insight;
import io.rapport.console.customers.CustomerView.LinkView;
import io.rapport.console.customers.CustomerView.ValueView;
import io.rapport.decision.Context;
import io.rapport.facts.Conclusion;
import io.rapport.facts.CustomerEvent;
import io.rapport.facts.Decision;
import io.rapport.facts.EventData;
import io.rapport.facts.EventTypes;
import io.rapport.facts.Memory;
import io.rapport.facts.Situation;
import io.rapport.rulebook.Concepts;
import org.jspecify.annotations.Nullable;

/** Figures about a customer as of now, and when what is concluded about him last changed, and from what. */
public final class Insights {

    /** The figures that people ask for, in the order in which they are shown. */
    private static final List<String> SHOWN = List.of(
            "margin-to-date", "historical-value", "current-value", "potential-value", "lifetime-value", "value-at-risk",
            "second-lifetime-value",
            "churn-probability", "influence-value", "learning-value", "commercial-value",
            "cost-to-serve", "usual-interval", "interval-deviation", "order-due", "balance-overdue", "overdue-days",
            "share-of-wallet", "satisfaction-score", "satisfaction-change", "commitment", "dependence",
            "relationship-quality-score", "relationship-quality-change", "answer-goodwill", "answer-integrity",
            "answer-ability", "perceived-value-points");

    private static final Set<String> OF_ONE_EVENT = Set.of("topic", "order-size");

    private final Supplier<Context> context;

    private final Wording wording;

    public Insights(Supplier<Context> context, Wording wording) {
        this.context = context;
        this.wording = wording;
    }

    /** @param decisions the latest ones, the newest first */
    Insight of(Memory memory, List<Decision> decisions, Instant now) {
        return new Insight(changes(decisions), decisions.isEmpty() ? List.of() : values(memory, decisions.getFirst(), now),
                memory.links().stream().map(Insights::link).toList());
    }

    private List<ValueView> values(Memory memory, Decision latest, Instant now) {
        var known = context.get();
        var situation = situation(memory, latest, known, now);
        return SHOWN.stream().map(id -> {
            var term = Objects.requireNonNull(known.rulebook().vocabulary().term(id), id);
            return new ValueView(wording.term(term), known.rulebook().figure(id, situation), term.unit(), term.help());
        }).toList();
    }

    /** A look at a customer with what a decision concluded of him. */
    static Situation situation(Memory memory, Decision decided, Context known, Instant at) {
        var conclusions = new HashMap<String, Conclusion>();
        decided.conclusions().stream().filter(one -> one.subject().isEmpty())
                .forEach(one -> conclusions.put(Concepts.key(one), one));
        return situation(memory, conclusions, known, at);
    }

    /** @param conclusions about the customer, by concept; none for figures that rest on none */
    static Situation situation(Memory memory, Map<String, Conclusion> conclusions, Context known, Instant at) {
        var look = new CustomerEvent("look/" + memory.customer() + "/" + at.toEpochMilli(), "console", EventTypes.REVIEW_DUE,
                List.of(), at, new EventData.ReviewDue(at, ""));
        return new Situation(Situation.Scope.CUSTOMER, null, memory, look, at, memory.zoneOr(known.zone()), known.snapshot(),
                known.tauDays(), conclusions);
    }

    /**
     * Every change from one decision to the next, the newest first; of what several values hold at once, and of what is only
     * true of one event, there is none.
     *
     * @param decisions the newest first
     */
    static List<Change> allChanges(List<Decision> decisions) {
        var changes = new ArrayList<Change>();
        for (var i = 0; i < decisions.size(); i++) {
            var after = byThing(decisions.get(i));
            var before = i + 1 < decisions.size() ? byThing(decisions.get(i + 1)) : Map.<String, Conclusion>of();
            var things = new LinkedHashMap<>(after);
            before.forEach(things::putIfAbsent);
            for (var thing : things.entrySet()) {
                var was = before.get(thing.getKey());
                var is = after.get(thing.getKey());
                var from = was == null ? "" : was.value();
                var to = is == null ? "" : is.value();
                if (!from.equals(to)) {
                    changes.add(new Change(thing.getValue().concept(), thing.getValue().subject(), from, to,
                            decisions.get(i).at()));
                }
            }
        }
        return changes;
    }

    private static Map<String, Conclusion> byThing(Decision decision) {
        var byThing = new LinkedHashMap<String, Conclusion>();
        decision.conclusions().stream().filter(one -> !Concepts.unit(one.concept()) && !Concepts.multiple(one.concept())
                && !OF_ONE_EVENT.contains(one.concept())).forEach(one -> byThing.put(one.concept() + "@" + one.subject(), one));
        return byThing;
    }

    /** For each value that stands: since which of these decisions, and what stood before; older changes are not looked for. */
    private static List<Change> changes(List<Decision> decisions) {
        var changes = new ArrayList<Change>();
        if (decisions.isEmpty()) {
            return changes;
        }
        for (var standing : decisions.getFirst().conclusions()) {
            if (!Concepts.unit(standing.concept()) && !Concepts.multiple(standing.concept())) {
                var change = change(standing, decisions);
                if (change != null) {
                    changes.add(change);
                }
            }
        }
        return changes;
    }

    private static @Nullable Change change(Conclusion standing, List<Decision> decisions) {
        var since = decisions.getFirst().at();
        for (var decision : decisions) {
            var value = value(decision, standing);
            if (!standing.value().equals(value)) {
                return new Change(standing.concept(), standing.subject(), value == null ? "" : value, standing.value(), since);
            }
            since = decision.at();
        }
        return null;
    }

    private static @Nullable String value(Decision decision, Conclusion like) {
        for (var conclusion : decision.conclusions()) {
            if (conclusion.concept().equals(like.concept()) && conclusion.subject().equals(like.subject())) {
                return conclusion.value();
            }
        }
        return null;
    }

    private static LinkView link(Memory.Link link) {
        return new LinkView(link.relation(), link.with(), link.roles(), link.motive(), link.ended(), link.at());
    }
}
