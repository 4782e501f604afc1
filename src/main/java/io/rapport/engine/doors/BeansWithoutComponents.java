package io.rapport.engine.doors;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.Component;
import org.apache.camel.spi.BeanRepository;
import org.jspecify.annotations.Nullable;

/**
 * The beans that routes call, but not the components they run on: a component that a second context takes is lost to the first.
 */
final class BeansWithoutComponents implements BeanRepository {

    private final BeanRepository beans;

    BeansWithoutComponents(BeanRepository beans) {
        this.beans = beans;
    }

    @Override
    public @Nullable Object lookupByName(String name) {
        Object bean = beans.lookupByName(name);
        return bean != null && isVisible(bean) ? bean : null;
    }

    @Override
    public <T> @Nullable T lookupByNameAndType(String name, Class<T> type) {
        T bean = beans.lookupByNameAndType(name, type);
        return bean != null && isVisible(bean) ? bean : null;
    }

    @Override
    public <T> Map<String, T> findByTypeWithName(Class<T> type) {
        return beans.findByTypeWithName(type).entrySet().stream()
                .filter(entry -> isVisible(entry.getValue()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public <T> Set<T> findByType(Class<T> type) {
        return beans.findByType(type).stream().filter(BeansWithoutComponents::isVisible).collect(Collectors.toSet());
    }

    private static boolean isVisible(Object bean) {
        return !(bean instanceof Component) && !(bean instanceof CamelContext)
                && !bean.getClass().getName().startsWith("org.apache.camel.");
    }
}
