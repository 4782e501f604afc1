package io.rapport.rulebook;

import java.util.List;
import java.util.Locale;

/**
 * One thing that must hold for a rule.
 *
 * @param term the word of the vocabulary that is looked at
 * @param args the numbers inside the word ("orders in the last 90 days"), in order
 * @param check what its value must be
 */
public record Condition(Term term, List<Double> args, Check check) {

    public Condition {
        args = List.copyOf(args);
    }

    public double[] arguments() {
        var numbers = new double[args.size()];
        for (var i = 0; i < numbers.length; i++) {
            numbers[i] = args.get(i);
        }
        return numbers;
    }

    /** The condition as a sentence, in English or Chinese. */
    public String wording(Locale locale) {
        return Wording.of(this, locale);
    }

    /** Two conditions with the same key read the same value. */
    public String key() {
        if (args.isEmpty()) {
            return term.id();
        }
        var key = new StringBuilder(term.id());
        args.forEach(arg -> key.append('/').append(Numbers.plain(arg)));
        return key.toString();
    }
}
