package io.rapport.rulebook;

import java.nio.charset.StandardCharsets;
import java.util.Properties;

import org.kie.api.KieBase;
import org.kie.api.io.ResourceType;
import org.kie.internal.builder.KnowledgeBuilderFactory;
import org.kie.internal.io.ResourceFactory;

/** Compiles generated rules into a knowledge base of Drools that nothing else refers to. */
final class DroolsBuild {

    private DroolsBuild() {}

    /**
     * @throws RuleCompilationException when Drools refuses the source, or what it made of it does more than it may
     */
    static KieBase compiled(String drl) {
        var properties = new Properties();
        // "25" would silently mean 17
        properties.setProperty("drools.dialect.java.compiler.lnglevel", "21");
        var configuration = KnowledgeBuilderFactory.newKnowledgeBuilderConfiguration(properties,
                new NarrowClassLoader(DroolsBuild.class.getClassLoader()));
        var builder = KnowledgeBuilderFactory.newKnowledgeBuilder(configuration);
        builder.add(ResourceFactory.newByteArrayResource(drl.getBytes(StandardCharsets.UTF_8)), ResourceType.DRL);
        if (builder.hasErrors()) {
            throw new RuleCompilationException(builder.getErrors().toString());
        }
        var base = builder.newKieBase();
        GeneratedCode.check(base);
        return base;
    }
}
