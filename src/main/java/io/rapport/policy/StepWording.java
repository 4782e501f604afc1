package io.rapport.policy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;

import io.cucumber.core.backend.CucumberBackendException;
import io.cucumber.core.backend.CucumberInvocationTargetException;
import io.cucumber.core.backend.ParameterInfo;
import io.cucumber.core.backend.StepDefinition;
import io.cucumber.core.backend.TypeResolver;

/** One wording of one step: the sentence, and the method that plays it. */
final class StepWording implements StepDefinition {

    private final String pattern;
    private final Method method;
    private final ScenarioObjects objects;

    StepWording(String pattern, Method method, ScenarioObjects objects) {
        this.pattern = pattern;
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
            method.invoke(objects.getInstance(method.getDeclaringClass()), arguments);
        } catch (InvocationTargetException e) {
            throw new CucumberInvocationTargetException(this, e);
        } catch (IllegalAccessException | IllegalArgumentException e) {
            throw new CucumberBackendException("The step [" + pattern + "] does not fit its method " + getLocation(), e);
        }
    }

    @Override
    public List<ParameterInfo> parameterInfos() {
        return Arrays.stream(method.getGenericParameterTypes()).map(Parameter::new).map(ParameterInfo.class::cast).toList();
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
