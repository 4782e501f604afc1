package io.rapport.rulebook.drools;

import java.util.Collection;
import java.util.Properties;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;

import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsParserException;
import org.drools.kiesession.rulebase.KnowledgeBaseFactory;
import org.drools.wiring.api.ComponentsFactory;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.definition.KiePackage;
import org.kie.api.io.ResourceType;
import org.kie.internal.builder.KnowledgeBuilder;
import org.kie.internal.builder.KnowledgeBuilderFactory;
import org.kie.internal.conf.ConstraintJittingThresholdOption;
import org.kie.internal.io.ResourceFactory;

/**
 * Compiles generated rules into a knowledge base of Drools that nothing else refers to, past guards that know nothing of
 * each other.
 *
 * @param shape throws for a rule that is more than a rule may be, before anything is built of it
 * @param classes which classes the rules can see, by name
 * @param bytecode throws for a class that does more than it may, before it is defined
 * @param conditions throws for what was built with a condition that does more than it may, before it is run
 */
record DroolsBuild(Consumer<PackageDescr> shape, Predicate<String> classes, BiConsumer<String, byte[]> bytecode,
        Consumer<Collection<KiePackage>> conditions) {

    static {
        ComponentsFactory.setComponentsSupplier(new CheckedWiring());
    }

    /** With every guard. */
    static final DroolsBuild GUARDED = new DroolsBuild(RuleShape::check, VisibleClasses::contain, GeneratedCode::check,
            BuiltConditions::check);

    /** So often Drools interprets a condition before it makes bytecode of it. */
    private static final int INTERPRETED = 20;

    KieBase compiled(String drl) {
        return compiled(drl, INTERPRETED);
    }

    /**
     * @param interpreted how often a condition is interpreted before it becomes bytecode
     * @throws RuleCompilationException when Drools refuses the source, or what it made of it does more than it may
     */
    KieBase compiled(String drl, int interpreted) {
        var read = read(drl);
        shape.accept(read);
        var view = new NarrowClassLoader(DroolsBuild.class.getClassLoader(), classes, bytecode);
        var properties = new Properties();
        // "25" would silently mean 17
        properties.setProperty("drools.dialect.java.compiler.lnglevel", "21");
        var builder = KnowledgeBuilderFactory
                .newKnowledgeBuilder(KnowledgeBuilderFactory.newKnowledgeBuilderConfiguration(properties, view));
        build(builder, read, view);
        if (builder.hasErrors()) {
            throw new RuleCompilationException(builder.getErrors().toString());
        }
        conditions.accept(builder.getKnowledgePackages());
        // the builder's own base would load the rules with the whole application in sight
        var configuration = KieServices.get().newKieBaseConfiguration(new Properties(), view);
        configuration.setOption(ConstraintJittingThresholdOption.get(interpreted));
        var base = KnowledgeBaseFactory.newKnowledgeBase(configuration);
        base.addPackages(builder.getKnowledgePackages());
        return base;
    }

    /** Values of declared types Drools evaluates while it builds, by the class loader of the thread: that one sees no more. */
    private static void build(KnowledgeBuilder builder, PackageDescr read, ClassLoader view) {
        var source = ResourceFactory.newDescrResource(read);
        var thread = Thread.currentThread();
        var usual = thread.getContextClassLoader();
        thread.setContextClassLoader(read.getTypeDeclarations().isEmpty() ? usual : view);
        try {
            builder.add(source, ResourceType.DESCR);
        } finally {
            thread.setContextClassLoader(usual);
        }
    }

    private static PackageDescr read(String drl) {
        var parser = new DrlParser();
        try {
            var read = parser.parse(false, drl);
            if (read == null || parser.hasErrors()) {
                throw new RuleCompilationException(parser.getErrors().toString());
            }
            return read;
        } catch (DroolsParserException e) {
            throw new RuleCompilationException("Drools cannot read the rules: " + e.getMessage());
        }
    }
}
