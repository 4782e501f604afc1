package io.rapport.rulebook.checks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.rapport.rulebook.Concepts;
import io.rapport.rulebook.Consequence;
import io.rapport.rulebook.Problem;
import io.rapport.rulebook.Problems;
import io.rapport.rulebook.Rule;
import io.rapport.rulebook.RuleMeta;
import io.rapport.rulebook.Templates;

/** What only shows when all files are seen together: ids used twice, concepts concluded twice, missing templates. */
public final class WholeChecks {

    private final List<Rule> rules;
    private final Templates templates;
    private final Lines lines;
    private final List<Problem> problems = new ArrayList<>();

    public WholeChecks(List<Rule> rules, Templates templates, Lines lines) {
        this.rules = rules;
        this.templates = templates;
        this.lines = lines;
    }

    /**
     * What can be published all the same.
     *
     * @param complete whether every rule could be read: what one that could not would conclude, nobody knows
     */
    public List<Problem> warnings(boolean complete) {
        var warnings = new ArrayList<>(new Thresholds(lines).in(rules));
        warnings.addAll(untranslated());
        if (complete) {
            warnings.addAll(new SaidNumbers(lines).in(rules)); // a row counts from the one above it, which may be unread
            warnings.addAll(new Undefined(lines).in(rules));
        }
        return warnings;
    }

    public List<Problem> problems() {
        checkIds();
        checkConcepts();
        checkTemplates();
        problems.addAll(new Clashes(lines).in(rules));
        return problems;
    }

    private void checkIds() {
        Map<String, String> fileOfId = new HashMap<>();
        for (var rule : rules) {
            var before = fileOfId.putIfAbsent(rule.meta().id(), rule.origin().file());
            if (before != null && !before.equals(rule.origin().file())) {
                add(rule.origin().file(), "the id [" + rule.meta().id() + "] is taken by rules/" + before,
                        "Give it the next free number.");
            }
        }
    }

    private void checkConcepts() {
        Map<String, String> fileOfConcept = new LinkedHashMap<>();
        for (var rule : rules) {
            for (var then : rule.then()) {
                if (then instanceof Consequence.Conclude conclude && !Concepts.multiple(conclude.concept())
                        && rule.meta().status() != RuleMeta.Status.RETIRED) {
                    var file = rule.origin().file();
                    var before = fileOfConcept.putIfAbsent(conclude.concept(), file);
                    if (before != null && !before.equals(file)) {
                        add(file, "[" + conclude.concept() + "] is already concluded by rules/" + before,
                                "One concept, one file: add rows there.");
                    }
                }
            }
        }
    }

    private void checkTemplates() {
        for (var rule : rules) {
            for (var then : rule.then()) {
                if (then instanceof Consequence.Send send && !templates.has(send.template())) {
                    problems.add(lines.at(rule, "no template [" + send.template() + "]",
                            (Problems.maybe(send.template(), templates.names()) + " Or write rules/templates/" + send.template()
                                    + ".en.txt.").replaceFirst("^ Or write", "Write")));
                }
            }
        }
    }

    /** A message that some customers would get in a language that is not theirs. */
    private List<Problem> untranslated() {
        var sent = new LinkedHashMap<String, Rule>();
        for (var rule : rules) {
            for (var then : rule.then()) {
                if (then instanceof Consequence.Send send && templates.has(send.template())
                        && !templates.isIn(send.template(), "zh")) {
                    sent.putIfAbsent(send.template(), rule);
                }
            }
        }
        return sent.entrySet().stream().map(entry -> lines.at(entry.getValue(), "the template [" + entry.getKey()
                + "] is not there in Chinese",
                "Chinese customers would get it in English: write rules/templates/"
                        + entry.getKey() + ".zh.txt.")
                .asWarning())
                .toList();
    }

    private void add(String file, String message, String suggestion) {
        var problem = new Problem(file, 0, 0, 0, message, "", suggestion, "");
        if (!problems.contains(problem)) {
            problems.add(problem);
        }
    }
}
