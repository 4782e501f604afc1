package io.rapport.console.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import io.rapport.forecast.LabelledQuality;
import io.rapport.forecast.Scorecard;
import io.rapport.forecast.ScorecardFit;
import io.rapport.forecast.ScorecardTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Fits a points table to rows of whom it is known how they ended, and writes it as a rule file. */
@Command(name = "fit")
final class ScorecardFitCommand extends Subcommand {

    @Option(names = "--history", required = true, paramLabel = "FILE")
    @Nullable
    private Path history;

    @Option(names = "--labels", required = true, paramLabel = "COLUMN")
    @Nullable
    private String labels;

    @Option(names = "--folds", paramLabel = "NUMBER|COLUMN")
    @Nullable
    private String folds;

    @Option(names = "--without", paramLabel = "COLUMN", split = ",")
    private List<String> without = List.of();

    @Option(names = "--to", paramLabel = "FILE")
    @Nullable
    private Path to;

    @Override
    protected int run(Terminal terminal) {
        var file = Objects.requireNonNull(history, "it is required");
        var read = LabelledFile.of(file, Objects.requireNonNull(labels, "it is required"), folds, without, terminal);
        var quality = LabelledQuality.of(read.table(), read.folds());
        var card = ScorecardFit.fit(read.table(), IntStream.range(0, read.table().rows()).toArray());
        var text = ScorecardTable.of(card, read.table(), quality, String.valueOf(file.getFileName()),
                LocalDate.now(Clock.systemUTC()));
        if (terminal.json()) {
            terminal.sayJson(Map.of("scorecard", card, "quality", quality));
        }
        if (to != null) {
            write(to, text, terminal);
            terminal.tell(summary(to, card, quality, terminal));
        } else if (!terminal.json()) {
            terminal.say(text.stripTrailing());
        }
        return ExitCode.FINE;
    }

    private static void write(Path to, String text, Terminal terminal) {
        try {
            Files.writeString(to, text);
        } catch (IOException unwritten) {
            throw new Failed(ExitCode.WRONG_USAGE, terminal.word("scorecard.unwritten", to));
        }
    }

    private static String summary(Path to, Scorecard card, LabelledQuality.Report quality, Terminal terminal) {
        return terminal.word("scorecard.written", to, card.start(), card.parts().size(),
                card.parts().stream().mapToInt(part -> part.lines().size()).sum(), three(quality.who().getFirst().auc()),
                three(quality.who().get(1).auc()));
    }

    private static String three(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }
}
