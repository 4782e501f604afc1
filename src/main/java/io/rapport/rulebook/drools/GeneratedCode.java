package io.rapport.rulebook.drools;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeModel;
import java.lang.classfile.Instruction;
import java.lang.classfile.Label;
import java.lang.classfile.MethodModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.ConstantPool;
import java.lang.classfile.constantpool.DynamicConstantPoolEntry;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.constantpool.MethodHandleEntry;
import java.lang.classfile.constantpool.MethodTypeEntry;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.classfile.instruction.LookupSwitchInstruction;
import java.lang.classfile.instruction.TableSwitchInstruction;
import java.lang.reflect.AccessFlag;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Reads bytecode that Drools made of generated rules before it is defined as a class: it may do what is listed here and
 * nothing else. A test compiles every term with every operator and finds exactly these in use, none missing and none more.
 */
final class GeneratedCode {

    private static final String OWN = DrlWriter.PACKAGE.replace('.', '/') + "/";

    /** Classes, members with their descriptors, kinds of instruction; "own" is what was generated with it. */
    static final Set<String> LIST = """
            exception handler
            instruction ARRAY_STORE
            instruction BRANCH
            instruction CONSTANT
            instruction CONVERT
            instruction FIELD_ACCESS
            instruction INVOKE
            instruction LOAD
            instruction MONITOR
            instruction NEW_REF_ARRAY
            instruction RETURN
            instruction STACK
            instruction STORE
            instruction THROW_EXCEPTION
            instruction TYPE_CHECK
            io/rapport/rulebook/drools/Firing
            io/rapport/rulebook/drools/Firing.hit(ILio/rapport/rulebook/drools/Look;)V
            io/rapport/rulebook/drools/Look
            io/rapport/rulebook/drools/Look.above(ID)Z
            io/rapport/rulebook/drools/Look.atLeast(ID)Z
            io/rapport/rulebook/drools/Look.atMost(ID)Z
            io/rapport/rulebook/drools/Look.below(ID)Z
            io/rapport/rulebook/drools/Look.exactly(ID)Z
            io/rapport/rulebook/drools/Look.getGroup()I
            io/rapport/rulebook/drools/Look.is(II)Z
            io/rapport/rulebook/drools/Look.mentions(II)Z
            io/rapport/rulebook/drools/Look.numberKnown(I)Z
            io/rapport/rulebook/drools/Look.textKnown(I)Z
            java/lang/Boolean
            java/lang/Boolean.FALSELjava/lang/Boolean;
            java/lang/Exception
            java/lang/Object
            java/lang/Object.<init>()V
            java/lang/Object.getClass()Ljava/lang/Class;
            java/lang/String
            java/lang/Throwable
            org/drools/base/base/ValueResolver
            org/drools/base/base/ValueResolver.getGlobal(Ljava/lang/String;)Ljava/lang/Object;
            org/drools/base/reteoo/BaseTuple
            org/drools/base/rule/accessor/CompiledInvoker
            org/drools/base/rule/accessor/CompiledInvoker.getMethodBytecode()Ljava/lang/String;
            org/drools/base/rule/consequence/Consequence
            org/drools/base/rule/consequence/Consequence.evaluate(Lorg/drools/base/rule/consequence/ConsequenceContext;Lorg/drools/base/base/ValueResolver;)V
            org/drools/base/rule/consequence/ConsequenceContext
            org/drools/base/rule/consequence/ConsequenceContext.getRequiredDeclarations()[Lorg/drools/base/rule/Declaration;
            org/drools/base/rule/consequence/ConsequenceContext.getTuple()Lorg/drools/base/reteoo/BaseTuple;
            org/drools/core/common/InternalFactHandle
            org/drools/core/common/InternalFactHandle.getObject()Ljava/lang/Object;
            org/drools/core/reteoo/LeftTuple
            org/drools/core/reteoo/Tuple
            org/drools/core/reteoo/Tuple.getOriginalFactHandle()Lorg/drools/core/common/InternalFactHandle;
            org/drools/core/rule/consequence/KnowledgeHelper
            org/drools/mvel/ConditionEvaluator
            org/drools/mvel/accessors/BaseWholeNumberClassFieldReader
            org/drools/mvel/accessors/BaseWholeNumberClassFieldReader.<init>(ILjava/lang/Class;Lorg/drools/base/base/ValueType;)V
            org/drools/mvel/asm/ConsequenceGenerator
            org/drools/mvel/asm/ConsequenceGenerator.generate(Lorg/drools/mvel/asm/ConsequenceStub;Lorg/drools/base/rule/consequence/ConsequenceContext;Lorg/drools/base/base/ValueResolver;)V
            org/drools/mvel/asm/ConsequenceStub
            org/drools/mvel/asm/MethodComparator
            org/drools/mvel/asm/MethodComparator.compareBytecode(Ljava/lang/String;Ljava/lang/String;)Z
            org/drools/mvel/asm/MethodComparator.getMethodBytecode(Ljava/lang/Class;Ljava/lang/String;Ljava/lang/String;Ljava/lang/String;Ljava/lang/String;)Ljava/lang/String;
            org/kie/api/runtime/rule/FactHandle
            own
            own member
            """.lines().collect(Collectors.toUnmodifiableSet());

