package io.rapport.decision;

import java.time.Instant;
import java.time.LocalDate;

import io.rapport.facts.Occasion.Key;
import io.rapport.facts.Situation;
import io.rapport.rulebook.Consequence;
import io.rapport.rulebook.Rule;
import org.jspecify.annotations.Nullable;

/**
 * The occasion of one consequence: what the rule is about, or, where it recurs, the last time.
 *
 * @param last when the same was done last; null unless that matters
 * @param next when it may be done again; null when it may be done now
 */
record Recurring(Key key, @Nullable Instant last, @Nullable Instant next) {

    /** @param occasion what the rule's words say that it is about */
    static Recurring of(Rule rule, Consequence consequence, Situation situation, Occasions occasions, String occasion) {
        var what = java.util.Objects.requireNonNull(consequence.what());
        var key = new Key(rule.id(), what, Proposals.channel(consequence, situation), occasion);
        var recurrence = consequence.recurrence();
        if (recurrence == null) {
            return new Recurring(key, null, null);
        }
        var last = occasions.last(key, situation.subject(), recurrence.again());
        var due = last == null ? null : recurrence.after(last, situation.zone());
        var next = due != null && due.isAfter(situation.now()) ? due : null;
        return new Recurring(recurrence.again() ? since(last, key, situation) : key, last, next);
    }

    private static Key since(@Nullable Instant last, Key key, Situation situation) {
        var since = last == null ? "the first time" : "after " + LocalDate.ofInstant(last, situation.zone());
        var subject = situation.subject();
        return new Key(key.ruleId(), key.what(), key.channel(), subject.isEmpty() ? since : since + "|" + subject);
    }
}
