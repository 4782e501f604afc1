package io.rapport.engine.doors;

import java.util.ArrayList;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.model.Model;
import org.apache.camel.model.RouteConfigurationDefinition;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.support.PluginHelper;

/**
 * What a context holds because of one route file.
 *
 * @param routes ids of its routes
 * @param shared what other files use too, such as what to do with failures
 */
record LoadedRoutes(List<String> routes, List<RouteConfigurationDefinition> shared) {

    static final LoadedRoutes NOTHING = new LoadedRoutes(List.of(), List.of());

    /** Loads a file; if it fails half-way, what it left behind is taken out again. */
    static LoadedRoutes into(CamelContext context, RouteFile file) throws Exception {
        Model model = context.getCamelContextExtension().getContextPlugin(Model.class);
        List<RouteDefinition> routes = new ArrayList<>(model.getRouteDefinitions());
        List<RouteConfigurationDefinition> shared = new ArrayList<>(model.getRouteConfigurationDefinitions());
        try {
            PluginHelper.getRoutesLoader(context).loadRoutes(file.resource());
        } catch (Exception e) {
            added(model, routes, shared).removeFrom(context);
            throw e;
        }
        return added(model, routes, shared);
    }

    /** Stops its routes, waiting for what is under way, and forgets them. */
    void removeFrom(CamelContext context) throws Exception {
        for (String route : routes) {
            context.getRouteController().stopRoute(route);
            context.removeRoute(route);
        }
        Model model = context.getCamelContextExtension().getContextPlugin(Model.class);
        for (RouteConfigurationDefinition definition : shared) {
            model.removeRouteConfiguration(definition);
        }
    }

    private static LoadedRoutes added(Model model, List<RouteDefinition> routes, List<RouteConfigurationDefinition> shared) {
        return new LoadedRoutes(
                model.getRouteDefinitions().stream().filter(route -> isNew(route, routes))
                        .map(RouteDefinition::getRouteId).toList(),
                model.getRouteConfigurationDefinitions().stream().filter(definition -> isNew(definition, shared)).toList());
    }

    /** By identity: definitions may be equal and yet not the same. */
    private static <T> boolean isNew(T definition, List<T> before) {
        return before.stream().noneMatch(known -> known == definition);
    }
}
