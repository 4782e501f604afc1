package io.rapport.policy.steps;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import io.rapport.policy.Texts;
import io.rapport.rulebook.Explanation.Finding;
import io.rapport.rulebook.Rule;

/**
 * A rule behind a value that is not the expected one: it decided, or it should have and did not.
 *
 * @param rule its id
 * @param file below the rules folder
 * @param line in the file
 * @param decided whether it is what decided
 * @param failed for a rule that should have: its conditions that do not hold; none when an earlier row spoke first, or when
 *     what it asked for was held back
 * @param retired it would have, and no longer takes part
 */
public record Behind(
        String rule, String name, String file, int line, boolean decided, List<Unmet> failed, boolean retired) {

    /**
     * A condition that does not hold.
     *
     * @param condition as a sentence in English
     * @param inChinese the same in Chinese
     * @param found the value that was there
     */
    public record Unmet(String condition, String inChinese, String found, boolean unknown) {}

    public Behind {
        failed = List.copyOf(failed);
    }

    static Behind of(Rule rule, boolean decided, List<Finding> failed) {
        return new Behind(rule.id(), rule.name(), rule.origin().file(), rule.origin().line(), decided, failed.stream()
                .map(finding -> new Unmet(finding.wording(Locale.ENGLISH), finding.wording(Locale.CHINESE), finding.actual(),
                        finding.unknown()))
                .toList(), false);
    }

    static Behind retired(Rule rule) {
        return new Behind(rule.id(), rule.name(), rule.origin().file(), rule.origin().line(), false, List.of(), true);
    }

    /** {@code rules/1-classify/value-tier.csv:7  ...}, in English or Chinese. */
    public String render(Locale locale) {
        var texts = Texts.in(locale);
        var chinese = locale.getLanguage().equals("zh");
        var key = retired ? "examples.retired"
                : decided ? "examples.decided" : failed.isEmpty() ? "examples.overruled" : "examples.missed";
        var why = failed.stream()
                .map(unmet -> texts.of("examples.needs", chinese ? unmet.inChinese() : unmet.condition(),
                        unmet.unknown() ? texts.of("unknown") : unmet.found()))
                .collect(Collectors.joining("; "));
        return texts.of(key, "rules/" + file + ":" + line, rule, name, why);
    }
}
