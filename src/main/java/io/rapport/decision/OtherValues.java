package io.rapport.decision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import io.rapport.facts.Conclusion;
import io.rapport.facts.Memory;
import io.rapport.facts.Situation;
import io.rapport.rulebook.Concepts;
import io.rapport.rulebook.Consequence;
import io.rapport.rulebook.HitPolicy;
import io.rapport.rulebook.Rule;
import io.rapport.rulebook.RuleMeta;
import io.rapport.rulebook.Rulebook;
import org.jspecify.annotations.Nullable;

/** Answers for every value of a concept that does not stand what keeps the customer from it. For one thread, like its judge. */
final class OtherValues {

    private final Judge judge;
    private final Rulebook rulebook;

    OtherValues(Judge judge) {
        this.judge = judge;
        this.rulebook = judge.rulebook();
    }

    /** In the order of the concept, lowest first. */
    List<OtherValue> of(String concept, Memory memory, Context context, Instant now) {
        var look = Course.reviewDue(memory.customer(), List.of(), now, "");
        var standing = judge.decide(memory, look, context, now).decision().conclusions().stream()
                .filter(each -> each.concept().equals(concept) && each.subject().isEmpty()).toList();
        var picture = judge.strata().picture(memory, look, context, now);
        var first = standing.isEmpty() ? null : standing.getFirst();
        return Concepts.values(concept).stream()
                .filter(value -> standing.stream().noneMatch(each -> each.value().equals(value)))
                .map(value -> new OtherValue(concept, value, first, paths(concept, value, first, picture))).toList();
    }

    private List<OtherValue.Path> paths(String concept, String value, @Nullable Conclusion standing, Picture picture) {
        var paths = new ArrayList<OtherValue.Path>();
        for (var rule : rulebook.rules()) {
            if (rule.meta().status() != RuleMeta.Status.RETIRED && leads(rule, concept, value, standing)) {
                var about = about(rule.scope(), picture);
                about.forEach(situation -> paths.add(path(rule, situation)));
                if (about.isEmpty()) {
                    paths.add(new OtherValue.Path(rule, "", List.of(), null, true));
                }
            }
        }
        return paths.stream().sorted(Comparator.comparing(OtherValues::lifts)
                .thenComparingInt(OtherValue.Path::obstacles)).toList();
    }

    /** A step towards the value is not yet the value. */
    private static boolean lifts(OtherValue.Path path) {
        return path.rule().then().stream().anyMatch(Consequence.Lift.class::isInstance);
    }

    /** Whether it concludes the value, or lifts what stands towards it and is not lifted as far already. */
    private static boolean leads(Rule rule, String concept, String value, @Nullable Conclusion standing) {
        var order = Concepts.values(concept);
        return rule.then().stream().anyMatch(what -> switch (what) {
            case Consequence.Conclude said -> said.concept().equals(concept) && said.value().equals(value);
            case Consequence.Lift lift -> lift.concept().equals(concept) && standing != null
                    && Integer.signum(lift.by()) == Integer.signum(order.indexOf(value) - order.indexOf(standing.value()))
                    && (lift.by() > 0 ? lift.by() > Lifts.of(standing) : lift.by() < Lifts.of(standing));
            default -> false;
        });
    }

    private static List<Situation> about(Situation.Scope scope, Picture picture) {
        return switch (scope) {
            case CUSTOMER -> List.of(picture.customer());
            case PRODUCT_LINE -> picture.things().productLines();
            case COMPLAINT -> picture.things().complaints();
            case DELIVERY -> picture.things().deliveries();
            default -> List.of();
        };
    }

    private OtherValue.Path path(Rule rule, Situation situation) {
        var failed = rulebook.explain(rule, situation).findings().stream().filter(finding -> !finding.holds()).toList();
        return new OtherValue.Path(rule, situation.subject(), failed, before(rule, situation), false);
    }

    /** Of a table whose first row speaks, the row above that does. */
    private @Nullable Rule before(Rule rule, Situation situation) {
        if (rule.meta().hitPolicy() != HitPolicy.FIRST) {
            return null;
        }
        for (var row : rulebook.ofStratum(rule.stratum())) {
            if (row == rule) {
                return null;
            }
            if (row.origin().file().equals(rule.origin().file()) && rulebook.explain(row, situation).holds()) {
                return row;
            }
        }
        return null;
    }
}
