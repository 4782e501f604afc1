package io.rapport.engine;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import io.rapport.intake.IntakeSettings;
import io.rapport.intake.PlainText;
import org.apache.camel.CamelContext;
import org.apache.camel.component.file.FileEndpoint;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** The folders that files are dropped into: knows what lies there that no door will ever take, and says each once in the log. */
@Component
public class Inbox {

    private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);

    private static final int MOST_NAMED = 50;

    private final CamelContext camel;
    private final Path root;
    /** Holds what is imported on demand. */
    private final Path history;

    private Set<Untaken> told = Set.of();
    private volatile List<Untaken> untaken = List.of();

    Inbox(CamelContext camel, IntakeSettings settings) {
        this.camel = camel;
        this.root = Path.of(settings.inbox()).toAbsolutePath().normalize();
        this.history = root.resolve("history");
    }

    /**
     * Something in an inbox folder that stays there until a person takes it away.
     *
     * @param path below the inbox, in one line
     */
    public record Untaken(String path, Because because) {}

    /** Why no door takes it. */
    public enum Because {
        /** The door of this folder takes files with other endings. */
        ENDING,
        /** A folder inside a door's folder. */
        FOLDER,
        /** The file system does not let us read it. */
        UNREADABLE,
        /** A link to nothing, a pipe or a device. */
        NO_FILE,
        /** No door watches where it lies. */
        NO_DOOR
    }

    /** What no door takes, at most {@value #MOST_NAMED} of it, as of some seconds ago. */
    public List<Untaken> untaken() {
        return untaken;
    }

    @Scheduled(fixedDelayString = "${rapport.engine.inbox-look:2s}")
    void look() {
        Map<Path, FileEndpoint> doors = doors();
        List<Untaken> found = new ArrayList<>();
        look(root, doors, found);
        for (Path folder : doors.keySet()) {
            if (!folder.startsWith(root)) {
                look(folder, doors, found);
            }
        }
        found.stream().filter(each -> !told.contains(each)).forEach(each -> LOG.warn(
                "[{}] lies in the inbox and no door takes it: {}", each.path(), each.because().name().toLowerCase(Locale.ROOT)
                        .replace('_', ' ')));
        told = new HashSet<>(found);
        untaken = List.copyOf(found);
    }

    private Map<Path, FileEndpoint> doors() {
        Map<Path, FileEndpoint> doors = new HashMap<>();
        camel.getRoutes().forEach(route -> {
            if (route.getEndpoint() instanceof FileEndpoint door) {
                doors.put(door.getFile().toPath().toAbsolutePath().normalize(), door);
            }
        });
        return doors;
    }

    private void look(Path folder, Map<Path, FileEndpoint> doors, List<Untaken> found) {
        if (!Files.isDirectory(folder) || folder.equals(history)) {
            return;
        }
        FileEndpoint door = doors.get(folder);
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder,
                each -> !each.getFileName().toString().startsWith("."))) {
            for (Path entry : entries) {
                if (found.size() == MOST_NAMED) {
                    return;
                }
                if (door == null && Files.isDirectory(entry)) {
                    look(entry, doors, found);
                } else {
                    Because because = because(entry, door);
                    if (because != null) {
                        found.add(new Untaken(PlainText.oneLine(root.relativize(entry).toString(), 120), because));
                    }
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            LOG.debug("{} cannot be listed", folder, e);
        }
    }

    private static @Nullable Because because(Path entry, @Nullable FileEndpoint door) {
        if (!Files.exists(entry, LinkOption.NOFOLLOW_LINKS)) {
            return null;
        }
        if (door == null) {
            return Because.NO_DOOR;
        }
        if (Files.isDirectory(entry)) {
            return Because.FOLDER;
        }
        if (!Files.isRegularFile(entry)) {
            return Because.NO_FILE;
        }
        if (!Files.isReadable(entry)) {
            return Because.UNREADABLE;
        }
        String include = door.getInclude();
        return include == null || entry.getFileName().toString().matches(include) ? null : Because.ENDING;
    }
}
