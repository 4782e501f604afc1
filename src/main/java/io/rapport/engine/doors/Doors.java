package io.rapport.engine.doors;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.camel.CamelContext;
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
    private final Map<String, LoadedRoutes> loaded = new HashMap<>();
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
    public synchronized void follow(SortedMap<String, RouteFile> folder) {
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
            check.check(candidate.values());
            replace(files);
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
            Map<String, LoadedRoutes> checked = check.check(candidate.values());
            boolean shared = isShared(loaded.get(file.name())) || isShared(checked.get(file.name()));
            replace(shared ? List.copyOf(candidate.values()) : List.of(file));
            problems.remove(file.name());
            LOG.info("{} is in force, routes {}", file.name(), routes(file.name()));
        } catch (RouteProblem problem) {
            report(file.name(), problem);
        }
    }

    private void replace(List<RouteFile> files) throws RouteProblem {
        SortedMap<String, RouteFile> before = new TreeMap<>(inForce);
        files.forEach(file -> remove(file.name()));
        for (RouteFile file : files) {
            try {
                load(file);
            } catch (Exception e) {
                restore(files, before);
                throw RouteProblem.in(file, e);
            }
        }
    }

    /** The scratch context cannot see everything, an address in use for instance: then the old files come back. */
    private void restore(List<RouteFile> files, SortedMap<String, RouteFile> before) {
        files.forEach(file -> remove(file.name()));
        for (RouteFile file : files) {
            RouteFile old = before.get(file.name());
            if (old == null) {
                continue;
            }
            try {
                load(old);
            } catch (Exception e) {
                LOG.error("{} could not be put back, its door is closed", old.name(), e);
            }
        }
    }

    private void close(String file) {
        List<String> routes = routes(file);
        boolean shared = isShared(loaded.get(file));
        remove(file);
        LOG.info("{} was removed, its routes {} are closed", file, routes);
        if (shared) {
            reopen(List.copyOf(inForce.values()));
        }
    }

    /** Those that cannot do without what was removed stay as they are, and say so. */
    private void reopen(List<RouteFile> rest) {
        try {
            check.check(rest);
            replace(rest);
        } catch (RouteProblem problem) {
            report(rest.getFirst().name(), problem);
        }
    }

    private void load(RouteFile file) throws Exception {
        loaded.put(file.name(), LoadedRoutes.into(camel, file));
        inForce.put(file.name(), file);
    }

    private void remove(String file) {
        inForce.remove(file);
        LoadedRoutes own = loaded.remove(file);
        try {
            if (own != null) {
                own.removeFrom(camel);
            }
        } catch (Exception e) {
            throw new IllegalStateException("The routes of [" + file + "] could not be stopped", e);
        }
    }

    private void report(String file, RouteProblem problem) {
        problems.put(file, String.valueOf(problem.getMessage()));
        System.out.println(problem.getMessage());
        LOG.debug("{} stays as it was", file, problem);
    }

    private List<String> routes(String file) {
        return loaded.getOrDefault(file, LoadedRoutes.NOTHING).routes();
    }

    private static boolean isShared(@Nullable LoadedRoutes routes) {
        return routes != null && !routes.shared().isEmpty();
    }
}
