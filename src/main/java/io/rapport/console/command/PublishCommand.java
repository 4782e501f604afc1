package io.rapport.console.command;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;

import org.jspecify.annotations.Nullable;

import io.rapport.policy.Features;
import io.rapport.rulebook.RuleFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Sends the rules to an engine, which checks them, plays the examples and makes them live. */
@Command(name = "publish")
final class PublishCommand extends Subcommand {

    @Option(names = {"-r", "--rules"}, paramLabel = "DIR")
    @Nullable
    private Path rules;

    @Option(names = {"-f", "--features"}, paramLabel = "DIR")
    @Nullable
    private Path features;

    @Option(names = {"-n", "--note"}, paramLabel = "TEXT")
    private String note = "";

    @Option(names = "--author", paramLabel = "NAME")
    private String author = Desk.who();

    @Option(names = "--from", paramLabel = "DATE")
    @Nullable
    private String from;

    @Option(names = "--only-check")
    private boolean onlyCheck;

    @Option(names = {"-w", "--wait"})
    private boolean wait;

    @Override
    protected int run(Terminal terminal) {
        if (wait && (onlyCheck || from != null)) {
            throw new Failed(ExitCode.WRONG_USAGE, terminal.word("publish.wait-later"));
        }
        var engine = engine();
        var folder = Folders.existing(rules, "rules", terminal);
        var wanted = new LinkedHashMap<String, Object>();
        wanted.put("files", RuleFiles.ofFolder(folder).texts());
        var examples = Folders.examplesOf(folder, features, terminal);
        if (examples != null) {
            wanted.put("features", Features.ofFolder(examples).texts());
        }
        wanted.put("author", author);
        wanted.put("note", note);
        wanted.put("onlyCheck", onlyCheck);
        if (from != null) {
            wanted.put("effectiveFrom", moment(from, terminal).toString());
        }
        terminal.progress(terminal.word("publish.running"));
        try {
            return new Desk(engine, terminal).tell(VersionsCommand.ADDRESS, wanted, wait);
        } finally {
            terminal.progressEnds();
        }
    }

    /** A day begins at midnight, as this machine's clock has it. */
    private static Instant moment(String text, Terminal terminal) {
        try {
            return text.length() <= "2026-12-01".length()
                    ? LocalDate.parse(text).atStartOfDay(ZoneId.systemDefault()).toInstant()
                    : LocalDateTime.parse(text.replace(' ', 'T')).atZone(ZoneId.systemDefault()).toInstant();
        } catch (DateTimeException noDate) {
            throw new Failed(ExitCode.WRONG_USAGE, terminal.word("publish.no-date", text));
        }
    }
}
