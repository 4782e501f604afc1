package io.rapport.rulebook.drools;

import java.time.Instant;
import java.util.BitSet;

import io.rapport.facts.Situation;
import io.rapport.rulebook.Check;
import io.rapport.rulebook.Interpreter;
import io.rapport.rulebook.Numbers;
import io.rapport.rulebook.Several;
import io.rapport.rulebook.Stratum;
import org.jspecify.annotations.Nullable;

/**
 * One situation as generated rules see it: values by slot, each read once. Public only because generated code stands in
 * a package of its own; the methods here are all it may call.
 */
public final class Look {

    private static final double NOT_READ = Double.longBitsToDouble(0x7ff8_dead_beef_0001L);

    private static final long NOT_READ_BITS = Double.doubleToRawLongBits(NOT_READ);

    private static final String TEXT_NOT_READ = new String("not read");

    private final Slots slots;
    private final double[] numbers;
    private final @Nullable String[] texts;
    private final @Nullable BitSet[] mentioned;
    private @Nullable Situation situation;
    private int group;
    private long day;

    public Look(Slots slots) {
        this.slots = slots;
        this.numbers = new double[slots.count()];
        this.texts = new String[slots.count()];
        this.mentioned = new BitSet[slots.count()];
    }

    /** Turns to another situation; nothing read before is kept. */
    public Look at(Stratum stratum, Situation another) {
        situation = another;
        group = group(stratum, another.scope());
        day = another.today().toEpochDay();
        for (var slot : slots.readBy(group)) {
            numbers[slot] = NOT_READ;
            texts[slot] = TEXT_NOT_READ;
            mentioned[slot] = null;
        }
        return this;
    }

    public static int group(Stratum stratum, Situation.Scope scope) {
        return stratum.ordinal() * Situation.Scope.values().length + scope.ordinal();
    }

    Situation situation() {
        return java.util.Objects.requireNonNull(situation);
    }

    /** Which rules look at it at all: by stratum and scope. */
    public int getGroup() {
        return group;
    }

    /** Whether a number is known and not below the bound. */
    public boolean atLeast(int slot, double bound) {
        return number(slot) >= bound;
    }

    /** Whether a number is known and above the bound. */
    public boolean above(int slot, double bound) {
        return number(slot) > bound;
    }

    /** Whether a number is known and not above the bound. */
    public boolean atMost(int slot, double bound) {
        return number(slot) <= bound;
    }

    /** Whether a number is known and below the bound. */
    public boolean below(int slot, double bound) {
        return number(slot) < bound;
    }

    /** Whether a number is known and this one; yes is 1, no is 0. */
    public boolean exactly(int slot, double value) {
        return number(slot) == value;
    }

    /** A number, or 1 and 0 for yes and no; NaN if unknown. */
    private double number(int slot) {
        var value = numbers[slot];
        if (Double.doubleToRawLongBits(value) == NOT_READ_BITS) {
            var condition = slots.condition(slot);
            value = condition.term().number(situation(), slots.args(slot), day);
            numbers[slot] = value;
        }
        return value;
    }

    /** Whether a number is known. */
    public boolean numberKnown(int slot) {
        return !Double.isNaN(number(slot));
    }

    /** Whether a word or text is known. */
    public boolean textKnown(int slot) {
        return text(slot) != null;
    }

    /** Whether a word is the one of this number, or has it among others. */
    public boolean is(int slot, int word) {
        var text = text(slot);
        return text != null && Several.has(text, slots.word(slot, word));
    }

    /** Whether a text holds a word of a list. */
    public boolean mentions(int slot, int list) {
        var text = text(slot);
        if (text == null) {
            return false;
        }
        var found = mentioned[slot];
        if (found == null) {
            found = slots.words(slot).in(text);
            mentioned[slot] = found;
        }
        return found.get(list);
    }

    @SuppressWarnings("ReferenceEquality")
    private @Nullable String text(int slot) {
        var value = texts[slot];
        if (value == TEXT_NOT_READ) {
            value = slots.condition(slot).term().text(situation());
            texts[slot] = value;
        }
        return value;
    }

    /** As {@link Interpreter#passes}, from what was already read. */
    public boolean passes(int slot, Check check) {
        return slots.condition(slot).term().numeric() ? check.passes(number(slot)) : check.passes(text(slot));
    }

    /** The earliest moment after now at which a check of this value may turn; null if never without an event. */
    @Nullable
    public Instant next(int slot, Check check) {
        return slots.condition(slot).term().next(situation(), slots.args(slot), check);
    }

    @SuppressWarnings("ReferenceEquality")
    boolean isAt(Situation another) {
        return situation == another;
    }

    /** As {@link Interpreter#actual}, from what was already read. */
    String captured(CompiledRules.Shown shown) {
        var slot = shown.slot();
        var condition = shown.condition();
        return switch (condition.term().type()) {
            case NUMBER -> Numbers.plain(number(slot));
            case YES_NO -> numberKnown(slot) ? number(slot) == 1 ? "yes" : "no" : "unknown";
            case DAY -> Interpreter.actual(condition, situation());
            case WORD -> {
                var word = text(slot);
                yield word == null ? "unknown" : Several.shown(word);
            }
            case TEXT -> Interpreter.actual(condition, situation());
        };
    }
}
