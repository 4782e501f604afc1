package io.rapport.decision;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

import io.rapport.facts.Conclusion;
import io.rapport.facts.Reason;
import io.rapport.facts.Reason.Captured;
import io.rapport.rulebook.Check;
import io.rapport.rulebook.Consequence;
import io.rapport.rulebook.Hit;
import io.rapport.rulebook.HitPolicy;

/**
 * Adds up the tables with hit policy sum. Where only rows hold that ask for nothing, or for what is unknown, nothing is known of
 * the customer, and nothing is concluded.
 */
final class Sums {

    private Sums() {}

    private record Key(String concept, String subject, String table) {}

    /** One conclusion for each table and thing. */
    static List<Conclusion> of(List<Hit> hits) {
        var byTable = new LinkedHashMap<Key, List<Hit>>();
        for (var hit : hits) {
            if (hit.rule().meta().hitPolicy() == HitPolicy.SUM) {
                for (var consequence : hit.rule().then()) {
                    if (consequence instanceof Consequence.Conclude conclude) {
                        var key = new Key(conclude.concept(), hit.situation().subject(), hit.rule().meta().id());
                        byTable.computeIfAbsent(key, _ -> new ArrayList<>()).add(hit);
                    }
                }
            }
        }
        var sums = new ArrayList<Conclusion>();
        byTable.forEach((key, rows) -> {
            if (rows.stream().anyMatch(Sums::knowsSomething)) {
                sums.add(sum(key, rows));
            }
        });
        return sums;
    }

    private static boolean knowsSomething(Hit row) {
        return row.rule().when().stream().anyMatch(condition -> !(condition.check() instanceof Check.Unknown));
    }

    private static Conclusion sum(Key key, List<Hit> rows) {
        var total = BigDecimal.ZERO;
        var added = new ArrayList<Captured>();
        var read = new ArrayList<Captured>();
        for (var row : rows) {
            for (var consequence : row.rule().then()) {
                if (consequence instanceof Consequence.Conclude conclude && conclude.concept().equals(key.concept())) {
                    total = total.add(new BigDecimal(conclude.value()));
                    added.add(new Captured(row.rule().id(), conclude.value()));
                }
            }
            read.addAll(row.reason().captured());
        }
        return new Conclusion(key.concept(), key.subject(), total.stripTrailingZeros().toPlainString(),
                Reason.ofSum(key.table(), added, read));
    }
}
