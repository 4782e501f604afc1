package io.rapport.policy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeSet;

import io.cucumber.core.eventbus.RandomUuidGenerator;
import io.cucumber.core.options.RuntimeOptionsBuilder;
import io.cucumber.core.runtime.Runtime;
import io.rapport.policy.steps.ScenarioObjects;
import io.rapport.policy.steps.Trials;
import io.rapport.policy.steps.World;
import io.rapport.rulebook.Rulebook;

/** Plays every scenario of a features folder against one rulebook. */
public final class Examples {

    private Examples() {}

    /** Told of each scenario as soon as it has been played, by the thread that plays. */
    @FunctionalInterface
    public interface Listener {

        /**
         * @param example the scenario and its outcome
         * @param done how many were played so far, this one included
         * @param all how many will be played
         */
        void played(Example example, int done, int all);
    }

    /**
     * Plays the scenarios one after the other on the pure step, in file order, without I/O beyond reading the files.
     *
     * @param rulebook the rules to be tried
     * @param features folder that is searched for {@code .feature} files
     * @return one example per scenario; a file that cannot be parsed is one failed example, never an exception
     */
    public static ExamplesResult run(Rulebook rulebook, Path features) {
        return run(rulebook, features, (_, _, _) -> {});
    }

    /** The same, telling how far it has come. */
    public static ExamplesResult run(Rulebook rulebook, Path features, Listener listener) {
        return run(rulebook, FeatureTexts.ofFolder(features), listener);
    }

    /**
     * The same for features that are no files (yet).
     *
     * @param features Gherkin by path below the features folder
     */
    public static ExamplesResult run(Rulebook rulebook, SortedMap<String, String> features, Listener listener) {
        var started = System.nanoTime();
        var fired = new TreeSet<String>();
        var recorder = new RunRecorder(listener);
        try (var trials = new Trials(rulebook, hit -> fired.add(hit.rule().id()))) {
            play(new ScenarioObjects(() -> new World(trials)), features, recorder);
        }
        return new ExamplesResult(
                recorder.examples(), fired, recorder.unused(), Duration.ofNanos(System.nanoTime() - started));
    }

    private static void play(ScenarioObjects objects, SortedMap<String, String> features, RunRecorder recorder) {
        var backend = new StepBackend(objects);
        recorder.offered(backend.wordings());
        Runtime.builder()
                .withRuntimeOptions(new RuntimeOptionsBuilder().setMonochrome().setNoSummary().setPublishQuiet(true).build())
                .withUuidGeneratorSupplier(RandomUuidGenerator::new)
                .withFeatureSupplier(new FeatureTexts(features, recorder))
                .withBackendSupplier(() -> List.of(backend))
                .withObjectFactorySupplier(() -> objects)
                .withAdditionalPlugins(recorder)
                .build()
                .run();
    }
}
