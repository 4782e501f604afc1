package io.rapport.policy.steps;

import java.util.Locale;

import io.rapport.facts.Reason;
import io.rapport.policy.Texts;
import io.rapport.rulebook.Rulebook;

/** Reasons as the screens say them: a rule's by the rulebook, a guarantee's by the message files. */
public record Sentences(Rulebook rulebook) {

    private static final String GUARANTEE = "policy/";

    String of(Reason reason, Locale locale) {
        return reason.ruleId().startsWith(GUARANTEE)
                ? guarantee(reason.ruleId().substring(GUARANTEE.length()), locale)
                : rulebook.because(reason, locale);
    }

    /** Whether a reason reads so, in English or in Chinese; a full stop at the end makes no difference. */
    boolean same(Reason reason, String because) {
        return bare(of(reason, Locale.ENGLISH)).equals(bare(because)) || bare(of(reason, Locale.CHINESE)).equals(bare(because));
    }

    private static String guarantee(String name, Locale locale) {
        var texts = Texts.in(locale);
        return texts.has("policy." + name) ? texts.of("policy." + name) : GUARANTEE + name;
    }

    private static String bare(String sentence) {
        return sentence.strip().replaceAll("[.。]$", "");
    }
}
