package io.rapport.engine.queue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.LongSupplier;

import io.rapport.intake.QueueUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/**
 * The room on the disk of the data folder that is kept for what is in already: below it nothing more is taken in, as a full disk
 * closes the database. Of a small disk it is a tenth. It ends by itself when there is room again.
 */
@Component
public class DiskReserve {

    private static final Logger LOG = LoggerFactory.getLogger(DiskReserve.class);

    private static final long SMALLEST_SHARE = 10;

    private static final long LOOK_NANOS = Duration.ofMillis(500).toNanos();

    private final LongSupplier usable;
    private final long reserve;
    private volatile long lookedAt = System.nanoTime() - LOOK_NANOS - 1;
    private volatile boolean scarce;

    @Autowired
    DiskReserve(@Value("${rapport.data-directory}") String directory,
            @Value("${rapport.engine.disk-reserve:200MB}") DataSize wanted) throws IOException {
        this(Files.createDirectories(Path.of(directory).toAbsolutePath()), wanted);
    }

    private DiskReserve(Path folder, DataSize wanted) throws IOException {
        this(() -> usable(folder), Math.min(wanted.toBytes(), Files.getFileStore(folder).getTotalSpace() / SMALLEST_SHARE));
    }

    /**
     * @param usable bytes that are left now
     * @param reserve bytes below which nothing is taken in
     */
    public DiskReserve(LongSupplier usable, long reserve) {
        this.usable = usable;
        this.reserve = reserve;
    }

    /** Bytes that are left now. */
    long usable() {
        return usable.getAsLong();
    }

    /** Bytes below which nothing is taken in. */
    long reserve() {
        return reserve;
    }

    boolean isScarce() {
        if (System.nanoTime() - lookedAt > LOOK_NANOS) {
            var now = usable() < reserve;
            if (now != scarce) {
                LOG.warn(now ? "The disk of the data folder is nearly full: nothing is taken in until there is room again"
                        : "There is room on the disk again: the doors take in");
            }
            scarce = now;
            lookedAt = System.nanoTime();
        }
        return scarce;
    }

    /** @throws QueueUnavailable while the disk is nearly full */
    public void check() {
        if (isScarce()) {
            throw new QueueUnavailable("The disk of the data folder is nearly full: nothing more is taken in\n"
                    + "Maybe make room: the doors go on by themselves.");
        }
    }

    /** A disk that cannot be asked is no reason to refuse: the database says it when it cannot write. */
    private static long usable(Path folder) {
        try {
            return Files.getFileStore(folder).getUsableSpace();
        } catch (IOException unknown) {
            LOG.debug("{} cannot be asked", folder, unknown);
            return Long.MAX_VALUE;
        }
    }
}
