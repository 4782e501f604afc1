package io.rapport.rulebook;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;

import io.rapport.facts.Situation;
import io.rapport.rulebook.reading.ActionWording;

/**
 * The typed syntax tree of one rule: a row of a table, or one rule of sentences. All else about it is derived from here.
 *
 * @param id the file's id and the number of the row or rule in it: {@code TIER-001/2}
 * @param name the result, then the reason
 * @param scope what kind of situation it looks at
 * @param when all must hold
 * @param then what follows, in the order written
 * @param because the author's reason; empty texts mean that the conditions speak for themselves
 */
public record Rule(
        String id, String name, Stratum stratum, Situation.Scope scope, RuleMeta meta, Origin origin, List<Condition> when,
        List<Consequence> then, Because because) {

    public Rule {
        when = List.copyOf(when);
        then = List.copyOf(then);
    }

    /**
     * The author's reason in words; {@code {key}} stands where the value of a condition is filled in.
     *
     * @param english English text, empty: the conditions speak
     * @param chinese Chinese text, empty: the conditions speak
     * @param shown what the texts show beside the rule's own conditions; not a condition
     */
    public record Because(String english, String chinese, List<Condition> shown) {

        static final Because NONE = new Because("", "", List.of());

        public Because {
            shown = List.copyOf(shown);
        }
    }

    /** The conditions, and what the reason shows beside them; each value once. */
    public List<Condition> captured() {
        var byKey = new LinkedHashMap<String, Condition>();
        when.forEach(condition -> byKey.putIfAbsent(condition.key(), condition));
        because.shown().forEach(condition -> byKey.putIfAbsent(condition.key(), condition));
        return List.copyOf(byKey.values());
    }

    /**
     * What a person reads as its name: in English as the author called it, in Chinese what it does and the author's Chinese
     * reason. Where a value would stand its word stands.
     */
    public String title(Locale language) {
        if (!Text.isChinese(language)) {
            return shown(name, language);
        }
        var does = then.isEmpty() ? "" : new ActionWording(true).of(then.getFirst());
        return because.chinese().isEmpty() || does.isEmpty() ? does.isEmpty() ? shown(name, language) : does
                : does + "：" + shown(because.chinese(), language);
    }

    /** The author's reason with words where values would stand; empty when the conditions speak for themselves. */
    public String reason(Locale language) {
        return shown(Text.isChinese(language) ? because.chinese() : because.english(), language);
    }

    private String shown(String written, Locale language) {
        return Templates.PLACEHOLDER.matcher(written).replaceAll(found -> Matcher.quoteReplacement(captured().stream()
                .filter(condition -> condition.key().equals(found.group(1))).map(condition -> Wording.noun(condition, language))
                .findFirst().orElse(found.group(1))));
    }

    /** Whether it is for whatever is left: it asks for nothing, or only that something is known. */
    public boolean isForTheRest() {
        return when.stream().allMatch(condition -> condition.check() instanceof Check.Known);
    }

    @Override
    public String toString() {
        return "Rule[" + id + "]";
    }
}
