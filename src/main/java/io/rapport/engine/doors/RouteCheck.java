package io.rapport.engine.doors;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

import io.rapport.engine.queue.QueueBeans;
import jakarta.jms.ConnectionFactory;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultRegistry;
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
     * Builds all of them together, in their order.
     *
     * @return what each file would bring, by its name
     * @throws RouteProblem for the first file that cannot be built
     */
    Map<String, LoadedRoutes> check(Collection<RouteFile> files) throws RouteProblem {
        Map<String, LoadedRoutes> contents = new HashMap<>();
        Map<String, String> owners = new HashMap<>();
        try (DefaultCamelContext scratch = scratch()) {
            for (RouteFile file : files) {
                LoadedRoutes content = build(file, scratch);
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

    private static LoadedRoutes build(RouteFile file, DefaultCamelContext scratch) throws RouteProblem {
        try {
            return LoadedRoutes.into(scratch, file);
        } catch (Exception e) {
            throw RouteProblem.in(file, e);
        }
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
