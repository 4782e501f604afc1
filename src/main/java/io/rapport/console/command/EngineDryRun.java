package io.rapport.console.command;

import java.time.Duration;
import java.util.Map;

import io.rapport.publishing.dryrun.DryRunReport;
import io.rapport.rulebook.RuleFiles;
import tools.jackson.databind.JsonNode;

/** Dry runs of a running engine over its own log. They go on there, whether this command watches or not. */
final class EngineDryRun {

    private static final String ADDRESS = "/api/dry-run";

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    private final EngineLink engine;

    private final Terminal terminal;

    EngineDryRun(EngineLink engine, Terminal terminal) {
        this.engine = engine;
        this.terminal = terminal;
    }

    /** Begins one that compares these files with the live ones. */
    String begin(RuleFiles candidate, boolean asIfAgreed) {
        var id = engine.post(ADDRESS, Map.of("files", candidate.texts(), "asIfAgreed", asIfAgreed)).path("id").asString("");
        terminal.tell(terminal.faint(terminal.word("dry-run.begun", id)));
        return id;
    }

    /** Goes on with one that was cancelled, or that the engine's end cut short. */
    void resume(String id) {
        engine.post(address(id) + "/resume", Map.of());
    }

    void cancel(String id) {
        engine.post(address(id) + "/cancel", Map.of());
        terminal.say(terminal.word("dry-run.cancelled", id));
    }

    /** Shows how far it is until it has ended. */
    DryRunReport followed(String id) {
        var now = engine.get(address(id));
        while (now.path("run").path("state").asString("").equals("running")) {
            show(now.path("run"));
            pause();
            now = engine.get(address(id));
        }
        terminal.progressEnds();
        if (!now.path("report").isObject()) {
            var problem = now.path("run").path("problem").asString("");
            throw new Failed(ExitCode.WRONG_FILES, problem.isEmpty() ? terminal.word("dry-run.stopped", id) : problem);
        }
        return Json.as(now.path("report"), DryRunReport.class);
    }

    /** Everybody affected, one a line. */
    String csv(String id) {
        return engine.text("/dry-run/" + EngineLink.encoded(id) + "/customers.csv");
    }

    private void show(JsonNode run) {
        var left = run.path("left").asString("");
        FileDryRun.show(run.path("percent").asDouble(), run.path("steps").asLong(),
                left.isEmpty() ? null : Duration.parse(left), terminal);
    }

    private static String address(String id) {
        return ADDRESS + "/" + EngineLink.encoded(id);
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_LOOKS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while a dry run went on; the engine goes on with it", stopped);
        }
    }
}
