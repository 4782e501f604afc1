package io.rapport.rulebook;

import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.ConstantPool;
import java.lang.classfile.constantpool.InvokeDynamicEntry;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.constantpool.MethodHandleEntry;
import java.util.Map;
import java.util.Set;

import org.drools.base.definitions.InternalKnowledgePackage;
import org.drools.core.rule.JavaDialectRuntimeData;
import org.kie.api.KieBase;

/**
 * Reads the bytecode that Drools made of the generated rules, before any of it runs: it may touch the members listed here
 * and its own, nothing else.
 */
final class GeneratedCode {

    private static final String OWN = DrlWriter.PACKAGE.replace('.', '/') + "/";

    private static final Map<String, Set<String>> ALLOWED = Map.of("io/rapport/rulebook/Firing", Set.of("hit"),
            "java/lang/Object",
            Set.of("<init>", "getClass"), "java/lang/Boolean", Set.of("FALSE", "TRUE"), "org/drools/mvel/asm/MethodComparator",
            Set.of("getMethodBytecode", "compareBytecode"), "org/drools/mvel/asm/ConsequenceGenerator", Set.of("generate"),
            "org/drools/core/rule/consequence/KnowledgeHelper", Set.of(), "org/drools/base/rule/consequence/Consequence",
            Set.of("evaluate"), "org/drools/base/rule/accessor/CompiledInvoker", Set.of("getMethodBytecode"));

    private GeneratedCode() {}

    /**
     * @throws RuleCompilationException naming the member that is not allowed
     */
    static void check(KieBase base) {
        for (var each : base.getKiePackages()) {
            if (each instanceof InternalKnowledgePackage compiled
                    && compiled.getDialectRuntimeRegistry().getDialectData("java") instanceof JavaDialectRuntimeData java) {
                java.getStore().forEach(GeneratedCode::check);
            }
        }
    }

    static void check(String name, byte[] bytecode) {
        check(name, ClassFile.of().parse(bytecode).constantPool());
    }

    private static void check(String name, ConstantPool constants) {
        for (var entry : constants) {
            switch (entry) {
                case MemberRefEntry member -> checkMember(name, member);
                case InvokeDynamicEntry _,MethodHandleEntry _ -> throw refused(name, "a call decided at run time");
                default -> {
                    // names, numbers and texts do nothing by themselves
                }
            }
        }
    }

    private static void checkMember(String name, MemberRefEntry member) {
        var owner = member.owner().asInternalName();
        if (!owner.startsWith(OWN) && !ALLOWED.getOrDefault(owner, Set.of()).contains(member.name().stringValue())) {
            throw refused(name, owner + "." + member.name().stringValue());
        }
    }

    private static RuleCompilationException refused(String name, String what) {
        return new RuleCompilationException("Generated code in [" + name + "] may not touch [" + what + "]");
    }
}
