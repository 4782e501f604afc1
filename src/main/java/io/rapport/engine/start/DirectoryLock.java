package io.rapport.engine.start;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Keeps a second process away from an embedded database and queue. The operating system frees it, however the process ends. */
final class DirectoryLock implements AutoCloseable {

    private static final String FILE = "rapport.lock";

    private final FileChannel channel;

    private DirectoryLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes the directory for this process, creating it if needed.
     *
     * @throws StartRefused if another process has it, or it cannot be written
     */
    static DirectoryLock take(Path directory) {
        try {
            Files.createDirectories(directory);
            FileChannel channel = FileChannel.open(
                    directory.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (lock(channel) == null) {
                throw taken(directory, channel);
            }
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(
                    Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)), 0);
            return new DirectoryLock(channel);
        } catch (IOException e) {
            throw new StartRefused(
                    "The data directory [" + directory + "] cannot be written: " + e.getMessage(),
                    "Maybe it belongs to another user: give this one the right to write there, or set"
                            + " rapport.data-directory to another place.",
                    e);
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException alreadyHeldByThisProcess) {
            return null;
        }
    }

    private static StartRefused taken(Path directory, FileChannel channel) throws IOException {
        try (channel) {
            ByteBuffer holder = ByteBuffer.allocate(20);
            channel.read(holder, 0);
            String process = StandardCharsets.US_ASCII.decode(holder.flip()).toString();
            return new StartRefused(
                    "The data directory [" + directory + "] is in use by process [" + process + "]",
                    "Maybe the engine is already running: stop that process, or set rapport.data-directory to another place."
                            + " For several processes, put an external broker (rapport.engine.broker.url) and PostgreSQL"
                            + " (spring.datasource.url) under them.");
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
