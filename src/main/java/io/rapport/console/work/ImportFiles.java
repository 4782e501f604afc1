package io.rapport.console.work;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import java.util.regex.Pattern;

import io.rapport.console.NotDone;
import io.rapport.intake.IntakeSettings;
import io.rapport.intake.PlainText;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The files that may be imported: those below the inbox, and nothing else of this machine. */
@Component
final class ImportFiles {

    /** Below the inbox; no door watches it. */
    static final String FOLDER = "history";

    /** A plain name: no folder, no hidden file, nothing that a terminal would act on. */
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._()+-]{0,199}");

    private final Path inbox;

    ImportFiles(IntakeSettings settings) {
        this.inbox = Path.of(settings.inbox()).toAbsolutePath().normalize();
    }

    /**
     * A file below the inbox.
     *
     * @param wanted its path from the inbox on, or its whole path
     * @throws NotDone for anything that is not a readable file there, be it by {@code ..} or by a link; which of these, it does
     *     not tell
     */
    Path find(String wanted) {
        try {
            var path = inbox.resolve(wanted);
            if (path.equals(path.normalize()) && path.startsWith(inbox)) {
                var real = path.toRealPath();
                if (real.equals(inbox.toRealPath().resolve(inbox.relativize(path)))
                        && Files.isRegularFile(real, LinkOption.NOFOLLOW_LINKS) && Files.isReadable(real)) {
                    return real;
                }
            }
        } catch (IOException | InvalidPathException nothingThere) {
            throw notThere(wanted, nothingThere);
        }
        throw notThere(wanted, null);
    }

    /**
     * Keeps a file that somebody sends, under its name; it is there whole or not at all.
     *
     * @return its path from the inbox on
     */
    String keep(String name, InputStream content) throws IOException {
        if (!NAME.matcher(name).matches()) {
            throw new NotDone("failed.import-name", null, PlainText.oneLine(name, 120));
        }
        var folder = Files.createDirectories(inbox.resolve(FOLDER));
        var half = folder.resolve("." + UUID.randomUUID());
        try {
            Files.copy(content, half);
            Files.move(half, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(half);
        }
        return FOLDER + "/" + name;
    }

    private static NotDone notThere(String wanted, @Nullable Exception cause) {
        return new NotDone("failed.import-file", cause, PlainText.oneLine(wanted, 200));
    }
}
