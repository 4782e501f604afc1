package io.rapport.console.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** Brings in years of orders, deciding as of each date and acting on nothing. */
@Command(name = "import")
final class ImportCommand extends Subcommand {

    private static final String ADDRESS = "/api/imports";

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    @Parameters(index = "0", arity = "0..1", paramLabel = "FILE", descriptionKey = "file")
    @Nullable
    private Path file;

    @Option(names = "--alone")
    private boolean alone;

    @Option(names = "--abandon")
    private boolean abandon;

    @Override
    protected int run(Terminal terminal) {
        if (abandon) {
            return abandon(engine(), terminal);
        }
        if (file == null) {
            throw new Failed(ExitCode.WRONG_USAGE, terminal.word("import.which"));
        }
        var path = file.toAbsolutePath().normalize();
        if (!Files.isReadable(path)) {
            throw new Failed(ExitCode.WRONG_USAGE, terminal.word("failed.file", path));
        }
        if (alone) {
            StartCommand.run(new String[] {"--rapport.import.file=" + path});
            return StartCommand.RUNNING;
        }
        var engine = engine();
        var kept = engine.put(ADDRESS + "/files/" + EngineLink.encoded(String.valueOf(path.getFileName())), path);
        engine.post(ADDRESS, Map.of("file", kept.path("file").asString()));
        var end = followed(engine, terminal);
        if (!end.path("failure").asString("").isEmpty()) {
            throw new Failed(ExitCode.WRONG_FILES, end.path("failure").asString());
        }
        if (terminal.json()) {
            terminal.sayJson(end);
        } else {
            terminal.say(terminal.good(terminal.word("import.done", end.path("events").asLong())));
        }
        return ExitCode.FINE;
    }

    /** The only unfinished one, or that of the file name or fingerprint given. */
    private int abandon(EngineLink engine, Terminal terminal) {
        var unfinished = engine.get(ADDRESS).path("unfinished");
        if (unfinished.isEmpty()) {
            throw new Failed(ExitCode.WRONG_USAGE, terminal.word("import.none-unfinished"));
        }
        var meant = unfinished.valueStream()
                .filter(each -> file == null || file.endsWith(each.path("name").asString())
                        || file.toString().equals(each.path("file").asString()))
                .toList();
        if (meant.size() != 1) {
            throw new Failed(ExitCode.WRONG_USAGE, terminal.word("import.unfinished", unfinished.valueStream()
                    .map(each -> each.path("name").asString() + " (" + each.path("file").asString() + ")")
                    .collect(Collectors.joining(", "))));
        }
        var given = meant.getFirst();
        var left = engine.post(ADDRESS + "/" + EngineLink.encoded(given.path("file").asString()) + "/abandon", Map.of());
        if (terminal.json()) {
            terminal.sayJson(left);
        } else {
            terminal.say(terminal.good(terminal.word("import.abandoned", given.path("name").asString())));
        }
        return ExitCode.FINE;
    }

    /** Ends when the import does; stopping this command does not stop it. */
    private static JsonNode followed(EngineLink engine, Terminal terminal) {
        var now = engine.get(ADDRESS);
        while (now.path("running").asBoolean()) {
            terminal.progress(terminal.word("import.running",
                    String.format(Locale.ROOT, "%.1f", now.path("percent").asDouble()), now.path("events").asLong()));
            pause();
            now = engine.get(ADDRESS);
        }
        terminal.progressEnds();
        return now;
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_LOOKS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while an import went on; the engine goes on with it", stopped);
        }
    }
}
