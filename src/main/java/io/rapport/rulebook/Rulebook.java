package io.rapport.rulebook;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.rapport.facts.Reason;
import io.rapport.facts.Situation;
import io.rapport.rulebook.drools.CompiledRules;
import io.rapport.rulebook.drools.DroolsSession;
import org.jspecify.annotations.Nullable;

/** Rule files, read, checked and compiled; never changed after. Safe for many threads, its sessions are not. */
public final class Rulebook implements AutoCloseable {

    private final String version;
    private final RuleFiles files;
    private final CompiledRules compiled;
    private final Templates templates;
    private final Map<String, Rule> byId = new HashMap<>();
    private final Map<Stratum, List<Rule>> byStratum = new EnumMap<>(Stratum.class);
    private final Turning turning;

    Rulebook(RuleFiles files, List<Rule> rules, Templates templates) {
        this(files, rules, templates, new CompiledRules(rules));
    }

    /** The rules as far as this program can read the files, to say reasons of the past in; it decides nothing. */
    public static Rulebook toRead(RuleFiles files) {
        var understood = RulebookCompiler.understood(files);
        return new Rulebook(files, understood.rules(), understood.templates(), CompiledRules.toRead(understood.rules()));
    }

    private Rulebook(RuleFiles files, List<Rule> rules, Templates templates, CompiledRules compiled) {
        this.version = files.hash();
        this.files = files;
        this.templates = templates;
        this.compiled = compiled;
        rules.forEach(rule -> byId.put(rule.id(), rule));
        for (var stratum : Stratum.values()) {
            byStratum.put(stratum, rules.stream().filter(rule -> rule.stratum() == stratum).toList());
        }
        this.turning = new Turning(rules);
    }

    /** {@link RuleFiles#hash()} of what it was made from. */
    public String version() {
        return version;
    }

    public RuleFiles files() {
        return files;
    }

    /** All rules, strata in order, files by name, rules as written. */
    public List<Rule> rules() {
        return compiled.rules();
    }

    /** The rule of an id, null if there is none. */
    public @Nullable Rule rule(String id) {
        return byId.get(id);
    }

    public List<Rule> ofStratum(Stratum stratum) {
        return byStratum.getOrDefault(stratum, List.of());
    }

    /** A working memory for one thread; close it. */
    public RuleSession newSession() {
        return new DroolsSession(compiled);
    }

    /**
     * Whether a condition of any rule about this scope comes out otherwise in the other situation, which differs in its snapshot
     * only: then a boundary was crossed without an event.
     */
    public boolean turns(Situation before, Situation after) {
        return turning.between(before, after);
    }

    /** The interpreter's reading of a rule: which conditions hold, what they saw, what they needed. */
    public Explanation explain(Rule rule, Situation situation) {
        return Interpreter.explain(rule, situation);
    }

    /** What makes an action of this rule once: derived from the words it uses, parts joined with {@code |}. */
    public String occasion(Rule rule, Situation situation) {
        return Interpreter.occasion(rule, situation);
    }

    /** The reason as a sentence in English or Chinese; the rule's id when this rulebook does not have the rule. */
    public String because(Reason reason, Locale locale) {
        return because(reason, locale, "");
    }

    /** @param currency said with every amount of money; empty for none */
    public String because(Reason reason, Locale locale, String currency) {
        var rule = byId.get(reason.ruleId());
        if (rule == null) {
            return reason.isSum() ? SumText.of(reason, byId, locale, currency) : reason.ruleId();
        }
        return ReasonText.of(rule, reason, locale, currency);
    }

    /**
     * A number about a customer, computed from what is remembered and concluded: plain notation, {@code unknown} if it is.
     *
     * @param term one of {@link Vocabulary#figures}
     */
    public String figure(String term, Situation situation) {
        var known = java.util.Objects.requireNonNull(vocabulary().term(term), term);
        return Numbers.plain(known.number(situation, new double[0], situation.today().toEpochDay()));
    }

    /**
     * A value that a reason captured, in English or Chinese; as it is when this rulebook does not have the rule.
     *
     * @param currency said with every amount of money
     */
    public String captured(Reason reason, Reason.Captured captured, Locale locale, String currency) {
        var rule = byId.get(reason.ruleId());
        return rule == null ? captured.value()
                : rule.captured().stream().filter(condition -> condition.key().equals(captured.term())).findFirst()
                        .map(condition -> ReasonText.inMoney(condition.term(),
                                Wording.actual(condition, captured.value(), locale), currency))
                        .orElse(captured.value());
    }

    public Templates templates() {
        return templates;
    }

    /** What is known of a situation to fill its templates with. */
    public Map<String, String> templateValues(Situation situation) {
        return TemplateValues.of(situation);
    }

    public Vocabulary vocabulary() {
        return Vocabulary.shipped();
    }

    /** Gives back what Drools holds as soon as the last session is closed; those in use go on undisturbed. */
    @Override
    public void close() {
        compiled.close();
    }

    /** Whether Drools still holds anything of it; the rules can be read, explained and rendered in any case. */
    public boolean isHeld() {
        return compiled.isHeld();
    }

    @Override
    public String toString() {
        return "Rulebook[" + version + "]";
    }
}
