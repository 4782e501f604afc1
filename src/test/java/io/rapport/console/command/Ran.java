package io.rapport.console.command;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;

/** One run of the command inside this process, without a terminal, and what came of it. */
record Ran(int exitCode, String out, String err) {

    static Ran rapport(String... words) {
        return rapport(Map.of("LANG", "en_GB.UTF-8"), false, words);
    }

    static Ran rapport(Map<String, String> environment, boolean watched, String... words) {
        var out = new StringWriter();
        var err = new StringWriter();
        var exitCode = RapportCommand.execute(words, new PrintWriter(out, true), new PrintWriter(err, true), environment,
                watched);
        return new Ran(exitCode, out.toString().replace("\r\n", "\n"), err.toString().replace("\r\n", "\n"));
    }
}
