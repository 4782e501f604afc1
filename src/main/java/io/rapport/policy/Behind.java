package io.rapport.policy;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import io.rapport.rulebook.Explanation.Finding;
import io.rapport.rulebook.Rule;

/**
 * A rule behind a value that is not the expected one: it decided, or it should have and did not.
 *
 * @param rule with file and line
 * @param decided whether it is what decided
 * @param failed for a rule that should have: its conditions that do not hold; none when an earlier row spoke first, or when
 *     what it asked for was held back
 */
public record Behind(Rule rule, boolean decided, List<Finding> failed) {

    public Behind {
        failed = List.copyOf(failed);
    }

    /** {@code rules/1-classify/value-tier.csv:7  ...}, in English or Chinese. */
    public String render(Locale locale) {
        var texts = Texts.in(locale);
        var key = decided ? "examples.decided" : failed.isEmpty() ? "examples.overruled" : "examples.missed";
        var why = failed.stream()
                .map(finding -> texts.of(
                        "examples.needs", finding.wording(locale), finding.unknown() ? texts.of("unknown") : finding.actual()))
                .collect(Collectors.joining("; "));
        return texts.of(key, rule.origin(), rule.id(), rule.name(), why);
    }
}
