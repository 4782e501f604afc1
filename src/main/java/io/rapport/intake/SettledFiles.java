package io.rapport.intake;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.apache.camel.Exchange;
import org.apache.camel.LoggingLevel;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileEndpoint;
import org.apache.camel.component.file.GenericFileExclusiveReadLockStrategy;
import org.apache.camel.component.file.GenericFileOperations;
import org.springframework.stereotype.Component;

/**
 * Lets a door take a file once nobody writes to it: when it is as it was at an earlier look. A file that grows waits by itself and
 * keeps no other waiting; what can never be read (a link to nothing, a pipe, a file without permission) is not touched.
 */
@Component("settledFiles")
final class SettledFiles implements GenericFileExclusiveReadLockStrategy<File> {

    private static final Duration QUIET = Duration.ofMillis(400);

    /** Who creates a file first and fills it later gets the time to. */
    private static final Duration QUIET_IF_EMPTY = Duration.ofSeconds(5);

    private static final int MOST_REMEMBERED = 100_000;

    private final Map<Path, Seen> seen = new ConcurrentHashMap<>();

    /** @param since a reading of {@link System#nanoTime} */
    private record Seen(long size, long modified, long since) {

        boolean isLike(Seen other) {
            return size == other.size && modified == other.modified;
        }

        boolean isQuiet(long now) {
            return now - since >= (size == 0 ? QUIET_IF_EMPTY : QUIET).toNanos();
        }
    }

    @Override
    public boolean acquireExclusiveReadLock(GenericFileOperations<File> operations, GenericFile<File> file, Exchange exchange) {
        try {
            Path path = file.getFile().toPath();
            if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
                return false;
            }
            long now = System.nanoTime();
            var found = new Seen(Files.size(path), Files.getLastModifiedTime(path).toMillis(), now);
            if (seen.size() > MOST_REMEMBERED) {
                seen.clear();
            }
            Seen known = seen.merge(path, found, (before, latest) -> before.isLike(latest) ? before : latest);
            boolean settled = known.isQuiet(now);
            if (settled) {
                seen.remove(path);
            }
            return settled;
        } catch (IOException | InvalidPathException gone) {
            return false;
        }
    }

    @Override
    public void prepareOnStartup(GenericFileOperations<File> operations, GenericFileEndpoint<File> endpoint) {
        // nothing is left behind by an earlier start
    }

    @Override
    public void releaseExclusiveReadLockOnAbort(GenericFileOperations<File> operations, GenericFile<File> file,
            Exchange exchange) {
        // nothing is held
    }

    @Override
    public void releaseExclusiveReadLockOnRollback(GenericFileOperations<File> operations, GenericFile<File> file,
            Exchange exchange) {
        // nothing is held
    }

    @Override
    public void releaseExclusiveReadLockOnCommit(GenericFileOperations<File> operations, GenericFile<File> file,
            Exchange exchange) {
        // nothing is held
    }

    @Override
    public void setTimeout(long timeout) {
        // a file waits as long as it grows
    }

    @Override
    public void setCheckInterval(long checkInterval) {
        // looks when the door does
    }

    @Override
    public void setReadLockLoggingLevel(LoggingLevel level) {
        // says nothing
    }

    @Override
    public void setMarkerFiler(boolean marker) {
        // writes no file
    }

    @Override
    public void setDeleteOrphanLockFiles(boolean delete) {
        // writes no file
    }
}
