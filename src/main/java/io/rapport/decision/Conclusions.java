package io.rapport.decision;

import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.rapport.facts.Conclusion;
import io.rapport.facts.Decimal;
import io.rapport.facts.Memory;
import io.rapport.facts.Reason;
import io.rapport.facts.Situation;
import io.rapport.rulebook.Concepts;
import io.rapport.rulebook.Consequence;
import io.rapport.rulebook.Hit;
import io.rapport.rulebook.HitPolicy;
import org.jspecify.annotations.Nullable;

/**
 * What is concluded so far, stratum by stratum. Where several rules speak about an ordered concept the strongest value
 * stands (the higher tier, the graver churn level); else the first rule in the order of the rulebook.
 */
final class Conclusions {

    /** What is concluded of words only. */
    private static final Decimal NOTHING_BOUGHT = new Decimal(-Long.MAX_VALUE);

    private static final Set<String> OF_WORDS = Set.of("topic", "mood");
    private static final String RELATIONSHIP = "relationship";
    private static final List<String> RELATIONSHIPS = Concepts.values(RELATIONSHIP);

    private final Map<String, Conclusion> byKey = new LinkedHashMap<>();
    private final Map<String, Conclusion> view = Collections.unmodifiableMap(byKey);
    private final boolean aboutWords;

    /** All values of a concept that may have several, about the customer himself. */
    List<String> valuesOf(String concept) {
        return byKey.values().stream().filter(each -> each.concept().equals(concept) && each.subject().isEmpty())
                .map(Conclusion::value).toList();
    }

    /** @param aboutWords whether a person says something in words: only then it has a topic and a mood */
    Conclusions(boolean aboutWords) {
        this.aboutWords = aboutWords;
    }

    /**
     * By {@code concept} for the customer and {@code concept@subject} for a thing, followed by {@code =value} where several
     * may hold; grows with each stratum.
     */
    Map<String, Conclusion> byKey() {
        return view;
    }

    List<Conclusion> all() {
        return List.copyOf(byKey.values());
    }

    @Nullable
    Conclusion of(String concept) {
        return byKey.get(concept);
    }

    /** The value of a concept about a thing, else about the customer; null if not concluded. */
    @Nullable
    String value(String concept, String subject) {
        var own = subject.isEmpty() ? null : byKey.get(Conclusion.key(concept, subject));
        var found = own == null ? byKey.get(concept) : own;
        return found == null ? null : found.value();
    }

    /** Takes in what one stratum concluded: first all values, then what bounds them, then what lifts them. */
    void add(List<Hit> hits) {
        var bounds = false;
        var lifts = false;
        for (var hit : hits) {
            for (var consequence : hit.rule().then()) {
                if (consequence instanceof Consequence.Conclude conclude && hit.rule().meta().hitPolicy() != HitPolicy.SUM) {
                    conclude(conclude, hit);
                }
                bounds |= consequence instanceof Consequence.Bound;
                lifts |= consequence instanceof Consequence.Lift;
            }
        }
        Sums.of(hits).forEach(sum -> byKey.put(Conclusion.key(sum.concept(), sum.subject()), sum));
        if (bounds) {
            Bounds.into(byKey, hits);
        }
        if (lifts) {
            Lifts.into(byKey, hits);
        }
    }

    /** What held before stands where no rule speaks about it now. */
    void keep(String concept, String value, Reason reason) {
        byKey.putIfAbsent(concept, new Conclusion(concept, "", value, reason));
    }

    /**
     * The relationship with the customer is that of the product line that brings most of his margin; of lines that bring the same
     * the more distant one.
     */
    void relateCustomer(Map<String, Memory.LineMemory> lines) {
        byKey.values().stream().filter(each -> each.concept().equals(RELATIONSHIP) && !each.subject().isEmpty())
                .max(Comparator.comparing((Conclusion each) -> margin(each, lines)).thenComparingInt(each -> -rank(each)))
                .ifPresent(main -> byKey.put(RELATIONSHIP, new Conclusion(RELATIONSHIP, "", main.value(), main.reason())));
    }

    private static Decimal margin(Conclusion relationship, Map<String, Memory.LineMemory> lines) {
        var line = lines.get(relationship.subject().substring(Situation.LINE.length()));
        return line == null ? NOTHING_BOUGHT : line.margin();
    }

    private static int rank(Conclusion relationship) {
        return RELATIONSHIPS.indexOf(relationship.value());
    }

    private void conclude(Consequence.Conclude conclude, Hit hit) {
        var concept = conclude.concept();
        if (OF_WORDS.contains(concept) && !aboutWords) {
            return;
        }
        var subject = hit.situation().subject();
        var conclusion = new Conclusion(concept, subject, conclude.value(), hit.reason());
        var key = Concepts.key(conclusion);
        var known = byKey.get(key);
        // of several values each stands for itself, and the first reason for it is enough
        if (known == null || isStronger(conclusion, known)) {
            byKey.put(key, conclusion);
        }
    }

    private static boolean isStronger(Conclusion one, Conclusion other) {
        var order = Concepts.values(one.concept());
        return !OF_WORDS.contains(one.concept()) && order.indexOf(one.value()) > order.indexOf(other.value());
    }
}
