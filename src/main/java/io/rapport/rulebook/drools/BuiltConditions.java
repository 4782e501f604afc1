package io.rapport.rulebook.drools;

import java.util.Collection;
import java.util.Set;
import java.util.regex.Pattern;

import org.drools.base.definitions.rule.impl.RuleImpl;
import org.drools.base.rule.RuleConditionElement;
import org.drools.mvel.MVELConstraint;
import org.kie.api.definition.KiePackage;
import org.kie.api.definition.rule.Rule;

/**
 * What Drools built, looked at before it runs: its interpreter evaluates conditions by names that it knows without any class
 * loader, and no bytecode shows them. Unlike {@link RuleShape} this knows nothing of what was parsed: whichever way a
 * condition came in, it is made of a few words, numbers and signs.
 */
final class BuiltConditions {

    private static final Set<String> WORDS = Set.of("group", "atLeast", "above", "atMost", "below", "exactly", "numberKnown",
            "textKnown", "is", "mentions");

    /** A full stop stands inside a number only, so that nothing can be called on anything. */
    private static final Pattern PART = Pattern
            .compile("(?<word>[\\p{L}_$][\\p{L}\\p{N}_$]*)|\\d+(?:\\.\\d+)?d?|==|\\|\\||[!(), -]");

    private BuiltConditions() {}

    /**
     * @throws RuleCompilationException naming what is not allowed
     */
    static void check(Collection<KiePackage> packages) {
        packages.stream().flatMap(each -> each.getRules().stream()).forEach(BuiltConditions::checkRule);
    }

    private static void checkRule(Rule rule) {
        if (!(rule instanceof RuleImpl built) || built.isQuery()) {
            throw refused(rule.getName());
        }
        for (RuleConditionElement element : built.getLhs().getChildren()) {
            if (!(element instanceof org.drools.base.rule.Pattern pattern) || pattern.getSource() != null) {
                throw refused(element.getClass().getSimpleName());
            }
            for (var constraint : pattern.getConstraints()) {
                if (!(constraint instanceof MVELConstraint condition) || !isSimple(condition.getExpression())) {
                    throw refused(constraint.toString());
                }
            }
        }
    }

    /** Whether it is made of the parts that a condition has, and of nothing else. */
    private static boolean isSimple(String expression) {
        var part = PART.matcher(expression);
        var at = 0;
        while (part.find() && part.start() == at && (part.group("word") == null || WORDS.contains(part.group("word")))) {
            at = part.end();
        }
        return at == expression.length();
    }

    private static RuleCompilationException refused(String what) {
        return new RuleCompilationException("Built rules may not have the condition [" + what + "]");
    }
}
