package io.rapport.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** By what a history file is known again: its size and a digest of its first megabyte, whatever it is called. */
final class Fingerprint {

    private static final int LOOKED_AT = 1 << 20;

    private Fingerprint() {}

    static String of(Path file) {
        try (var content = Files.newInputStream(file)) {
            var digest = MessageDigest.getInstance("SHA-256").digest(content.readNBytes(LOOKED_AT));
            return Files.size(file) + "-" + HexFormat.of().formatHex(digest);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("[" + file + "] cannot be read\nMaybe the path is mistyped.", unreadable);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
