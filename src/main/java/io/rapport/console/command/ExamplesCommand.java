package io.rapport.console.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import io.rapport.policy.Example;
import io.rapport.policy.Examples;
import io.rapport.policy.ExamplesResult;
import io.rapport.publishing.FolderNews;
import io.rapport.rulebook.Problem;
import io.rapport.rulebook.RuleFiles;
import io.rapport.rulebook.Rulebook;
import io.rapport.rulebook.RulebookCompiler;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Plays every example against the rules, as publishing would. */
@Command(name = "examples")
final class ExamplesCommand extends Subcommand {

    private static final Duration LOOK_AGAIN = Duration.ofMinutes(1);

    /** An editor may save in several steps. */
    private static final Duration STILL = Duration.ofMillis(300);

    @Option(names = {"-r", "--rules"}, paramLabel = "DIR")
    @Nullable
    private Path rules;

    @Option(names = {"-f", "--features"}, paramLabel = "DIR")
    @Nullable
    private Path features;

    @Option(names = {"-v", "--verbose"})
    private boolean verbose;

    @Option(names = {"-w", "--watch"})
    private boolean watch;

    @Override
    protected int run(Terminal terminal) {
        var rulesFolder = Folders.existing(rules, "rules", terminal);
        var featuresFolder = Folders.existing(features, "features", terminal);
        if (!watch) {
            return played(rulesFolder, featuresFolder, terminal);
        }
        try (var news = new FolderNews(List.of(rulesFolder, featuresFolder))) {
            while (true) {
                var came = played(rulesFolder, featuresFolder, terminal);
                terminal.tell(terminal.word("examples.watching"));
                if (!isSaved(news)) {
                    return came;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for a file to be saved; false when somebody ends the waiting. */
    private static boolean isSaved(FolderNews news) {
        try {
            while (!news.await(LOOK_AGAIN, STILL)) {
                // nothing was saved
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private int played(Path rulesFolder, Path featuresFolder, Terminal terminal) {
        var reading = new RulebookCompiler().read(RuleFiles.ofFolder(rulesFolder));
        if (!reading.problems().isEmpty()) {
            refused(reading.problems(), rulesFolder, terminal);
            return ExitCode.WRONG_FILES;
        }
        return played(Objects.requireNonNull(reading.rulebook(), "it is there when there are no problems"), featuresFolder,
                terminal);
    }

    private int played(Rulebook rulebook, Path folder, Terminal terminal) {
        ExamplesResult result;
        try (rulebook) {
            terminal.progress(terminal.word("examples.running", 0, "?"));
            result = Examples.run(rulebook, folder,
                    (example, done, all) -> terminal.progress(terminal.word("examples.running", done, all)));
        } finally {
            terminal.progressEnds();
        }
        if (terminal.json()) {
            terminal.sayJson(document(result));
        } else {
            say(result, folder, terminal);
        }
        return result.green() ? ExitCode.FINE : ExitCode.WRONG_FILES;
    }

    private void say(ExamplesResult result, Path folder, Terminal terminal) {
        result.examples().stream().filter(each -> verbose || !each.passed())
                .forEach(each -> one(each, folder, terminal));
        var seconds = String.format(Locale.ROOT, "%.1f", result.took().toMillis() / 1_000.0);
        var failed = result.failed().size();
        terminal.say(failed == 0
                ? terminal.good(terminal.word("examples.green", result.passed(), seconds))
                : terminal.bad(terminal.word("examples.red", failed, result.examples().size(), seconds)));
    }

    private static void one(Example example, Path folder, Terminal terminal) {
        var lines = example.render(terminal.language()).lines().toList();
        var place = folder.resolve(lines.getFirst()).toString().replace('\\', '/');
        terminal.say((example.passed() ? terminal.good("✓") : terminal.bad("✗")) + " " + terminal.strong(place));
        lines.stream().skip(1).forEach(terminal::say);
        if (!example.passed()) {
            terminal.say("");
        }
    }

    private static void refused(List<Problem> problems, Path folder, Terminal terminal) {
        if (terminal.json()) {
            terminal.sayJson(Map.of("green", false, "problems", problems));
        } else {
            new ProblemText(terminal, folder).say(problems);
            terminal.say(terminal.bad(terminal.word("examples.broken-rules")));
        }
    }

    private static Map<String, Object> document(ExamplesResult result) {
        return new TreeMap<>(Map.of(
                "green", result.green(),
                "passed", result.passed(),
                "failed", result.failed().size(),
                "seconds", result.took().toMillis() / 1_000.0,
                "examples", result.examples()));
    }
}
