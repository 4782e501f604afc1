package io.rapport.customer;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import org.springframework.stereotype.Component;

import io.rapport.facts.Decision;

/** How often each rule spoke, counted from the stored decisions. */
@Component
public final class RuleCounts {

    private static final int PAGE = 2_000;

    private final Sessions sessions;

    RuleCounts(Sessions sessions) {
        this.sessions = sessions;
    }

    /**
     * Decisions in which a rule concluded, asked for an action or held one back, by rule id. Reads every decision of the time.
     *
     * @param from the first moment
     * @param to the moment after the last
     */
    public Map<String, Long> between(Instant from, Instant to) {
        var counts = new HashMap<String, Long>();
        var last = Long.MIN_VALUE;
        var page = PAGE;
        while (page == PAGE) {
            var after = last;
            var rows = sessions.reading(session -> session.createSelectionQuery(
                    "from DecisionRow where at >= :from and at < :to and position > :after order by position", DecisionRow.class)
                    .setParameter("from", from)
                    .setParameter("to", to)
                    .setParameter("after", after)
                    .setMaxResults(PAGE)
                    .getResultList());
            for (var row : rows) {
                rules(DecisionCodec.read(row.body, "counted", Entry.ANONYMOUS, row.at, row.rulebook, row.snapshot))
                        .forEach(rule -> counts.merge(rule, 1L, Long::sum));
                last = row.position;
            }
            page = rows.size();
        }
        return counts;
    }

    private static Set<String> rules(Decision decision) {
        var rules = new HashSet<String>();
        decision.conclusions().forEach(each -> rules.add(each.reason().ruleId()));
        decision.actions().forEach(each -> rules.add(each.reason().ruleId()));
        decision.heldBack().forEach(each -> rules.add(each.reason().ruleId()));
        return rules;
    }
}
