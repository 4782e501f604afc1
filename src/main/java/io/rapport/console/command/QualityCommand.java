package io.rapport.console.command;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import io.rapport.forecast.Histories;
import io.rapport.forecast.HistoryQuality;
import io.rapport.forecast.LabelledQuality;
import io.rapport.rulebook.RuleFiles;
import io.rapport.rulebook.RulebookCompiler;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Says how good the forecasts are on a history whose end is known. */
@Command(name = "quality")
final class QualityCommand extends Subcommand {

    private static final int HORIZON = 90;

    /** Four parameters fitted to fewer run to the bounds of the search. */
    private static final int FEWEST_CUSTOMERS = 50;

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

    @Option(names = "--rules", paramLabel = "DIR")
    @Nullable
    private Path rules;

    /** What the forecasts are worth, and what the rules' own words are worth beside them; those are empty where there are no rules. */
    private record Answer(HistoryQuality.Report forecasts, List<Standings.Standing> standings) {}

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
        var answer = ofHistory(file, terminal);
        if (terminal.json()) {
            terminal.sayJson(answer);
        } else {
            var text = new QualityText(terminal);
            text.say(answer.forecasts());
            text.say(answer.standings());
        }
        return ExitCode.FINE;
    }

    private Answer ofHistory(Path file, Terminal terminal) {
        var purchases = HistoryPurchases.of(file, routes, Objects.requireNonNull(zone, "it has a default"), terminal);
        var days = ChronoUnit.DAYS.between(purchases.first(), purchases.last()) + 1;
        if (horizon < 1 || horizon >= days) {
            throw new Failed(ExitCode.WRONG_USAGE, terminal.word("quality.horizon-outside", horizon, days));
        }
        var first = split == null ? purchases.last().minusDays(horizon - 1L) : split;
        var known = purchases.customersBefore(first);
        if (first.isAfter(purchases.first()) && known < FEWEST_CUSTOMERS) {
            throw new Failed(ExitCode.WRONG_FILES,
                    terminal.word("quality.few-customers", known, first, FEWEST_CUSTOMERS));
        }
        try {
            return new Answer(HistoryQuality.of(purchases, first, horizon), standings(purchases, first, terminal));
        } catch (IllegalArgumentException outside) {
            throw new Failed(ExitCode.WRONG_USAGE, String.valueOf(outside.getMessage()));
        }
    }

    private List<Standings.Standing> standings(Histories purchases, LocalDate first, Terminal terminal) {
        var reading = new RulebookCompiler().read(RuleFiles.ofFolder(Folders.existing(rules, "rules", terminal)));
        if (reading.rulebook() == null) {
            throw new Failed(ExitCode.WRONG_FILES, terminal.word("quality.rules", reading.problems().size()));
        }
        try (var rulebook = reading.rulebook()) {
            return Standings.of(purchases, rulebook, first, horizon);
        }
    }
}
