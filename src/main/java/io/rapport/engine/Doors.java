package io.rapport.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.camel.CamelContext;
import org.apache.camel.model.Model;
import org.apache.camel.model.RouteConfigurationDefinition;
import org.apache.camel.support.PluginHelper;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The route files that are in force. A file takes effect only after it was built, together with all the others, in a scratch
 * context; a broken one is reported and the door stays as it was; a removed one closes its door.
 */
@Component
public class Doors {

    private static final Logger LOG = LoggerFactory.getLogger(Doors.class);

    private final CamelContext camel;
    private final RouteCheck check;
    private final SortedMap<String, RouteFile> inForce = new TreeMap<>();
    private final Map<String, RouteCheck.Content> contents = new HashMap<>();
    private final SortedMap<String, String> problems = new TreeMap<>();
    private SortedMap<String, RouteFile> lastSeen = new TreeMap<>();

    Doors(CamelContext camel, RouteCheck check) {
        this.camel = camel;
        this.check = check;
    }

    /**
     * A route file as a person sees it.
     *
     * @param file its name
     * @param routes ids of the routes that are open; empty if none is
     * @param problem why what the file says now is not in force; null if it is
     */
    public record Door(String file, List<String> routes, @Nullable String problem) {}

    /** All doors in the order of their files. */
    public synchronized List<Door> list() {
        SortedMap<String, Door> doors = new TreeMap<>();
        problems.forEach((file, problem) -> doors.put(file, new Door(file, List.of(), problem)));
        inForce.keySet().forEach(file -> doors.put(file, new Door(file, routes(file), problems.get(file))));
        return List.copyOf(doors.values());
    }

    /** Makes the folder's files take effect, as far as they can; files that did not change are not touched. */
    synchronized void follow(SortedMap<String, RouteFile> folder) {
        if (folder.equals(lastSeen)) {
            return;
        }
        lastSeen = new TreeMap<>(folder);
        for (String file : List.copyOf(inForce.keySet())) {
            if (!folder.containsKey(file)) {
                close(file);
            }
        }
        problems.keySet().removeIf(file -> !folder.containsKey(file) || folder.get(file).equals(inForce.get(file)));
        List<RouteFile> changed = folder.values().stream().filter(file -> !file.equals(inForce.get(file.name()))).toList();
        if (changed.size() < 2 || !openTogether(changed)) {
            changed.forEach(this::open);
        }
    }

    /** The usual case of a start: all in one check; false if one of them is broken. */
    private boolean openTogether(List<RouteFile> files) {
        if (!inForce.isEmpty()) {
            return false;
        }
        try {
            SortedMap<String, RouteFile> candidate = new TreeMap<>();
            files.forEach(file -> candidate.put(file.name(), file));
            replace(files, check.check(candidate.values()));
            files.forEach(file -> LOG.info("{} is in force, routes {}", file.name(), routes(file.name())));
            return true;
        } catch (RouteProblem problem) {
            LOG.debug("Not all at once: {}", problem.getMessage());
            return false;
        }
    }

    private void open(RouteFile file) {
        SortedMap<String, RouteFile> candidate = new TreeMap<>(inForce);
        candidate.put(file.name(), file);
        try {
            Map<String, RouteCheck.Content> checked = check.check(candidate.values());
            boolean shared = holdsShared(contents.get(file.name())) || holdsShared(checked.get(file.name()));
            replace(shared ? new ArrayList<>(candidate.values()) : List.of(file), checked);
            problems.remove(file.name());
            LOG.info("{} is in force, routes {}", file.name(), routes(file.name()));
        } catch (RouteProblem problem) {
            problems.put(file.name(), String.valueOf(problem.getMessage()));
            System.out.println(problem.getMessage());
            LOG.debug("{} stays as it was", file.name(), problem);
        }
    }

    private void replace(List<RouteFile> files, Map<String, RouteCheck.Content> checked) throws RouteProblem {
        SortedMap<String, RouteFile> before = new TreeMap<>(inForce);
        files.forEach(file -> remove(file.name()));
        for (RouteFile file : files) {
            try {
                PluginHelper.getRoutesLoader(camel).loadRoutes(file.resource());
                inForce.put(file.name(), file);
                contents.put(file.name(), content(checked, file));
            } catch (Exception e) {
                restore(files, before);
                throw RouteProblem.in(file, e);
            }
        }
    }

    /** The scratch context cannot see everything, an address in use for instance: then the old files come back. */
    private void restore(List<RouteFile> files, SortedMap<String, RouteFile> before) {
        for (RouteFile file : files) {
            remove(file.name());
            RouteFile old = before.get(file.name());
            if (old == null) {
                continue;
            }
            try {
                PluginHelper.getRoutesLoader(camel).loadRoutes(old.resource());
                inForce.put(old.name(), old);
                contents.put(old.name(), content(check.check(before.values()), old));
            } catch (Exception e) {
                LOG.error("{} could not be put back, its door is closed", old.name(), e);
            }
        }
    }

    private void close(String file) {
        List<String> routes = routes(file);
        boolean shared = holdsShared(contents.get(file));
        remove(file);
        LOG.info("{} was removed, its routes {} are closed", file, routes);
        if (shared) {
            List<RouteFile> rest = List.copyOf(inForce.values());
            try {
                replace(rest, check.check(rest));
            } catch (RouteProblem problem) {
                problems.put(file, String.valueOf(problem.getMessage()));
                System.out.println(problem.getMessage());
            }
        }
    }

    private void remove(String file) {
        inForce.remove(file);
        RouteCheck.Content content = contents.remove(file);
        if (content == null) {
            return;
        }
        try {
            for (String route : content.routes()) {
                camel.getRouteController().stopRoute(route);
                camel.removeRoute(route);
            }
            Model model = camel.getCamelContextExtension().getContextPlugin(Model.class);
            for (RouteConfigurationDefinition shared : List.copyOf(model.getRouteConfigurationDefinitions())) {
                if (shared.getResource() != null && file.equals(shared.getResource().getLocation())) {
                    model.removeRouteConfiguration(shared);
                }
            }
        } catch (Exception e) {
            throw new IllegalStateException("The routes of [" + file + "] could not be stopped", e);
        }
    }

    private List<String> routes(String file) {
        RouteCheck.Content content = contents.get(file);
        return content == null ? List.of() : content.routes();
    }

    private static boolean holdsShared(RouteCheck.@Nullable Content content) {
        return content != null && content.shared();
    }

    private static RouteCheck.Content content(Map<String, RouteCheck.Content> checked, RouteFile file) {
        return java.util.Objects.requireNonNull(checked.get(file.name()));
    }
}
