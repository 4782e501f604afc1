package io.rapport.policy;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.rapport.policy.steps.Behind;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong in a scenario.
 *
 * @param line of the step, in the feature file; of the scenario when no step is to blame
 * @param step the step as it is written; empty when no step is to blame
 * @param message what was expected and what was found, or why the step cannot be played
 * @param expected the value that a "Then" asked for, null when the failure is another one
 * @param found the value that was there instead, null as above
 * @param behind the rules behind it: which decided, and which should have
 * @param nearest the known wording that is nearest to an unknown step, null when the step is known
 * @param chinese the message in Chinese; null where it is known in the words of the step only
 */
public record Failure(
        int line, String step, String message, @Nullable String expected, @Nullable String found, List<Behind> behind,
        @Nullable String nearest, @Nullable String chinese) {

    public Failure {
        behind = List.copyOf(behind);
    }

    Failure(int line, String step, String message, @Nullable String expected, @Nullable String found, List<Behind> behind,
            @Nullable String nearest) {
        this(line, step, message, expected, found, behind, nearest, null);
    }

    /** A failure of the scenario or of its file, in the words of whoever found it. */
    static Failure of(int line, String message) {
        return new Failure(line, "", message, null, null, List.of(), null);
    }

    /** A failure that the message files tell in both languages. */
    static Failure said(int line, String step, String key, Object... values) {
        return new Failure(line, step, Texts.in(Locale.ENGLISH).of(key, values), null, null, List.of(), null,
                Texts.in(Locale.CHINESE).of(key, values));
    }

    /** The step, the message, and a line for each rule behind it. */
    public String render(Locale locale) {
        var texts = Texts.in(locale);
        return Stream.of(
                Stream.of(step),
                Stream.of(chinese != null && locale.getLanguage().equals("zh") ? chinese : message),
                Stream.ofNullable(nearest).map(known -> texts.of("examples.nearest", known)),
                behind.stream().map(rule -> rule.render(locale)))
                .flatMap(lines -> lines).filter(text -> !text.isBlank()).collect(Collectors.joining("\n"));
    }
}
