package io.rapport.intake;

import java.io.File;
import java.time.Clock;
import java.time.Duration;

import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileFilter;
import org.springframework.stereotype.Component;

/**
 * Lets through the files that nobody has written to for a moment; the others come at a later look at the folder. So all settled
 * files go at once, where a read lock waits for each of them. A file that was renamed into the folder keeps its time and goes at
 * once.
 */
@Component("settledFile")
final class SettledFile implements GenericFileFilter<File> {

    private static final Duration QUIET = Duration.ofSeconds(1);

    private final Clock clock;

    SettledFile(Clock clock) {
        this.clock = clock;
    }

    /** A time that is yet to come says nothing about when the file was written. */
    @Override
    public boolean accept(GenericFile<File> file) {
        return file.isDirectory() || Math.abs(clock.millis() - file.getLastModified()) >= QUIET.toMillis();
    }
}
