package io.rapport.console.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import io.rapport.publishing.dryrun.ChannelCosts;
import io.rapport.publishing.dryrun.DryRun;
import io.rapport.rulebook.RuleFiles;
import io.rapport.rulebook.Rulebook;
import io.rapport.rulebook.RulebookCompiler;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What the rules at hand would have changed: over all that a running engine knows, or over a file of history. */
@Command(name = "dry-run")
final class DryRunCommand extends Subcommand {

    /** What only a file needs to be told: an engine knows it. */
    private static final List<String> OF_A_FILE = List.of("--live", "--routes", "--days", "--zone", "--work");

    @Option(names = "--history", paramLabel = "FILE")
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

    @Option(names = "--work", paramLabel = "DIR")
    @Nullable
    private Path work;

    @Option(names = "--csv", paramLabel = "FILE")
    @Nullable
    private Path csv;

    @Option(names = "--as-if-agreed")
    private boolean asIfAgreed;

    @Option(names = "--resume", paramLabel = "ID")
    @Nullable
    private String resume;

    @Option(names = "--cancel", paramLabel = "ID")
    @Nullable
    private String cancel;

    @Override
    protected int run(Terminal terminal) {
        return history == null ? overTheLog(terminal) : overAFile(history, terminal);
    }

    private int overTheLog(Terminal terminal) {
        for (var option : OF_A_FILE) {
            if (spec().commandLine().getParseResult().hasMatchedOption(option)) {
                throw new Failed(ExitCode.WRONG_USAGE, terminal.word("dry-run.of-a-file", option));
            }
        }
        var runs = new EngineDryRun(engine(), terminal);
        if (cancel != null) {
            runs.cancel(cancel);
            return ExitCode.FINE;
        }
        var id = resume;
        if (id == null) {
            var folder = Folders.existing(rules, "rules", terminal);
            var files = RuleFiles.ofFolder(folder);
            var candidate = compiled(files, folder, terminal);
            if (candidate == null) {
                return ExitCode.WRONG_FILES;
            }
            candidate.close();
            id = runs.begin(files, asIfAgreed);
        } else {
            runs.resume(id);
        }
        new DryRunText(terminal).say(runs.followed(id));
        if (csv != null) {
            write(csv, runs.csv(id), terminal);
        }
        return ExitCode.FINE;
    }

    private int overAFile(Path file, Terminal terminal) {
        if (!Files.isReadable(file)) {
            throw new Failed(ExitCode.WRONG_USAGE, terminal.word("failed.file", file));
        }
        var candidateFolder = Folders.existing(rules, "rules", terminal);
        var reader = FileDryRun.reader(routes, terminal);
        var candidate = compiled(RuleFiles.ofFolder(candidateFolder), candidateFolder, terminal);
        var before = candidate == null ? null : before(terminal);
        if (candidate == null || before == null) {
            return ExitCode.WRONG_FILES;
        }
        try (before; candidate) {
            var settings = new DryRun.Settings(Runtime.getRuntime().availableProcessors(), days, ChannelCosts.usual(),
                    asIfAgreed);
            new FileDryRun(file, reader, terminal).run(FileDryRun.comparison(before, candidate, zone, settings), work,
                    (report, csvText) -> {
                        new DryRunText(terminal).say(report);
                        if (csv != null) {
                            write(csv, csvText.get(), terminal);
                        }
                    });
        }
        return ExitCode.FINE;
    }

    private static void write(Path csv, String text, Terminal terminal) {
        try {
            Files.writeString(csv, text);
            terminal.tell(terminal.word("dry-run.csv-written", csv));
        } catch (IOException denied) {
            throw new UncheckedIOException(denied);
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
}
