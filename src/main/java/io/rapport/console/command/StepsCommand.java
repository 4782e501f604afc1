package io.rapport.console.command;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.rapport.policy.Catalogue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** The sentences that examples may be written in, and the kinds of words that stand in their braces. */
@Command(name = "steps")
final class StepsCommand extends Subcommand {

    @Parameters(index = "0", arity = "0..1", paramLabel = "WORD", descriptionKey = "word")
    @Nullable
    private String word;

    @Override
    protected int run(Terminal terminal) {
        var steps = Catalogue.steps().stream().filter(this::asked).toList();
        if (terminal.json()) {
            terminal.sayJson(Map.of("steps", steps, "kinds", Catalogue.kinds()));
        } else if (steps.isEmpty()) {
            terminal.tell(terminal.word("steps.none", String.valueOf(word)));
        } else {
            say(steps, terminal);
            kinds(steps, terminal);
        }
        return ExitCode.FINE;
    }

    /** In either language: who looks for a word has it in his own. */
    private boolean asked(Catalogue.Entry step) {
        var both = (step.english() + " " + step.chinese()).toLowerCase(Locale.ROOT);
        return word == null || both.contains(word.toLowerCase(Locale.ROOT));
    }

    private void say(List<Catalogue.Entry> steps, Terminal terminal) {
        var group = "";
        for (var step : steps) {
            if (!step.group().equals(group)) {
                group = step.group();
                terminal.say(terminal.strong(terminal.words().word("steps", group)));
            }
            terminal.say("  " + wording(step, terminal));
        }
    }

    /** In the person's language, or in that of the word that was looked for. */
    private String wording(Catalogue.Entry step, Terminal terminal) {
        var chinese = terminal.language().equals(Locale.CHINESE);
        var own = chinese ? step.chinese() : step.english();
        var other = chinese ? step.english() : step.chinese();
        var fits = word == null || own.toLowerCase(Locale.ROOT).contains(word.toLowerCase(Locale.ROOT));
        return own.isEmpty() || !fits ? other : own;
    }

    /** What the braces of these steps mean. */
    private void kinds(List<Catalogue.Entry> steps, Terminal terminal) {
        var rows = Catalogue.kinds().stream()
                .filter(kind -> steps.stream().anyMatch(step -> wording(step, terminal).contains("{" + kind.name() + "}")))
                .map(kind -> List.of("{" + kind.name() + "}", kind.examples())).toList();
        if (!rows.isEmpty()) {
            terminal.say("");
            terminal.table(List.of(terminal.word("steps.kinds"), terminal.word("steps.for-instance")), rows);
        }
    }
}
