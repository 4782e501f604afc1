package io.rapport.rulebook.drools;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The classes that generated rules can see, and Drools on their behalf; a test finds each of them in use. */
final class VisibleClasses {

    static final Set<String> LIST = Stream.concat(accumulators(), """
            io.rapport.rulebook.drools.Firing
            io.rapport.rulebook.drools.Look
            java.io.Serializable
            java.lang.Boolean
            java.lang.Class
            java.lang.Exception
            java.lang.Object
            java.lang.String
            java.lang.Throwable
            org.drools.base.base.ValueResolver
            org.drools.base.base.ValueType
            org.drools.base.rule.Declaration
            org.drools.base.rule.accessor.CompiledInvoker
            org.drools.base.rule.consequence.Consequence
            org.drools.base.rule.consequence.ConsequenceContext
            org.drools.core.WorkingMemory
            org.drools.core.common.InternalFactHandle
            org.drools.core.reteoo.LeftTuple
            org.drools.core.reteoo.Tuple
            org.drools.core.rule.consequence.KnowledgeHelper
            org.drools.ecj.EclipseJavaCompiler
            org.drools.mvel.ConditionEvaluator
            org.drools.mvel.accessors.BaseWholeNumberClassFieldReader
            org.drools.mvel.asm.ConsequenceGenerator
            org.drools.mvel.asm.ConsequenceStub
            org.kie.api.runtime.KieContext
            org.kie.api.runtime.rule.FactHandle
            org.kie.api.runtime.rule.RuleContext
            """.lines()).collect(Collectors.toUnmodifiableSet());

    private VisibleClasses() {}

    /** Drools does not start without its arithmetic, though no rule has a use for it. */
    private static Stream<String> accumulators() {
        return """
                Average BigDecimalAverage BigDecimalMax BigDecimalMin BigDecimalSum BigIntegerMax BigIntegerMin BigIntegerSum
                CollectList CollectSet Count IntegerMax IntegerMin IntegerSum LongMax LongMin
                LongSum Max Min NumericMax NumericMin StandardDeviation Sum Variance
                """.lines().flatMap(line -> Stream.of(line.split(" ")))
                .map(name -> "org.drools.core.base.accumulators." + name + "AccumulateFunction");
    }

    static boolean contain(String name) {
        return LIST.contains(name);
    }
}
