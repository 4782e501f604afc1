package io.rapport.console.command;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import io.rapport.policy.KnownStep;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** The sentences that examples may be written in. */
@Command(name = "steps")
final class StepsCommand extends Subcommand {

    @Parameters(index = "0", arity = "0..1", paramLabel = "WORD", descriptionKey = "word")
    @Nullable
    private String word;

    @Override
    protected int run(Terminal terminal) {
        var steps = KnownStep.all().stream().filter(this::asked).toList();
        if (terminal.json()) {
            terminal.sayJson(steps);
        } else if (steps.isEmpty()) {
            terminal.tell(terminal.word("steps.none", String.valueOf(word)));
        } else {
            say(steps, terminal);
        }
        return ExitCode.FINE;
    }

    private boolean asked(KnownStep step) {
        return word == null || step.wordings().stream()
                .anyMatch(wording -> wording.toLowerCase(Locale.ROOT).contains(word.toLowerCase(Locale.ROOT)));
    }

    private static void say(List<KnownStep> steps, Terminal terminal) {
        steps.stream().collect(Collectors.groupingBy(KnownStep::group)).entrySet().stream()
                .sorted(java.util.Map.Entry.comparingByKey()).forEach(group -> {
                    terminal.say(terminal.strong(terminal.words().word("steps", group.getKey())));
                    group.getValue().stream().flatMap(step -> step.wordings().stream())
                            .forEach(wording -> terminal.say("  " + wording));
                    terminal.say("");
                });
    }
}
