package io.rapport.console.work;

import java.time.Instant;
import java.util.List;

import io.rapport.engine.HistoryImport;
import org.jspecify.annotations.Nullable;

/**
 * An import that was begun and is neither in nor given up.
 *
 * @param file its fingerprint, by which it is given up
 * @param name of the file
 * @param since when it was begun first, null for one that was begun before this was kept
 * @param events that are in
 * @param reached the latest day that was decided about, null before the first
 * @param running whether an import runs that may be this one; one that does not run keeps nobody waiting
 * @param waits whether it waits for room on the disk, or for the database, and goes on by itself
 */
public record UnfinishedImport(
        String file, String name, @Nullable Instant since, long events, @Nullable Instant reached, boolean running,
        boolean waits) {

    /** Those of all processes. */
    public static List<UnfinishedImport> all(HistoryImport histories) {
        var unfinished = histories.unfinished();
        if (unfinished.isEmpty()) {
            return List.of();
        }
        var runs = histories.isRunning();
        var here = histories.running();
        return unfinished.stream()
                .map(left -> {
                    var running = runs && (here == null || here.file().equals(left.file()));
                    return new UnfinishedImport(left.file(), left.name(), left.since(), left.events(), left.reached(), running,
                            running && histories.isWaiting());
                })
                .toList();
    }
}