    private GeneratedCode() {}

    /**
     * @throws RuleCompilationException naming what the class may not do
     */
    static void check(String name, byte[] bytecode) {
        for (var use : uses(bytecode)) {
            if (!LIST.contains(use)) {
                throw new RuleCompilationException("Generated code in [" + name + "] may not use [" + use + "]");
            }
        }
    }

    /** All that the class refers to and does, in words that can be listed. */
    static SortedSet<String> uses(byte[] bytecode) {
        var uses = new TreeSet<String>();
        var model = ClassFile.of().parse(bytecode);
        var own = model.thisClass().asInternalName();
        addConstants(model.constantPool(), own, uses);
        addFlags(model, uses);
        for (var method : model.methods()) {
            addMethod(method, uses);
        }
        return uses;
    }

    private static void addConstants(ConstantPool constants, String own, Set<String> uses) {
        for (var entry : constants) {
            switch (entry) {
                case MemberRefEntry member -> {
                    var owner = owner(member.owner(), own);
                    uses.add(owner.equals("own") ? "own member"
                            : owner + "." + member.name().stringValue() + member.type().stringValue());
                }
                case ClassEntry type -> uses.add(owner(type, own));
                case DynamicConstantPoolEntry _ -> uses.add("a value or call decided at run time");
                case MethodHandleEntry _,MethodTypeEntry _ -> uses.add("a handle of a method");
                default -> {
                    // names, numbers and texts do nothing by themselves
                }
            }
        }
    }

    /** Generated classes have other names in every rulebook. */
    private static String owner(ClassEntry type, String own) {
        var name = type.asInternalName();
        return name.equals(own) || name.startsWith(OWN) ? "own" : name;
    }

    private static void addFlags(ClassModel model, Set<String> uses) {
        if (model.flags().has(AccessFlag.INTERFACE) || model.flags().has(AccessFlag.MODULE)) {
            uses.add("no class");
        }
    }

    private static void addMethod(MethodModel method, Set<String> uses) {
        if (method.methodName().equalsString("<clinit>")) {
            uses.add("static initialiser");
        }
        if (method.flags().has(AccessFlag.NATIVE)) {
            uses.add("native method");
        }
        method.code().ifPresent(code -> addInstructions(code, uses));
    }

    private static void addInstructions(CodeModel code, Set<String> uses) {
        var passed = new HashMap<Label, Integer>();
        var at = 0;
        for (var element : code) {
            switch (element) {
                case LabelTarget target -> passed.put(target.label(), at);
                case Instruction instruction -> {
                    uses.add("instruction " + instruction.opcode().kind());
                    if (targets(instruction).stream().anyMatch(passed::containsKey)) {
                        uses.add("jump back");
                    }
                }
                default -> {
                    // line numbers and names of variables
                }
            }
            at++;
        }
        if (!code.exceptionHandlers().isEmpty()) {
            uses.add("exception handler");
        }
    }

    private static List<Label> targets(Instruction instruction) {
        return switch (instruction) {
            case BranchInstruction branch -> List.of(branch.target());
            case TableSwitchInstruction table -> {
                var targets = new ArrayList<>(table.cases().stream().map(each -> each.target()).toList());
                targets.add(table.defaultTarget());
                yield targets;
            }
            case LookupSwitchInstruction lookup -> {
                var targets = new ArrayList<>(lookup.cases().stream().map(each -> each.target()).toList());
                targets.add(lookup.defaultTarget());
                yield targets;
            }
            default -> List.of();
        };
    }
}
