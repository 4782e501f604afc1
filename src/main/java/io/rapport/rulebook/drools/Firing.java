package io.rapport.rulebook.drools;

import java.util.Arrays;

/** Collects which rules hold. Public only because generated code calls {@link #hit}. */
public final class Firing {

    private static final int FIRST_SIZE = 64;

    private int[] rules = new int[FIRST_SIZE];
    private Look[] looks = new Look[FIRST_SIZE];
    private int count;

    Firing() {}

    /** The rule of this index holds for this situation. */
    public void hit(int rule, Look look) {
        if (count == rules.length) {
            rules = Arrays.copyOf(rules, 2 * count);
            looks = Arrays.copyOf(looks, 2 * count);
        }
        rules[count] = rule;
        looks[count] = look;
        count++;
    }

    int count() {
        return count;
    }

    int rule(int at) {
        return rules[at];
    }

    Look look(int at) {
        return looks[at];
    }

    void clear() {
        Arrays.fill(looks, 0, count, null);
        count = 0;
    }

    /** Rules in their order; few, and mostly in order already. */
    void sort() {
        for (var i = 1; i < count; i++) {
            var rule = rules[i];
            var look = looks[i];
            var j = i - 1;
            for (; j >= 0 && rules[j] > rule; j--) {
                rules[j + 1] = rules[j];
                looks[j + 1] = looks[j];
            }
            rules[j + 1] = rule;
            looks[j + 1] = look;
        }
    }
}
