package io.rapport.publishing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import io.rapport.publishing.Comparison.Mark;
import io.rapport.rulebook.Rule;
import io.rapport.rulebook.Rulebook;
import org.jspecify.annotations.Nullable;

/**
 * A rule that differs between two versions: a row of a table, or a rule of sentences.
 *
 * @param before null when it came
 * @param after null when it went
 */
public record ChangedRule(String file, @Nullable Rule before, @Nullable Rule after) {

    /** Those of the files that differ, in the order of the files. What neither version can be read in is left out. */
    public static List<ChangedRule> of(Comparison comparison, Rulebook before, Rulebook after) {
        var changed = new ArrayList<ChangedRule>();
        for (var file : comparison.files()) {
            between(file.file(), rules(before, file.file()), rules(after, file.file()), changed);
        }
        return changed;
    }

    private static List<Rule> rules(Rulebook rulebook, String file) {
        return rulebook.rules().stream().filter(rule -> rule.origin().file().equals(file)).toList();
    }

    /** A rule that went and one that came in its place are one that changed. */
    private static void between(String file, List<Rule> before, List<Rule> after, List<ChangedRule> changed) {
        var went = new ArrayList<Rule>();
        var came = new ArrayList<Rule>();
        for (var line : Lines.all(said(before), said(after))) {
            if (line.mark() == Mark.WENT) {
                went.add(before.get(line.before() - 1));
            } else if (line.mark() == Mark.CAME) {
                came.add(after.get(line.after() - 1));
            } else {
                pair(file, went, came, changed);
            }
        }
        pair(file, went, came, changed);
    }

    private static void pair(String file, List<Rule> went, List<Rule> came, List<ChangedRule> changed) {
        for (var i = 0; i < Math.max(went.size(), came.size()); i++) {
            changed.add(new ChangedRule(file, i < went.size() ? went.get(i) : null, i < came.size() ? came.get(i) : null));
        }
        went.clear();
        came.clear();
    }

    private static List<String> said(List<Rule> rules) {
        return rules.stream().map(rule -> rule.name() + "\n" + rule.then() + "\n" + rule.meta().status() + "\n"
                + rule.because().english() + "\n" + rule.because().chinese() + "\n" + rule.when().stream()
                        .map(condition -> condition.wording(Locale.ENGLISH)).collect(Collectors.joining("\n")))
                .toList();
    }
}
