package io.rapport.policy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;

import io.cucumber.core.eventbus.RandomUuidGenerator;
import io.cucumber.core.options.RuntimeOptionsBuilder;
import io.cucumber.core.runtime.Runtime;
import io.rapport.rulebook.Rulebook;

/** Plays every scenario of a features folder against one rulebook. */
public final class Examples {

    private Examples() {}

    /**
     * Plays the scenarios one after the other on the pure step, in file order, without I/O beyond reading the files.
     *
     * @param rulebook the rules to be tried
     * @param features folder that is searched for {@code .feature} files
     * @return one example per scenario; a file that cannot be read or parsed is one failed example, never an exception
     */
    public static ExamplesResult run(Rulebook rulebook, Path features) {
        var started = System.nanoTime();
        var fired = new TreeSet<String>();
        var recorder = new RunRecorder(features);
        try (var trials = new Trials(rulebook, hit -> fired.add(hit.rule().id()))) {
            play(new ScenarioObjects(() -> new World(trials)), features, recorder);
        }
        return new ExamplesResult(
                recorder.examples(), fired, recorder.unused(), Duration.ofNanos(System.nanoTime() - started));
    }

    private static void play(ScenarioObjects objects, Path features, RunRecorder recorder) {
        var backend = new StepBackend(objects);
        recorder.offered(backend.wordings());
        Runtime.builder()
                .withRuntimeOptions(new RuntimeOptionsBuilder().setMonochrome().setNoSummary().setPublishQuiet(true).build())
                .withUuidGeneratorSupplier(RandomUuidGenerator::new)
                .withFeatureSupplier(new FeatureFolder(features, recorder))
                .withBackendSupplier(() -> List.of(backend))
                .withObjectFactorySupplier(() -> objects)
                .withAdditionalPlugins(recorder)
                .build()
                .run();
    }
}
