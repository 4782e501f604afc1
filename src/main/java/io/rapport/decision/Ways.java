package io.rapport.decision;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.rapport.facts.Channel;
import io.rapport.rulebook.Check;
import io.rapport.rulebook.Condition;
import io.rapport.rulebook.Consequence;
import io.rapport.rulebook.Rulebook;
import io.rapport.rulebook.WordList;

/** Which facts could make a condition come out otherwise, by the term it reads. A term without a way is flipped by time alone. */
final class Ways {

    static final Set<String> LAST_PURCHASE = Set.of("silence", "silence-ratio", "decayed-purchases", "recency-top",
            "orders-within", "spend-within", "orders-trend", "order-value-trend");

    static final Set<String> PURCHASE_DAYS = Set.of("purchase-days", "frequency-top", "usual-interval", "decayed-purchases",
            "silence-ratio");

    static final Set<String> VALUE = Set.of("current-value", "current-value-top");

    static final Set<String> DELIVERY = Set.of("days-since-delivery");

    private static final Set<String> FEWER_COMPLAINTS = Set.of("complaint-open", "complaints-open");

    private static final Set<String> MESSAGE = Set.of("message-text", "message-automatic", "message-arrived", "topic");

    private static final Set<String> BIRTHDAY = Set.of("birthday-today", "days-until-birthday", "age-reached-today");

    private static final String TRAIT = "trait:";

    private static final String ANNIVERSARY = "trait-anniversary:";

    private static final String USUAL_PRODUCT = "Scented candle";

    private static final BigDecimal USUAL_AMOUNT = BigDecimal.valueOf(50);

    private Ways() {}

    static boolean touches(List<Condition> asked, Set<String> terms) {
        return asked.stream().anyMatch(condition -> terms.contains(condition.term().id()));
    }

    /** Changes that are so or not so. */
    static List<Change> of(Condition condition, LocalDate today, Rulebook rulebook) {
        var term = condition.term().id();
        var changes = new ArrayList<Change>();
        if (FEWER_COMPLAINTS.contains(term)) {
            changes.add(new Change.ComplaintsResolved());
            changes.add(new Change.Complains(Channel.EMAIL));
        } else if (BIRTHDAY.contains(term)) {
            changes.add(new Change.Trait("birthday", today.minusYears(36).toString()));
        } else if (term.startsWith(ANNIVERSARY)) {
            changes.add(new Change.Trait(term.substring(ANNIVERSARY.length()), today.minusYears(1).toString()));
        } else if (MESSAGE.contains(term)) {
            words(condition, rulebook).forEach(word -> changes.add(new Change.Writes(word)));
        } else if (term.equals("language") && condition.check() instanceof Check.OneOf oneOf && !oneOf.not()) {
            oneOf.values().forEach(value -> changes.add(new Change.Trait("language", value)));
        }
        if (term.startsWith(TRAIT) && condition.check() instanceof Check.OneOf oneOf && !oneOf.not()) {
            oneOf.values().forEach(value -> changes.add(new Change.Trait(term.substring(TRAIT.length()), value)));
        }
        switch (term) {
            case "order-placed", "purchase-days", "silence", "spend" ->
                changes.add(new Change.Orders(USUAL_PRODUCT, USUAL_AMOUNT));
            case "order-delivered" -> changes.add(new Change.Delivered(0));
            case "complaint-raised" -> changes.add(new Change.Complains(Channel.EMAIL));
            case "consent-given" -> changes.add(new Change.Consent(Channel.EMAIL, true));
            default -> {}
        }
        return changes;
    }

    /** The first plain word of every row that concludes one of the topics asked for. */
    private static List<String> words(Condition condition, Rulebook rulebook) {
        if (condition.check() instanceof Check.Mentions mentions) {
            return List.of(WordList.examples(mentions.words()).getFirst());
        }
        return rulebook.rules().stream()
                .filter(rule -> condition.check() instanceof Check.OneOf oneOf && rule.then().stream().anyMatch(
                        what -> what instanceof Consequence.Conclude said && said.concept().equals("topic")
                                && oneOf.values().contains(said.value()) != oneOf.not()))
                .flatMap(rule -> rule.when().stream())
                .filter(deeper -> deeper.check() instanceof Check.Mentions)
                .map(deeper -> WordList.examples(((Check.Mentions) deeper.check()).words()).getFirst())
                .limit(3).toList();
    }
}
