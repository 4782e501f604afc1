package io.rapport.engine;

import jakarta.jms.ConnectionFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.model.Model;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.support.DefaultRegistry;
import org.apache.camel.support.PluginHelper;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Builds a set of route files in a scratch context that starts nothing, so that a broken file never touches the running ones. */
@Component
class RouteCheck {

    private final CamelContext running;
    private final Environment environment;
    private final ConnectionFactory connections;

    RouteCheck(CamelContext running, Environment environment, @Qualifier("pooledConnections") ConnectionFactory connections) {
        this.running = running;
        this.environment = environment;
        this.connections = connections;
    }

    /**
     * What a file holds.
     *
     * @param routes ids of its routes
     * @param shared whether it holds something that other files use, such as what to do with failures
     */
    record Content(List<String> routes, boolean shared) {}

    /**
     * Builds all of them together, in their order.
     *
     * @return what each file holds, by its name
     * @throws RouteProblem for the first file that cannot be built
     */
    Map<String, Content> check(Collection<RouteFile> files) throws RouteProblem {
        Map<String, Content> contents = new HashMap<>();
        Map<String, String> owners = new HashMap<>();
        try (DefaultCamelContext scratch = scratch()) {
            for (RouteFile file : files) {
                Content content = build(file, scratch);
                for (String route : content.routes()) {
                    String other = owners.putIfAbsent(route, file.name());
                    if (other != null) {
                        throw RouteProblem.twice(file, route, other);
                    }
                }
                contents.put(file.name(), content);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return contents;
    }

    private static Content build(RouteFile file, DefaultCamelContext scratch) throws RouteProblem {
        Model model = scratch.getCamelContextExtension().getContextPlugin(Model.class);
        List<RouteDefinition> before = new ArrayList<>(model.getRouteDefinitions());
        int sharedBefore = model.getRouteConfigurationDefinitions().size();
        try {
            PluginHelper.getRoutesLoader(scratch).loadRoutes(file.resource());
        } catch (Exception e) {
            throw RouteProblem.in(file, e);
        }
        List<String> own = model.getRouteDefinitions().stream()
                .filter(route -> before.stream().noneMatch(known -> known == route))
                .map(RouteDefinition::getRouteId)
                .toList();
        return new Content(own, model.getRouteConfigurationDefinitions().size() > sharedBefore);
    }

    private DefaultCamelContext scratch() {
        DefaultCamelContext scratch = new DefaultCamelContext(false);
        scratch.getCamelContextExtension().setName("route-check");
        scratch.setAutoStartup(false);
        scratch.disableJMX();
        scratch.getCamelContextExtension().setRegistry(new DefaultRegistry(new BeansWithoutComponents(running.getRegistry())));
        scratch.getPropertiesComponent().addPropertiesSource(new SpringSettings(environment));
        scratch.addComponent("jms", QueueBeans.jmsComponent(connections));
        scratch.build();
        scratch.start();
        return scratch;
    }
}
