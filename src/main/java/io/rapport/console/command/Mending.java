package io.rapport.console.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** How a text is mended: by the whole text in a file, or by what is wrong in it and what it should be. */
final class Mending {

    @Parameters(index = "0", paramLabel = "ID", descriptionKey = "id")
    @Nullable
    private String id;

    @Parameters(index = "1", arity = "0..1", paramLabel = "FILE", descriptionKey = "file")
    @Nullable
    private Path file;

    @Option(names = "--replace", paramLabel = "TEXT")
    @Nullable
    private String wrong;

    @Option(names = "--with", paramLabel = "TEXT")
    @Nullable
    private String right;

    String id() {
        return Objects.requireNonNull(id, "it is required");
    }

    /**
     * @param before asked for only where something in it is replaced
     * @param show the command that shows the text, for who replaced what does not stand in it
     * @throws Failed if it is not clear how to mend it
     */
    String mended(Supplier<String> before, String show, Terminal terminal) {
        if (file != null && wrong == null && right == null) {
            return text(file, terminal);
        }
        if (file != null || wrong == null || right == null) {
            throw new Failed(ExitCode.WRONG_USAGE, terminal.word("mend.how"));
        }
        var text = before.get();
        if (!text.contains(wrong)) {
            throw new Failed(ExitCode.WRONG_USAGE, terminal.word("mend.not-in-it", wrong, show));
        }
        return text.replace(wrong, right);
    }

    private static String text(Path file, Terminal terminal) {
        try {
            return file.toString().equals("-")
                    ? new String(System.in.readAllBytes(), StandardCharsets.UTF_8)
                    : Files.readString(file);
        } catch (IOException unreadable) {
            throw new Failed(ExitCode.WRONG_USAGE, terminal.word("failed.file", file));
        }
    }
}
