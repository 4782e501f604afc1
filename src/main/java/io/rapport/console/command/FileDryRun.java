package io.rapport.console.command;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import io.rapport.decision.Context;
import io.rapport.facts.CustomerEvent;
import io.rapport.facts.Snapshot;
import io.rapport.intake.HistoryFile;
import io.rapport.intake.OrderFile;
import io.rapport.publishing.dryrun.DryRun;
import io.rapport.publishing.dryrun.DryRunReport;
import io.rapport.publishing.dryrun.EventSource;
import io.rapport.publishing.dryrun.ReportCsv;
import io.rapport.rulebook.Rulebook;

/** A dry run in this process, over a file of history. */
final class FileDryRun {

    /** A number without a country code is read as British, as the doors do by default. */
    private static final String REGION = "GB";

    private static final double TAU_DAYS = 182;

    private final Path file;

    private final HistoryFile reader;

    private final Terminal terminal;

    private double share;

    FileDryRun(Path file, HistoryFile reader, Terminal terminal) {
        this.file = file;
        this.reader = reader;
        this.terminal = terminal;
    }

    static HistoryFile reader(@Nullable Path routes, Terminal terminal) {
        try {
            return HistoryFile.mappedBy(Folders.existing(routes, "routes", terminal), REGION, Clock.systemUTC());
        } catch (IOException | IllegalArgumentException unclear) {
            throw new Failed(ExitCode.WRONG_USAGE, String.valueOf(unclear.getMessage()));
        }
    }

    static DryRun comparison(Rulebook live, Rulebook candidate, ZoneId zone, DryRun.Settings settings) {
        return DryRun.of(new Context(live, Snapshot.NONE, zone, TAU_DAYS), candidate, settings);
    }

    /** Told what came of it, and everybody affected as CSV while the folder is still there. */
    interface Reader {
        void take(DryRunReport report, Supplier<String> csv);
    }

    /** @param work a folder where what is finished stays, so that the same run goes on from it; null for none */
    void run(DryRun comparison, @Nullable Path work, Reader result) {
        try {
            var folder = work == null ? Files.createTempDirectory("rapport-dry-run") : work;
            try {
                var report = comparison.run(source(), folder, this::show, () -> false);
                terminal.progressEnds();
                result.take(report, () -> csv(folder));
            } finally {
                terminal.progressEnds();
                if (work == null) {
                    remove(folder);
                }
            }
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    private EventSource source() throws IOException {
        var fingerprint = Files.size(file) + "-" + Files.getLastModifiedTime(file);
        return EventSource.of(String.valueOf(file.getFileName()), fingerprint, this::read, () -> share);
    }

    private void read(Consumer<CustomerEvent> each) {
        try {
            reader.read(file, (read, soFar) -> {
                share = soFar;
                if (read instanceof OrderFile.Event event) {
                    each.accept(event.event());
                }
            });
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void show(DryRun.Progress progress) {
        show(progress.share() * 100, progress.steps(), progress.left(), terminal);
    }

    static void show(double percent, long steps, @Nullable Duration left, Terminal terminal) {
        terminal.progress(terminal.word("dry-run.running", String.format(Locale.ROOT, "%.0f", percent), steps,
                left == null ? "?" : left.toSeconds()));
    }

    private String csv(Path folder) {
        try {
            var text = new StringWriter();
            ReportCsv.write(folder, terminal.language(), text);
            return text.toString();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void remove(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var each : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        }
    }
}
