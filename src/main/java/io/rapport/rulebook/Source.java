package io.rapport.rulebook;

import io.rapport.facts.Situation;
import org.jspecify.annotations.Nullable;

/**
 * Where the value of a term comes from.
 *
 * @param figure for numbers and yes-no
 * @param wording for words and texts
 * @param motion how the value changes with time
 * @param anchor what makes an acting rule's occasion; null if nothing
 */
public record Source(@Nullable Figure figure, @Nullable Wordy wording, Motion motion, @Nullable Anchor anchor) {

    public interface Figure {

        double of(Situation situation, double[] args, long day);
    }

    public interface Wordy {

        @Nullable
        String of(Situation situation);
    }

    public interface Anchor {

        @Nullable
        String of(Situation situation);
    }

    double number(Situation situation, double[] args, long day) {
        return figure == null ? Double.NaN : figure.of(situation, args, day);
    }

    @Nullable
    String text(Situation situation) {
        return wording == null ? null : wording.of(situation);
    }
}
