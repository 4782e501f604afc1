package io.rapport.console.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import io.rapport.decision.Context;
import io.rapport.facts.CustomerEvent;
import io.rapport.facts.Snapshot;
import io.rapport.intake.HistoryFile;
import io.rapport.intake.OrderFile;
import io.rapport.publishing.dryrun.ChannelCosts;
import io.rapport.publishing.dryrun.DryRun;
import io.rapport.publishing.dryrun.DryRunReport;
import io.rapport.publishing.dryrun.EventSource;
import io.rapport.rulebook.RuleFiles;
import io.rapport.rulebook.Rulebook;
import io.rapport.rulebook.RulebookCompiler;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What the rules at hand would have changed over a file of history, compared with others. */
@Command(name = "dry-run")
final class DryRunCommand extends Subcommand {

    /** A number without a country code is read as British, as the doors do by default. */
    private static final String REGION = "GB";

    private static final double TAU_DAYS = 182;

    @Option(names = "--history", paramLabel = "FILE", required = true)
    @Nullable
    private Path history;

    @Option(names = {"-r", "--rules"}, paramLabel = "DIR")
    @Nullable
    private Path rules;

    @Option(names = "--live", paramLabel = "DIR")
    @Nullable
    private Path live;

    @Option(names = "--routes", paramLabel = "DIR")
    @Nullable
    private Path routes;

    @Option(names = "--days", paramLabel = "DAYS", defaultValue = "90")
    private int days;

    @Option(names = "--zone", paramLabel = "ZONE", defaultValue = "UTC")
    private ZoneId zone = ZoneId.of("UTC");

    @Override
    protected int run(Terminal terminal) {
        var file = Objects.requireNonNull(history, "it is required");
        if (!Files.isReadable(file)) {
            throw new Failed(ExitCode.WRONG_USAGE, terminal.word("failed.file", file));
        }
        var candidateFolder = Folders.existing(rules, "rules", terminal);
        var reader = reader(terminal);
        var candidate = compiled(RuleFiles.ofFolder(candidateFolder), candidateFolder, terminal);
        var before = candidate == null ? null : before(terminal);
        if (candidate == null || before == null) {
            return ExitCode.WRONG_FILES;
        }
        try (before; candidate) {
            var settings = new DryRun.Settings(Runtime.getRuntime().availableProcessors(), days, ChannelCosts.usual());
            var comparison = DryRun.of(new Context(before, Snapshot.NONE, zone, TAU_DAYS), candidate, settings);
            new DryRunText(terminal).say(played(comparison, source(file, reader), terminal));
        }
        return ExitCode.FINE;
    }

    private HistoryFile reader(Terminal terminal) {
        try {
            return HistoryFile.mappedBy(Folders.existing(routes, "routes", terminal), REGION, Clock.systemUTC());
        } catch (IOException | IllegalArgumentException unclear) {
            throw new Failed(ExitCode.WRONG_USAGE, String.valueOf(unclear.getMessage()));
        }
    }

    /** What is live: the folder that was named, else what a running engine has. */
    private @Nullable Rulebook before(Terminal terminal) {
        if (live != null) {
            var folder = Folders.existing(live, "live", terminal);
            return compiled(RuleFiles.ofFolder(folder), folder, terminal);
        }
        var texts = new TreeMap<String, String>();
        engine().get("/api/versions/live/files").properties()
                .forEach(each -> texts.put(each.getKey(), each.getValue().asString()));
        return compiled(new RuleFiles(texts), Path.of("live"), terminal);
    }

    /** Null when the files are wrong, which is told. */
    private static @Nullable Rulebook compiled(RuleFiles files, Path folder, Terminal terminal) {
        var reading = new RulebookCompiler().read(files);
        new ProblemText(terminal, folder).say(reading.problems());
        return reading.rulebook();
    }

    private static EventSource source(Path file, HistoryFile reader) {
        try {
            var fingerprint = Files.size(file) + "-" + Files.getLastModifiedTime(file);
            return EventSource.of(String.valueOf(file.getFileName()), fingerprint, each -> read(file, reader, each), () -> 0);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void read(Path file, HistoryFile reader, Consumer<CustomerEvent> each) {
        try {
            reader.read(file, read -> {
                if (read instanceof OrderFile.Event event) {
                    each.accept(event.event());
                }
            });
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static DryRunReport played(DryRun comparison, EventSource source, Terminal terminal) {
        try {
            var folder = Files.createTempDirectory("rapport-dry-run");
            try {
                return comparison.run(source, folder, progress -> show(progress, terminal), () -> false);
            } finally {
                terminal.progressEnds();
                remove(folder);
            }
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    private static void show(DryRun.Progress progress, Terminal terminal) {
        var left = progress.left();
        terminal.progress(terminal.word("dry-run.running", String.format(Locale.ROOT, "%.0f", progress.share() * 100),
                progress.steps(), left == null ? "?" : left.toSeconds()));
    }

    private static void remove(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
