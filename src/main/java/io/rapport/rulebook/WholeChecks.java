package io.rapport.rulebook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What only shows when all files are seen together: ids used twice, concepts concluded twice, missing templates. */
final class WholeChecks {

    private final List<Rule> rules;
    private final Templates templates;
    private final List<Problem> problems = new ArrayList<>();

    WholeChecks(List<Rule> rules, Templates templates) {
        this.rules = rules;
        this.templates = templates;
    }

    List<Problem> problems() {
        checkIds();
        checkConcepts();
        checkTemplates();
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
                    problems.add(new Problem(rule.origin().file(), rule.origin().line(), 1, 1,
                            "no template [" + send.template() + "]", "", "Write rules/templates/" + send.template() + ".en.txt.",
                            ""));
                }
            }
        }
    }

    private void add(String file, String message, String suggestion) {
        var problem = new Problem(file, 0, 0, 0, message, "", suggestion, "");
        if (!problems.contains(problem)) {
            problems.add(problem);
        }
    }
}
