package io.rapport.rulebook.reading;

import java.util.ArrayList;
import java.util.Locale;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;

import io.rapport.facts.Situation;
import io.rapport.rulebook.Check;
import io.rapport.rulebook.Condition;
import io.rapport.rulebook.Problems;
import io.rapport.rulebook.Rule;
import io.rapport.rulebook.Templates;
import io.rapport.rulebook.Vocabulary;
import io.rapport.rulebook.Wording;
import io.rapport.rulebook.terms.CountTerms;
import io.rapport.rulebook.terms.TraitTerms;
import org.jspecify.annotations.Nullable;

/** Reads the author's reason: every {@code {name}} in it must be a word of the vocabulary that the rule can see. */
public final class BecauseReader {

    private static final int LONGEST = 300;

    private final Problems problems;
    private final Situation.Scope scope;
    private final Map<String, Condition> shown = new HashMap<>();

    public BecauseReader(Problems problems, Situation.Scope scope) {
        this.problems = problems;
        this.scope = scope;
    }

    public Rule.Because read(RuleDraft draft) {
        var english = text(draft.because(false), draft);
        var chinese = text(draft.because(true), draft);
        draft.when().forEach(when -> shown.remove(when.condition().key()));
        return new Rule.Because(english, chinese, List.copyOf(shown.values()));
    }

    private String text(String written, RuleDraft draft) {
        if (written.length() > LONGEST) {
            problems.add(draft.becausePlace(), "a reason has at most " + LONGEST + " characters", "");
            return "";
        }
        Prose.check(Templates.PLACEHOLDER.matcher(written).replaceAll(found -> "x".repeat(found.group().length())),
                draft.becausePlace(), problems);
        return Templates.PLACEHOLDER.matcher(written)
                .replaceAll(found -> Matcher.quoteReplacement("{" + key(found.group(1).strip(), draft) + "}"));
    }

    private String key(String noun, RuleDraft draft) {
        var condition = condition(noun, draft);
        if (condition != null) {
            shown.put(condition.key(), condition);
            return condition.key();
        }
        var known = new ArrayList<String>();
        Vocabulary.shipped().terms().forEach(term -> known.add(term.english()));
        problems.add(draft.becausePlace(), "nothing the rule can see is called {" + noun + "}", maybe(noun, known));
        return noun;
    }

    /** The nearest noun; else the shortest that says more, as {@code amount spent} says less than it could. */
    private static String maybe(String noun, List<String> known) {
        var lower = noun.toLowerCase(Locale.ROOT);
        return lower.isBlank() ? ""
                : known.stream().filter(word -> (word + " ").startsWith(lower + " ") && !word.contains("{"))
                        .min(Comparator.comparingInt(String::length)).map(word -> "Maybe you meant " + word + ".")
                        .orElseGet(() -> Problems.maybe(noun, known));
    }

    private @Nullable Condition condition(String noun, RuleDraft draft) {
        for (var when : draft.when()) {
            if (isCalled(when.condition(), noun)) {
                return when.condition();
            }
        }
        for (var term : Vocabulary.shipped().terms()) {
            var plain = new Condition(term, List.of(), new Check.Known());
            var visible = term.scope() == scope || term.scope() == Situation.Scope.CUSTOMER;
            if (visible && !term.english().contains("{") && isCalled(plain, noun)) {
                return plain;
            }
        }
        var trait = TraitTerms.called(noun);
        var named = trait == null ? CountTerms.called(noun) : trait;
        return named == null ? null : new Condition(named, List.of(), new Check.Known());
    }

    private static boolean isCalled(Condition condition, String noun) {
        var bare = CountTerms.unquoted(noun);
        return bare.equalsIgnoreCase(CountTerms.unquoted(Wording.noun(condition, java.util.Locale.ENGLISH)))
                || bare.equals(CountTerms.unquoted(Wording.noun(condition, java.util.Locale.CHINESE)))
                || noun.equals(condition.term().id());
    }
}
