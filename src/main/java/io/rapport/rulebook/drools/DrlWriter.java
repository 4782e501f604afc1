package io.rapport.rulebook.drools;

import java.util.List;

import io.rapport.rulebook.Check;
import io.rapport.rulebook.Condition;
import io.rapport.rulebook.Rule;
import io.rapport.rulebook.RuleMeta;

/**
 * Writes rules for Drools from fixed templates: numbers as literals, words and everything else by index. No text of an
 * author reaches the source: an escaped {@code \\u0022} would already end a string before the compiler reads it.
 * Comparisons are calls too: an operator of the rule language takes an unknown number (NaN) for a small one.
 */
public final class DrlWriter {

    static final String PACKAGE = "io.rapport.rulebook.generated";

    private final Slots slots;

    public DrlWriter(Slots slots) {
        this.slots = slots;
    }

    public String write(List<Rule> rules) {
        var drl = new StringBuilder("package " + PACKAGE + ";\n").append("import ").append(Look.class.getName()).append(";\n")
                .append("import ").append(Firing.class.getName()).append(";\n")
                .append("global Firing firing;\ndialect \"java\"\n");
        for (var index = 0; index < rules.size(); index++) {
            if (rules.get(index).meta().status() != RuleMeta.Status.RETIRED) {
                append(drl, index, rules.get(index));
            }
        }
        return drl.toString();
    }

    private void append(StringBuilder drl, int index, Rule rule) {
        drl.append("rule \"r").append(index).append("\" agenda-group \"").append(rule.stratum().name())
                .append("\"\nwhen\n  look : Look(group == ")
                .append(Look.group(rule.stratum(), rule.scope()));
        for (var condition : rule.when()) {
            drl.append(", ").append(constraint(condition));
        }
        drl.append(")\nthen\n  firing.hit(").append(index).append(", look);\nend\n");
    }

    private String constraint(Condition condition) {
        var slot = slots.slot(condition);
        var numeric = condition.term().numeric();
        return switch (condition.check()) {
            case Check.Between between -> between(slot, between);
            case Check.Window window -> window(slot, window);
            case Check.Holds holds -> call("exactly", slot, holds.yes() ? 1 : 0);
            case Check.Known _ -> (numeric ? "numberKnown(" : "textKnown(") + slot + ")";
            case Check.Unknown _ -> (numeric ? "!numberKnown(" : "!textKnown(") + slot + ")";
            case Check.Mentions mentions -> "mentions(" + slot + ", " + slots.list(condition, mentions) + ")";
            case Check.OneOf oneOf -> oneOf(condition, slot, oneOf);
        };
    }

    private static String between(int slot, Check.Between between) {
        if (between.from() == between.to()) {
            return call("exactly", slot, between.from());
        }
        var from = Double.isInfinite(between.from()) ? ""
                : call(between.fromIncluded() ? "atLeast" : "above", slot, between.from());
        var to = Double.isInfinite(between.to()) ? "" : call(between.toIncluded() ? "atMost" : "below", slot, between.to());
        return from + (from.isEmpty() || to.isEmpty() ? "" : ", ") + to;
    }

    /** Over New Year it is one of two stretches. */
    private static String window(int slot, Check.Window window) {
        var from = call("atLeast", slot, Check.Window.number(window.from()));
        var to = call("atMost", slot, Check.Window.number(window.to()));
        var before = call("below", slot, Check.Window.number(window.from()));
        var after = call("above", slot, Check.Window.number(window.to()));
        var wraps = window.from().isAfter(window.to());
        return window.not()
                ? wraps ? before + ", " + after : "(" + before + " || " + after + ")"
                : wraps ? "(" + from + " || " + to + ")" : from + ", " + to;
    }

    private static String call(String comparison, int slot, double bound) {
        return comparison + "(" + slot + ", " + literal(bound) + ")";
    }

    private String oneOf(Condition condition, int slot, Check.OneOf oneOf) {
        var each = oneOf.values().stream().map(word -> "is(" + slot + ", " + slots.word(condition, word) + ")").toList();
        var any = "(" + String.join(" || ", each) + ")";
        return oneOf.not() ? "textKnown(" + slot + "), !" + any : any;
    }

    static String literal(double value) {
        return new java.math.BigDecimal(Double.toString(value)).toPlainString() + "d";
    }
}
