package io.rapport.policy;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.net.URI;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import io.cucumber.core.backend.Backend;
import io.cucumber.core.backend.Glue;
import io.cucumber.core.backend.ParameterTypeDefinition;
import io.cucumber.core.backend.Snippet;
import io.cucumber.cucumberexpressions.ParameterType;
import io.cucumber.java.StepDefinitionAnnotation;
import io.rapport.policy.steps.InChinese;
import io.rapport.policy.steps.Scenario;
import io.rapport.policy.steps.ScenarioObjects;
import io.rapport.policy.wording.Wordings;

/**
 * Registers the steps by name instead of scanning the class path, which inside a nested jar is doubtful. Each annotation on
 * a method of a step class is one wording of that step, so that English and Chinese stand side by side.
 */
final class StepBackend implements Backend {

    private final ScenarioObjects objects;
    private final List<StepWording> wordings;

    StepBackend(ScenarioObjects objects) {
        this.objects = objects;
        this.wordings = Scenario.STEP_CLASSES.stream().flatMap(type -> wordingsOf(type).stream()).toList();
    }

    List<StepWording> wordings() {
        return wordings;
    }

    @Override
    public void loadGlue(Glue glue, List<URI> ignored) {
        Wordings.parameterTypes().forEach(type -> glue.addParameterType(new Word(type)));
        wordings.forEach(glue::addStepDefinition);
    }

    @Override
    public void buildWorld() {
        // the object factory starts a fresh scenario
    }

    @Override
    public void disposeWorld() {
        // the object factory forgets the scenario
    }

    @Override
    public Snippet getSnippet() {
        return new WordingOnly();
    }

    private List<StepWording> wordingsOf(Class<?> stepClass) {
        var found = new ArrayList<StepWording>();
        var methods = stepClass.getDeclaredMethods();
        Arrays.sort(methods, Comparator.comparing(Method::getName).thenComparing(Method::toString));
        for (var method : methods) {
            for (var annotation : method.getAnnotations()) {
                if (annotation.annotationType().isAnnotationPresent(StepDefinitionAnnotation.class)) {
                    found.add(new StepWording(text(annotation), order(annotation), method, objects));
                }
            }
        }
        return found;
    }

    private static int[] order(Annotation annotation) {
        return annotation instanceof InChinese chinese ? chinese.order() : new int[0];
    }

    private static String text(Annotation annotation) {
        try {
            var value = annotation.annotationType().getDeclaredMethod("value");
            return (String) value.invoke(annotation);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("A step annotation without a wording: [" + annotation + "]", e);
        }
    }

    /** One kind of word in a step, known to Cucumber by its name in braces. */
    private record Word(ParameterType<?> parameterType) implements ParameterTypeDefinition {
        @Override
        public boolean isDefinedAt(StackTraceElement element) {
            return false;
        }

        @Override
        public String getLocation() {
            return "{" + parameterType.getName() + "}";
        }
    }

    /** Says an unknown step back in the general form of a wording; nobody pastes code into a rulebook. */
    private static final class WordingOnly implements Snippet {
        @Override
        public MessageFormat template() {
            return new MessageFormat("{1}");
        }

        @Override
        public String tableHint() {
            return "";
        }

        @Override
        public String arguments(Map<String, Type> arguments) {
            return "";
        }

        @Override
        public String escapePattern(String pattern) {
            return pattern;
        }
    }
}
