package io.rapport.console.command;

import java.util.Map;

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

    /** @return {@link ExitCode#WRONG_FILES} when the engine refuses, with its reasons */
    int tell(String address, Map<String, ?> wanted) {
        var answer = engine.send(address, wanted);
        var outcome = answer.body().path("outcome").asString("");
        if (outcome.isEmpty()) {
            engine.refuse(address, answer);
        }
        if (terminal.json()) {
            terminal.sayJson(answer.body());
        } else {
            var version = VersionsCommand.shortened(answer.body().path("version").path("version").asString(""));
            answer.body().path("said").forEach(said -> terminal.say(said.asString() + "\n"));
            var from = Moments.of(answer.body().path("version").path("effectiveFrom"));
            var sentence = terminal.word("desk." + outcome, version, from);
            terminal.say(answer.yes() ? terminal.good(sentence) : terminal.bad(sentence));
        }
        return answer.yes() ? ExitCode.FINE : ExitCode.WRONG_FILES;
    }
}
