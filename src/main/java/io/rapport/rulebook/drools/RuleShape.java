package io.rapport.rulebook.drools;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.rapport.rulebook.Stratum;
import org.drools.drl.ast.descr.AttributeDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ImportDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;

/**
 * What Drools understood of the generated source, looked at before it builds anything: rules of one pattern, conditions that
 * are calls of {@link Look}, one consequence, and nothing else. Drools evaluates some texts while it builds and interprets
 * conditions at first, so that neither bytecode nor class loader sees them in time.
 */
final class RuleShape {

    private static final Set<String> GROUPS = Arrays.stream(Stratum.values()).map(Stratum::name)
            .collect(Collectors.toUnmodifiableSet());

    private static final String NUMBER = "-?\\d+(?:\\.\\d+)?d";

    private static final String CALL = "(?:(?:atLeast|above|atMost|below|exactly)\\(\\d+, " + NUMBER + "\\)"
            + "|(?:numberKnown|textKnown)\\(\\d+\\)|(?:is|mentions)\\(\\d+, \\d+\\))";

    private static final String EITHER = CALL + "(?: \\|\\| " + CALL + ")*";

    private static final Pattern CONDITION = Pattern.compile("group == \\d+|!?" + CALL + "|!?\\(" + EITHER + "\\)");

    private static final Pattern CONSEQUENCE = Pattern.compile("firing\\.hit\\(\\d+, look\\);\\s*");

    private RuleShape() {}

    /**
     * @throws RuleCompilationException naming what is not allowed
     */
    static void check(PackageDescr read) {
        allow(read.getName().equals(DrlWriter.PACKAGE) && read.getUnit() == null, "package " + read.getName());
        allow(read.getImports().stream().map(ImportDescr::getTarget).toList()
                .equals(List.of(Look.class.getName(), Firing.class.getName())), "imports");
        allow(read.getFunctionImports().isEmpty() && read.getAccumulateImports().isEmpty(), "imported functions");
        allow(read.getGlobals().size() == 1 && read.getGlobals().getFirst().getType().equals("Firing")
                && read.getGlobals().getFirst().getIdentifier().equals("firing"), "globals");
        allow(read.getFunctions().isEmpty(), "functions");
        allow(read.getTypeDeclarations().isEmpty() && read.getEnumDeclarations().isEmpty(), "types");
        allow(read.getEntryPointDeclarations().isEmpty() && read.getWindowDeclarations().isEmpty(), "entry points or windows");
        allow(read.getAttributes().stream().allMatch(RuleShape::isJava), "attributes");
        read.getRules().forEach(RuleShape::checkRule);
    }

    private static void checkRule(RuleDescr rule) {
        allow(rule.isRule() && !rule.isQuery() && rule.getParentName() == null, "a query or a rule that extends another");
        allow(rule.getAttributes().values().stream().allMatch(each -> isJava(each) || isGroup(each)), "attributes");
        allow(rule.getAnnotations().isEmpty() && rule.getNamedConsequences().isEmpty(), "annotations or a second consequence");
        allow(rule.getConsequence() instanceof String text && CONSEQUENCE.matcher(text).matches(), "a consequence of its own");
        var parts = rule.getLhs().getDescrs();
        allow(parts.size() == 1, "conditions about more than one thing");
        if (!(parts.getFirst() instanceof PatternDescr pattern)) {
            throw refused("a condition that is no pattern");
        }
        checkPattern(pattern);
    }

    private static void checkPattern(PatternDescr pattern) {
        allow(pattern.getObjectType().equals("Look") && "look".equals(pattern.getIdentifier()) && !pattern.isQuery(),
                "a pattern of " + pattern.getObjectType());
        allow(pattern.getSource() == null && pattern.getBehaviors().isEmpty() && pattern.getAnnotations().isEmpty(),
                "a pattern with a source");
        for (BaseDescr condition : pattern.getConstraint().getDescrs()) {
            allow(CONDITION.matcher(condition.getText()).matches(), "the condition " + condition.getText());
        }
    }

    private static boolean isJava(AttributeDescr attribute) {
        return attribute.getName().equals("dialect") && attribute.getValue().equals("java");
    }

    private static boolean isGroup(AttributeDescr attribute) {
        return attribute.getName().equals("agenda-group") && GROUPS.contains(attribute.getValue());
    }

    private static void allow(boolean allowed, String what) {
        if (!allowed) {
            throw refused(what);
        }
    }

    private static RuleCompilationException refused(String what) {
        return new RuleCompilationException("Generated rules may not have [" + what + "]");
    }
}
