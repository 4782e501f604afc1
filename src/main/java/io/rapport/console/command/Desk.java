package io.rapport.console.command;

import java.util.Map;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Asks an engine to change which rules are live, and tells what came of it. */
final class Desk {

    private final EngineLink engine;

    private final Terminal terminal;

    Desk(EngineLink engine, Terminal terminal) {
        this.engine = engine;
        this.terminal = terminal;
    }

    /** Who is noted beside a change. */
    static String who() {
        return System.getProperty("user.name", "rapport");
    }

    /**
     * @param wait whether to end only when everybody is decided by the version that went live
     * @return {@link ExitCode#WRONG_FILES} when the engine refuses, with its reasons, or when somebody could not be decided
     */
    int tell(String address, Map<String, ?> wanted, boolean wait) {
        var answer = engine.send(address, wanted);
        var outcome = answer.body().path("outcome").asString("");
        if (outcome.isEmpty()) {
            engine.refuse(address, answer);
        }
        var version = answer.body().path("version").path("version").asString("");
        if (!terminal.json()) {
            answer.body().path("said").forEach(said -> terminal.say(said.asString() + "\n"));
            var from = Moments.of(answer.body().path("version").path("effectiveFrom"));
            var sentence = terminal.word("desk." + outcome, VersionsCommand.shortened(version), from);
            terminal.say(answer.yes() ? terminal.good(sentence) : terminal.bad(sentence));
        }
        if (wait && answer.yes()) {
            return waited(version, answer.body());
        }
        if (terminal.json()) {
            terminal.sayJson(answer.body());
        } else if (outcome.equals("published")) {
            terminal.tell(terminal.faint(terminal.word("sweep.hint")));
        }
        return answer.yes() ? ExitCode.FINE : ExitCode.WRONG_FILES;
    }

    private int waited(String version, JsonNode said) {
        var sweep = new SweepWatch(engine, terminal).untilAllAreDecidedBy(version);
        if (terminal.json()) {
            terminal.sayJson(((ObjectNode) said).set("sweep", sweep));
        } else {
            terminal.say(SweepWatch.told(sweep, terminal));
        }
        return sweep.path("stuck").isEmpty() ? ExitCode.FINE : ExitCode.WRONG_FILES;
    }
}
