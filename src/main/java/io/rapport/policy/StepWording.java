package io.rapport.policy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.List;
import java.util.stream.IntStream;

import io.cucumber.core.backend.CucumberBackendException;
import io.cucumber.core.backend.CucumberInvocationTargetException;
import io.cucumber.core.backend.ParameterInfo;
import io.cucumber.core.backend.StepDefinition;
import io.cucumber.core.backend.TypeResolver;
import io.rapport.policy.steps.ScenarioObjects;

/** One wording of one step: the sentence, and the method that plays it. */
final class StepWording implements StepDefinition {

    private final String pattern;
    private final Method method;
    private final ScenarioObjects objects;
    private final int[] order;

    /** @param order which parameter each place of the wording fills; empty: in the order of the parameters */
    StepWording(String pattern, int[] order, Method method, ScenarioObjects objects) {
        this.pattern = pattern;
        this.order = order.clone();
        this.method = method;
        this.objects = objects;
        method.setAccessible(true);
    }

    @Override
    public String getPattern() {
        return pattern;
    }

    @Override
    public void execute(Object[] arguments) {
        try {
            method.invoke(objects.getInstance(method.getDeclaringClass()), inOrder(arguments));
        } catch (InvocationTargetException e) {
            throw new CucumberInvocationTargetException(this, e);
        } catch (IllegalAccessException | IllegalArgumentException e) {
            throw new CucumberBackendException("The step [" + pattern + "] does not fit its method " + getLocation(), e);
        }
    }

    @Override
    public List<ParameterInfo> parameterInfos() {
        var types = method.getGenericParameterTypes();
        return IntStream.range(0, types.length).mapToObj(place -> new Parameter(types[parameterOf(place)]))
                .map(ParameterInfo.class::cast).toList();
    }

    /** Whether it is the wording in Chinese. */
    boolean isChinese() {
        return pattern.codePoints().anyMatch(Character::isIdeographic);
    }

    /** The step, whatever its wording. */
    Method method() {
        return method;
    }

    private Object[] inOrder(Object[] arguments) {
        var inOrder = arguments.clone();
        for (var place = 0; place < arguments.length; place++) {
            inOrder[parameterOf(place)] = arguments[place];
        }
        return inOrder;
    }

    int parameterOf(int place) {
        return place < order.length ? order[place] : place;
    }

    @Override
    public boolean isDefinedAt(StackTraceElement element) {
        return element.getClassName().equals(method.getDeclaringClass().getName())
                && element.getMethodName().equals(method.getName());
    }

    @Override
    public String getLocation() {
        return method.getDeclaringClass().getSimpleName() + "." + method.getName();
    }

    private record Parameter(Type type) implements ParameterInfo {
        @Override
        public Type getType() {
            return type;
        }

        @Override
        public boolean isTransposed() {
            return false;
        }

        @Override
        public TypeResolver getTypeResolver() {
            return () -> type;
        }
    }
}
