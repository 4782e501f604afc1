package io.rapport.policy;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import io.cucumber.plugin.ConcurrentEventListener;
import io.cucumber.plugin.event.EventPublisher;
import io.cucumber.plugin.event.PickleStepTestStep;
import io.cucumber.plugin.event.Result;
import io.cucumber.plugin.event.TestCase;
import io.cucumber.plugin.event.TestCaseFinished;
import io.cucumber.plugin.event.TestCaseStarted;
import io.cucumber.plugin.event.TestStepFinished;

/** Writes down what became of each scenario, and which wordings were used. */
final class RunRecorder implements ConcurrentEventListener {

    private static final Pattern LINE_IN_PARSE_ERROR = Pattern.compile("\\((\\d+):\\d+\\)");

    private final Path features;
    private final List<Example> examples = new ArrayList<>();
    private final Map<String, String> offered = new LinkedHashMap<>();
    private final Set<String> used = new HashSet<>();
    private @Nullable Example firstFailure;

    RunRecorder(Path features) {
        this.features = features;
    }

    @Override
    public void setEventPublisher(EventPublisher publisher) {
        publisher.registerHandlerFor(TestCaseStarted.class, started -> firstFailure = null);
        publisher.registerHandlerFor(TestStepFinished.class, this::stepFinished);
        publisher.registerHandlerFor(TestCaseFinished.class, this::caseFinished);
    }

    void offered(List<StepWording> wordings) {
        wordings.forEach(wording -> offered.put(wording.getPattern(), wording.getLocation()));
    }

    void unreadable(Path file, String message) {
        var line = LINE_IN_PARSE_ERROR.matcher(message);
        examples.add(new Example(below(file), line.find() ? Integer.parseInt(line.group(1)) : 1, "the whole file", message));
    }

    List<Example> examples() {
        return examples.stream().sorted(Comparator.comparing(Example::file).thenComparingInt(Example::line)).toList();
    }

    List<String> unused() {
        return offered.entrySet().stream()
                .filter(wording -> !used.contains(wording.getKey()))
                .map(wording -> "\"" + wording.getKey() + "\"  (" + wording.getValue() + ")")
                .toList();
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
            firstFailure = new Example(
                    below(Path.of(step.getUri())), step.getStep().getLocation().getLine(), finished.getTestCase().getName(),
                    said(step, finished.getResult()));
        }
    }

    private void caseFinished(TestCaseFinished finished) {
        examples.add(firstFailure != null ? firstFailure : whole(finished.getTestCase(), finished.getResult()));
    }

    private Example whole(TestCase scenario, Result result) {
        var failure = scenario.getTestSteps().isEmpty()
                ? "This scenario has no step, so it shows nothing.\nMaybe a line does not begin with Given, When, Then or And."
                : result.getStatus().isOk() ? null : String.valueOf(result.getError());
        return new Example(below(scenario.getUri()), scenario.getLocation().getLine(), scenario.getName(), failure);
    }

    private String said(PickleStepTestStep step, Result result) {
        return switch (result.getStatus()) {
            case UNDEFINED -> "No such step: [" + step.getStep().getText() + "]\nMaybe you meant: "
                    + NearestWording.to(step.getStep().getText(), offered.keySet());
            default -> {
                @Nullable Throwable error = result.getError();
                yield step.getStep().getText() + "\n" + (error == null ? result.getStatus() : told(error));
            }
        };
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

    private String below(URI uri) {
        return below(Path.of(uri));
    }

    private String below(Path file) {
        return features.toAbsolutePath().relativize(file.toAbsolutePath()).toString().replace('\\', '/');
    }
}
