package io.rapport.console.versions;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

import io.rapport.publishing.ChangedRule;
import io.rapport.publishing.Comparison;
import io.rapport.rulebook.Rule;
import org.jspecify.annotations.Nullable;

/**
 * What is different between two versions.
 *
 * @param before the version that is left
 * @param after the version that is gone to
 * @param rules what that is in rules
 */
public record ComparisonView(String before, String after, List<RuleView> rules, List<FileView> files) {

    /**
     * A rule that differs, in the reader's language.
     *
     * @param kind {@code added}, {@code removed} or {@code changed}
     * @param rule its id
     * @param was conditions that hold no more; what it says as well where that changed
     * @param is what came in their place
     */
    public record RuleView(String kind, String file, String rule, String name, List<String> was, List<String> is) {}

    /** @param kind {@code added}, {@code removed} or {@code changed} */
    public record FileView(String file, String kind, long came, long went, List<LineView> lines) {}

    /**
     * @param mark {@code same}, {@code came}, {@code went}, or {@code gap} for lines that are not shown
     * @param before its number, 0 when it is not there
     */
    public record LineView(String mark, int before, int after, String text) {}

    static ComparisonView of(String before, String after, Comparison comparison, List<ChangedRule> rules, Locale language) {
        return new ComparisonView(before, after, rules.stream().map(rule -> view(rule, language)).toList(), comparison
                .files().stream().map(file -> new FileView(
                        file.file(), word(file.kind()), file.count(Comparison.Mark.CAME), file.count(Comparison.Mark.WENT),
                        file.lines().stream()
                                .map(line -> new LineView(word(line.mark()), line.before(), line.after(), line.text()))
                                .toList()))
                .toList());
    }

    private static RuleView view(ChangedRule changed, Locale language) {
        var was = said(changed.before(), language);
        var is = said(changed.after(), language);
        var rule = Objects.requireNonNull(changed.after() == null ? changed.before() : changed.after(), "one of them is there");
        return new RuleView(changed.before() == null ? "added" : changed.after() == null ? "removed" : "changed",
                changed.file(), rule.id(), rule.title(language),
                was.stream().filter(each -> !is.contains(each)).toList(),
                is.stream().filter(each -> !was.contains(each)).toList());
    }

    /** What a rule is called, asks for and gives as its reason. */
    private static List<String> said(@Nullable Rule rule, Locale language) {
        if (rule == null) {
            return List.of();
        }
        return Stream.of(Stream.of(rule.title(language)), rule.when().stream().map(condition -> condition.wording(language)),
                Stream.of(rule.reason(language))).flatMap(each -> each).filter(each -> !each.isBlank()).toList();
    }

    public String shortBefore() {
        return VersionView.shortened(before);
    }

    public String shortAfter() {
        return VersionView.shortened(after);
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
