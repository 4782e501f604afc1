package io.rapport.console.command;

import java.nio.file.Path;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import io.rapport.policy.Examples;
import io.rapport.policy.Handbook;
import io.rapport.rulebook.RuleFiles;
import io.rapport.rulebook.RulebookCompiler;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes the handbook of the rules as two pages of HTML. */
@Command(name = "handbook")
final class HandbookCommand extends Subcommand {

    @Parameters(index = "0", arity = "0..1", paramLabel = "DIR", descriptionKey = "to", defaultValue = "handbook")
    @Nullable
    private Path to;

    @Option(names = {"-r", "--rules"}, paramLabel = "DIR")
    @Nullable
    private Path rules;

    @Option(names = {"-f", "--features"}, paramLabel = "DIR")
    @Nullable
    private Path features;

    /** What is answered as JSON. */
    record Written(String handbook, int passed, int examples) {}

    @Override
    protected int run(Terminal terminal) {
        var rulesFolder = Folders.existing(rules, "rules", terminal);
        var texts = Handbook.features(Folders.existing(features, "features", terminal));
        var reading = new RulebookCompiler().read(RuleFiles.ofFolder(rulesFolder));
        if (!reading.problems().isEmpty()) {
            new ProblemText(terminal, rulesFolder).say(reading.problems());
            return ExitCode.WRONG_FILES;
        }
        var folder = Objects.requireNonNull(to, "it has a default");
        try (var rulebook = Objects.requireNonNull(reading.rulebook(), "it is there when there are no problems")) {
            var result = Examples.run(rulebook, texts, (example, done, all) -> terminal.progress(
                    terminal.word("handbook.playing", done, all)));
            terminal.progressEnds();
            Handbook.of(rulebook, result, texts).write(folder);
            var index = folder.resolve("index.html");
            if (terminal.json()) {
                terminal.sayJson(new Written(index.toString(), result.passed(), result.examples().size()));
            } else {
                terminal.say(terminal.word("handbook.written", index, result.passed(), result.examples().size()));
            }
            return ExitCode.FINE;
        }
    }
}
