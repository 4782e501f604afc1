package io.rapport.publishing;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_DELETE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_MODIFY;
import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Waits until something happens in some folders or below; where the system cannot tell, until the time is over. */
public final class FolderNews implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FolderNews.class);

    private final List<Path> roots;
    private final @Nullable WatchService system;

    /** @param roots the first decides how the system is asked */
    public FolderNews(List<Path> roots) {
        this.roots = List.copyOf(roots);
        this.system = opened(roots.getFirst());
        watchAllFolders();
    }

    /**
     * Waits for news, then until there was none for a while.
     *
     * @param atMost how long to wait for the first
     * @param quiet how long it has to be still afterwards
     * @return whether there were news, so that the folder is still now
     */
    public boolean await(Duration atMost, Duration quiet) throws InterruptedException {
        if (system == null) {
            Thread.sleep(atMost);
            return false;
        }
        watchAllFolders();
        WatchKey news = system.poll(atMost.toMillis(), MILLISECONDS);
        boolean any = news != null;
        while (news != null) {
            news.pollEvents();
            news.reset();
            watchAllFolders();
            news = system.poll(quiet.toMillis(), MILLISECONDS);
        }
        return any;
    }

    private static @Nullable WatchService opened(Path folder) {
        try {
            return folder.getFileSystem().newWatchService();
        } catch (IOException | UnsupportedOperationException e) {
            LOG.warn("The system does not tell what happens in [{}]; it is looked at from time to time", folder);
            return null;
        }
    }

    /** Watching a folder again changes nothing, so new ones are found by watching all. */
    private void watchAllFolders() {
        roots.forEach(this::watchAllFolders);
    }

    private void watchAllFolders(Path folder) {
        if (system == null || !Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> folders = Files.walk(folder)) {
            for (Path each : (Iterable<Path>) folders.filter(Files::isDirectory)::iterator) {
                each.register(system, ENTRY_CREATE, ENTRY_DELETE, ENTRY_MODIFY);
            }
        } catch (IOException | java.io.UncheckedIOException e) {
            LOG.debug("A folder went away while it was about to be watched: {}", e.getMessage());
        }
    }

    @Override
    public void close() throws IOException {
        if (system != null) {
            system.close();
        }
    }
}
