package io.rapport.rulebook;

import java.time.Instant;
import java.util.List;

import io.rapport.facts.Situation;
import org.jspecify.annotations.Nullable;

/**
 * One word of the vocabulary that conditions may use. All terms stand in {@link Vocabulary}.
 *
 * @param id what reasons keep: never renamed
 * @param english the noun in English; numbers inside it stand in braces, for instance {@code orders in the last {days} days}
 * @param chinese the same in Chinese
 * @param least smallest number that makes sense
 * @param most largest number that makes sense
 * @param whole whether only whole numbers occur
 * @param values the words it may have, lowest first; empty: any word
 * @param phrases how a condition about it can be said, the best wording first
 * @param concept the id of the concept it reads; null if it reads facts
 */
public record Term(
        String id, Type type, Situation.Scope scope, String english, String chinese, String help, String unit, double least,
        double most, boolean whole, List<Word> values, List<Phrase> phrases, @Nullable String concept, Source source) {

    /** Unit of what is an amount in the books' currency. */
    public static final String MONEY = "money";

    /** What kind of value a term has. */
    public enum Type {
        NUMBER, WORD, TEXT, YES_NO,
        /** A day of the year, as {@link Check.Window#number}. */
        DAY
    }

    /**
     * A value in both languages.
     *
     * @param word as it stands in code and in English files
     */
    public record Word(String word, String chinese) {}

    public Term {
        values = List.copyOf(values);
        phrases = List.copyOf(phrases);
    }

    /** Number or yes-no (1 and 0) on a day, NaN if unknown; {@code day} is the customer's calendar day. */
    public double number(Situation situation, double[] args, long day) {
        return source.number(situation, args, day);
    }

    /** Word or text, null if unknown. */
    @Nullable
    public String text(Situation situation) {
        return source.text(situation);
    }

    public boolean numeric() {
        return type == Type.NUMBER || type == Type.YES_NO || type == Type.DAY;
    }

    /** Whether its value can change while nothing happens. */
    boolean moves() {
        return !(source.motion() instanceof Motion.Still);
    }

    /** The earliest moment after now at which the check may turn; null if never without an event. */
    @Nullable
    public Instant next(Situation situation, double[] args, Check check) {
        return source.motion().next(this, situation, args, check);
    }

    public List<String> words() {
        return values.stream().map(Word::word).toList();
    }

    @Override
    public String toString() {
        return "Term[" + id + "]";
    }
}
