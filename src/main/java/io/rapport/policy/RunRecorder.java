package io.rapport.policy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.cucumber.core.gherkin.Step;
import io.cucumber.core.gherkin.StepType;
import io.cucumber.plugin.ConcurrentEventListener;
import io.cucumber.plugin.event.EventPublisher;
import io.cucumber.plugin.event.PickleStepTestStep;
import io.cucumber.plugin.event.Result;
import io.cucumber.plugin.event.Status;
import io.cucumber.plugin.event.TestCase;
import io.cucumber.plugin.event.TestCaseFinished;
import io.cucumber.plugin.event.TestCaseStarted;
import io.cucumber.plugin.event.TestStep;
import io.cucumber.plugin.event.TestStepFinished;
import io.rapport.policy.steps.Unexpected;
import io.rapport.policy.wording.UnclearStep;
import org.jspecify.annotations.Nullable;

/** Writes down what became of each scenario, and which wordings were used. */
final class RunRecorder implements ConcurrentEventListener {

    /** The keywords of the languages that examples are written in. */
    private static final Set<String> THEN = Set.of("Then", "那么");

    private static final Pattern LINE_IN_PARSE_ERROR = Pattern.compile("\\((\\d+):\\d+\\)");

    private final Examples.Listener listener;
    private final List<Example> examples = new ArrayList<>();
    private final Map<String, StepWording> offered = new LinkedHashMap<>();
    private final Set<String> used = new HashSet<>();
    private @Nullable Failure firstFailure;
    private int expected;
    private int unreadable;

    RunRecorder(Examples.Listener listener) {
        this.listener = listener;
    }

    @Override
    public void setEventPublisher(EventPublisher publisher) {
        publisher.registerHandlerFor(TestCaseStarted.class, started -> firstFailure = null);
        publisher.registerHandlerFor(TestStepFinished.class, this::stepFinished);
        publisher.registerHandlerFor(TestCaseFinished.class, this::caseFinished);
    }

    void offered(List<StepWording> wordings) {
        wordings.forEach(wording -> offered.put(wording.getPattern(), wording));
    }

    /** How many scenarios will be played, beside the files that cannot be read. */
    void expects(int scenarios) {
        expected = scenarios + unreadable;
    }

    void unreadable(String file, String message) {
        var found = LINE_IN_PARSE_ERROR.matcher(message);
        var line = found.find() ? Integer.parseInt(found.group(1)) : 1;
        notPlayed(file, line, "the whole file", Failure.of(line, message));
    }

    /** Something that looks like an example and cannot be played: it counts as one that fails. */
    void notPlayed(String file, int line, String name, Failure why) {
        unreadable++;
        examples.add(new Example(file, line, name, why));
    }

    List<Example> examples() {
        return examples.stream().sorted(Comparator.comparing(Example::file).thenComparingInt(Example::line)).toList();
    }

    /** Steps that were played in no wording, each by its first. */
    List<String> unused() {
        var played = offered.values().stream().filter(wording -> used.contains(wording.getPattern())).map(StepWording::method)
                .collect(Collectors.toSet());
        return offered.values().stream().filter(wording -> !wording.isChinese() && !played.contains(wording.method()))
                .map(wording -> "\"" + wording.getPattern() + "\"  (" + wording.getLocation() + ")").toList();
    }

    private void stepFinished(TestStepFinished finished) {
        if (!(finished.getTestStep() instanceof PickleStepTestStep step)) {
            return;
        }
        @Nullable String pattern = step.getPattern();
        if (pattern != null) {
            used.add(pattern);
        }
        if (!finished.getResult().getStatus().isOk() && firstFailure == null) {
            firstFailure = failure(step, finished.getResult());
        }
    }

    private void caseFinished(TestCaseFinished finished) {
        var scenario = finished.getTestCase();
        var failure = firstFailure != null ? firstFailure : ofTheWhole(scenario, finished.getResult());
        var example = new Example(
                FeatureTexts.name(scenario.getUri()), scenario.getLocation().getLine(), scenario.getName(), failure);
        examples.add(example);
        listener.played(example, examples.size(), Math.max(expected, examples.size()));
    }

    private static @Nullable Failure ofTheWhole(TestCase scenario, Result result) {
        var line = scenario.getLocation().getLine();
        if (scenario.getTestSteps().isEmpty()) {
            return Failure.said(line, "", "examples.nothing.step");
        }
        if (!result.getStatus().isOk()) {
            return Failure.of(line, String.valueOf(result.getError()));
        }
        return scenario.getTestSteps().stream().anyMatch(RunRecorder::asserts) ? null
                : Failure.said(line, "", "examples.nothing.then");
    }

    /** A step that stands under "Then": only such a step can say no. */
    private static boolean asserts(TestStep step) {
        return step instanceof PickleStepTestStep played && played.getStep() instanceof Step gherkin
                && (gherkin.getType() == StepType.THEN || THEN.contains(gherkin.getPreviousGivenWhenThenKeyword().strip()));
    }

    private Failure failure(PickleStepTestStep step, Result result) {
        var line = step.getStep().getLocation().getLine();
        var text = step.getStep().getText();
        if (result.getStatus() == Status.UNDEFINED) {
            return unknown(line, text);
        }
        @Nullable Throwable error = result.getError();
        if (error == null) {
            return new Failure(line, text, String.valueOf(result.getStatus()), null, null, List.of(), null);
        }
        var wrong = unexpected(error);
        return wrong == null
                ? new Failure(line, text, told(error), null, null, List.of(), null)
                : new Failure(line, text, told(error), wrong.expected(), wrong.found(), wrong.behind(), null);
    }

    private Failure unknown(int line, String text) {
        var nearest = NearestWording.to(text, offered.keySet());
        var key = nearest == null ? "examples.unknown.anything" : "examples.unknown";
        return new Failure(line, text, Texts.in(Locale.ENGLISH).of(key, text), null, null, List.of(), nearest,
                Texts.in(Locale.CHINESE).of(key, text));
    }

    private static @Nullable Unexpected unexpected(Throwable error) {
        for (@Nullable Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof Unexpected wrong) {
                return wrong;
            }
        }
        return null;
    }

    /** In the words of whoever knew what was wrong; a fault of the engine with its place. */
    private static String told(Throwable error) {
        for (@Nullable Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof AssertionError || cause instanceof UnclearStep) {
                return String.valueOf(cause.getMessage());
            }
        }
        return error + "\n    at " + (error.getStackTrace().length > 0 ? error.getStackTrace()[0] : "an unknown place");
    }
}
