package io.rapport.policy.steps;

import java.util.Locale;
import java.util.stream.Stream;

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

    /** Whether a reason reads so, in English or in Chinese, with or without what a limit counted; a full stop makes no difference. */
    boolean same(Reason reason, String because) {
        var uncounted = new Reason(reason.ruleId(), reason.captured().stream()
                .filter(captured -> !captured.term().equals(Reason.COUNTED)).toList());
        return Stream.of(reason, uncounted).flatMap(one -> Stream.of(of(one, Locale.ENGLISH), of(one, Locale.CHINESE)))
                .anyMatch(said -> bare(said).equals(bare(because)));
    }

    private static String guarantee(String name, Locale locale) {
        var texts = Texts.in(locale);
        return texts.has("policy." + name) ? texts.of("policy." + name) : GUARANTEE + name;
    }

    private static String bare(String sentence) {
        return sentence.strip().replaceAll("[.。]$", "");
    }
}
