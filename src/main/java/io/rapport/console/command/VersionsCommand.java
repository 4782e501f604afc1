package io.rapport.console.command;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

import picocli.CommandLine.Command;
import tools.jackson.databind.JsonNode;

/** The versions of the rules that an engine has, the newest first. */
@Command(name = "versions")
final class VersionsCommand extends Subcommand {

    static final String ADDRESS = "/api/versions";

    private static final int SHORT = 10;

    @Override
    protected int run(Terminal terminal) {
        var answer = engine().get(ADDRESS);
        if (terminal.json()) {
            terminal.sayJson(answer);
            return ExitCode.FINE;
        }
        var headings = List.of("version", "state", "at", "author", "examples", "compiled", "from", "note").stream()
                .map(name -> terminal.word("versions." + name)).toList();
        terminal.table(headings, answer.path("versions").valueStream().map(one -> row(one, terminal)).toList());
        terminal.say("");
        terminal.say(SweepWatch.told(answer.path("sweep"), terminal));
        if (answer.path("draft").path("differs").asBoolean()) {
            terminal.tell(terminal.word("versions.draft"));
        }
        return ExitCode.FINE;
    }

    static String shortened(String version) {
        return version.substring(0, Math.min(version.length(), SHORT));
    }

    private static List<String> row(JsonNode version, Terminal terminal) {
        return List.of(
                shortened(version.path("version").asString()),
                terminal.words().word("state", version.path("state").asString()),
                Moments.of(version.path("at")),
                version.path("author").asString(""),
                examples(version),
                seconds(version.path("compileTime").asString("")),
                Moments.of(version.path("effectiveFrom")),
                version.path("note").asString(""));
    }

    /** Passed of all; empty when none were played. */
    private static String examples(JsonNode version) {
        var passed = version.path("examplesPassed");
        return passed.isNumber() ? passed.asInt() + "/" + (passed.asInt() + version.path("examplesFailed").asInt()) : "";
    }

    private static String seconds(String duration) {
        return duration.isEmpty()
                ? ""
                : String.format(Locale.ROOT, "%.1f s", Duration.parse(duration).toMillis() / 1_000.0);
    }
}
