package io.rapport.console.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import io.rapport.rulebook.Problem;
import io.rapport.rulebook.Reading;
import io.rapport.rulebook.RuleFiles;
import io.rapport.rulebook.RulebookCompiler;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Reads and compiles the rules as publishing would, and says everything that is wrong with them. */
@Command(name = "check")
final class CheckCommand extends Subcommand {

    @Option(names = {"-r", "--rules"}, paramLabel = "DIR")
    @Nullable
    private Path rules;

    @Override
    protected int run(Terminal terminal) {
        var folder = Folders.existing(rules, "rules", terminal);
        var files = RuleFiles.ofFolder(folder);
        var reading = new RulebookCompiler().read(files);
        if (terminal.json()) {
            terminal.sayJson(document(files, reading));
        } else {
            new ProblemText(terminal, folder).say(reading.problems());
            new ProblemText(terminal, folder).say(reading.warnings());
            terminal.say(summary(files, reading, terminal));
        }
        return reading.problems().isEmpty() ? ExitCode.FINE : ExitCode.WRONG_FILES;
    }

    private static String summary(RuleFiles files, Reading reading, Terminal terminal) {
        var problems = reading.problems();
        if (problems.isEmpty()) {
            var book = Objects.requireNonNull(reading.rulebook(), "it is there when there are no problems");
            var warnings = reading.warnings().size();
            return warnings == 0
                    ? terminal.good(terminal.word("check.fine", files.texts().size(), book.rules().size()))
                    : terminal.hint(terminal.word("check.warned", files.texts().size(), book.rules().size(), warnings));
        }
        var wrong = (int) problems.stream().map(Problem::file).distinct().count();
        return terminal.bad(terminal.word("check.wrong", problems.size(), wrong));
    }

    private static Map<String, Object> document(RuleFiles files, Reading reading) {
        var document = new TreeMap<String, Object>(Map.of(
                "fine", reading.problems().isEmpty(),
                "version", files.hash(),
                "files", List.copyOf(files.texts().keySet()),
                "problems", reading.problems(),
                "warnings", reading.warnings()));
        if (reading.rulebook() != null) {
            document.put("rules", reading.rulebook().rules().size());
        }
        return document;
    }
}
