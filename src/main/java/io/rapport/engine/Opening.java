package io.rapport.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;

import io.rapport.engine.doors.Doors;
import io.rapport.engine.doors.RouteFile;
import io.rapport.intake.CurrentBooks;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Opens the doors when everything behind them is ready; afterwards it watches the route files and the rates. */
@Component
class Opening {

    private static final Logger LOG = LoggerFactory.getLogger(Opening.class);

    private final Doors doors;
    private final CurrentBooks books;
    private final Path routes;
    private final boolean reload;
    private SortedMap<String, RouteFile> previous = new TreeMap<>();
    private boolean open;

    Opening(Doors doors, CurrentBooks books, EngineSettings settings) {
        this.doors = doors;
        this.books = books;
        this.routes = settings.routesFolder();
        this.reload = settings.reloadRoutes();
        books.open(routes);
    }

    @EventListener(ApplicationReadyEvent.class)
    @Order(1)
    synchronized void open() {
        previous = read();
        doors.follow(previous);
        open = true;
    }

    /** A file takes effect when two looks in a row saw the same, so that one half written is left alone. */
    @Scheduled(fixedDelay = 500)
    synchronized void watch() {
        if (!open || !reload) {
            return;
        }
        SortedMap<String, RouteFile> now = read();
        if (now.equals(previous)) {
            doors.follow(now);
        }
        previous = now;
        books.follow(routes);
    }

    private SortedMap<String, RouteFile> read() {
        try {
            return RouteFile.ofFolder(routes);
        } catch (IOException | UncheckedIOException unreadable) {
            LOG.warn("The route files in [{}] cannot be read, those in force stay: {}", routes, unreadable.getMessage());
            return previous;
        }
    }
}
