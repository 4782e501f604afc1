package io.rapport.console.command;

import java.util.HashMap;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** What an engine could not understand: look at it, mend it, play it again. Without a further word it lists what waits. */
@Command(
        name = "quarantine",
        subcommands = {
                QuarantineCommand.Listed.class, QuarantineCommand.Shown.class, QuarantineCommand.Replayed.class,
                QuarantineCommand.Mended.class
        },
        synopsisSubcommandLabel = "[COMMAND]")
final class QuarantineCommand extends Subcommand {

    private static final String ADDRESS = "/api/quarantine";

    @Override
    protected int run(Terminal terminal) {
        return list(engine(), terminal, false);
    }

    /** Lists what waits. */
    @Command(name = "list")
    static final class Listed extends Subcommand {

        @Option(names = {"-a", "--all"})
        private boolean all;

        @Override
        protected int run(Terminal terminal) {
            return list(engine(), terminal, all);
        }
    }

    /** Shows one message with its reason. */
    @Command(name = "show")
    static final class Shown extends Subcommand {

        @Parameters(index = "0", paramLabel = "ID", descriptionKey = "id")
        @Nullable
        private String id;

        @Override
        protected int run(Terminal terminal) {
            var one = one(engine(), id);
            if (terminal.json()) {
                terminal.sayJson(one);
                return ExitCode.FINE;
            }
            terminal.say(terminal.strong(one.path("id").asString()) + "  " + one.path("route").asString() + "  "
                    + one.path("source").asString() + "  " + Moments.of(one.path("at")));
            terminal.say(terminal.bad(one.path("reason").asString()));
            var text = one.path("text").asString("");
            terminal.say("");
            terminal.say(text.isEmpty()
                    ? terminal.word("quarantine.no-text", one.path("size").asString())
                    : text.stripTrailing());
            return ExitCode.FINE;
        }
    }

    /** Plays messages again as they came, for instance after a route was corrected. */
    @Command(name = "replay")
    static final class Replayed extends Subcommand {

        @Parameters(index = "0..*", arity = "1..*", paramLabel = "ID", descriptionKey = "id")
        private List<String> ids = List.of();

        @Override
        protected int run(Terminal terminal) {
            ids.forEach(id -> play(engine(), id, null, terminal));
            return ExitCode.FINE;
        }
    }

    /** Corrects the text of one message and plays it again. */
    @Command(name = "mend")
    static final class Mended extends Subcommand {

        @Mixin
        private Mending mending = new Mending();

        @Override
        protected int run(Terminal terminal) {
            var id = mending.id();
            play(engine(), id, mending.mended(() -> one(engine(), id).path("text").asString(""), "rapport quarantine show " + id,
                    terminal), terminal);
            return ExitCode.FINE;
        }
    }

    private static int list(EngineLink engine, Terminal terminal, boolean all) {
        var found = engine.get(ADDRESS + (all ? "" : "?q=waiting"));
        if (terminal.json()) {
            terminal.sayJson(found);
            return ExitCode.FINE;
        }
        if (found.path("items").isEmpty()) {
            terminal.say(terminal.good(terminal.word("quarantine.empty")));
            return ExitCode.FINE;
        }
        var headings = List.of("id", "at", "route", "source", "status", "reason").stream()
                .map(name -> terminal.word("quarantine." + name)).toList();
        terminal.table(headings, found.path("items").valueStream().map(one -> row(one, terminal)).toList());
        if (found.path("more").asBoolean()) {
            terminal.tell(terminal.word("quarantine.more"));
        }
        return ExitCode.FINE;
    }

    private static List<String> row(JsonNode one, Terminal terminal) {
        return List.of(
                one.path("id").asString(),
                Moments.of(one.path("at")),
                one.path("route").asString(),
                one.path("source").asString(),
                terminal.words().word("status", one.path("status").asString()),
                one.path("reason").asString().lines().findFirst().orElse(""));
    }

    private static JsonNode one(EngineLink engine, @Nullable String id) {
        return engine.get(ADDRESS + "/" + EngineLink.encoded(Objects.requireNonNull(id, "it is required")));
    }

    private static void play(EngineLink engine, @Nullable String id, @Nullable String text, Terminal terminal) {
        var body = new HashMap<String, @Nullable String>();
        body.put("text", text);
        var address = ADDRESS + "/" + EngineLink.encoded(Objects.requireNonNull(id, "it is required")) + "/replay";
        var answer = engine.post(address, body);
        if (terminal.json()) {
            terminal.sayJson(answer);
        } else {
            terminal.say(terminal.good(terminal.word("quarantine.played", id)));
        }
    }
}
