package io.rapport.console.command;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import io.rapport.forecast.HistoryQuality;
import io.rapport.forecast.LabelledQuality;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Says how good the forecasts are on a history whose end is known. */
@Command(name = "quality")
final class QualityCommand extends Subcommand {

    private static final int HORIZON = 90;

    @Option(names = "--history", required = true, paramLabel = "FILE")
    @Nullable
    private Path history;

    @Option(names = "--split", paramLabel = "DATE")
    @Nullable
    private LocalDate split;

    @Option(names = "--horizon", paramLabel = "DAYS", defaultValue = "" + HORIZON)
    private int horizon;

    @Option(names = "--labels", paramLabel = "COLUMN")
    @Nullable
    private String labels;

    @Option(names = "--folds", paramLabel = "NUMBER|COLUMN")
    @Nullable
    private String folds;

    @Option(names = "--without", paramLabel = "COLUMN", split = ",")
    private List<String> without = List.of();

    @Option(names = "--routes", paramLabel = "DIR")
    @Nullable
    private Path routes;

    @Option(names = "--zone", paramLabel = "ZONE", defaultValue = "UTC")
    @Nullable
    private ZoneId zone;

    @Override
    protected int run(Terminal terminal) {
        var file = Objects.requireNonNull(history, "it is required");
        if (labels != null) {
            var read = LabelledFile.of(file, labels, folds, without, terminal);
            var report = LabelledQuality.of(read.table(), read.folds());
            if (terminal.json()) {
                terminal.sayJson(report);
            } else {
                new QualityText(terminal).say(report);
            }
            return ExitCode.FINE;
        }
        var report = ofHistory(file, terminal);
        if (terminal.json()) {
            terminal.sayJson(report);
        } else {
            new QualityText(terminal).say(report);
        }
        return ExitCode.FINE;
    }

    private HistoryQuality.Report ofHistory(Path file, Terminal terminal) {
        var purchases = HistoryPurchases.of(file, routes, Objects.requireNonNull(zone, "it has a default"), terminal);
        try {
            return HistoryQuality.of(purchases, split == null ? purchases.last().minusDays(horizon - 1L) : split, horizon);
        } catch (IllegalArgumentException outside) {
            throw new Failed(ExitCode.WRONG_USAGE, String.valueOf(outside.getMessage()));
        }
    }
}
