package io.rapport.console.command;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** Events that an engine could not decide: look at them, try them again, mend, discard, take back. Alone it lists what waits. */
@Command(
        name = "parked",
        subcommands = {
                ParkedCommand.Listed.class, ParkedCommand.Shown.class, ParkedCommand.Retried.class, ParkedCommand.Mended.class,
                ParkedCommand.Discarded.class, ParkedCommand.Restored.class
        },
        synopsisSubcommandLabel = "[COMMAND]")
final class ParkedCommand extends Subcommand {

    private static final String ADDRESS = "/api/parked";

    @Override
    protected int run(Terminal terminal) {
        return list(engine(), terminal, "");
    }

    /** Lists what waits, or what somebody mended or discarded, or those of a customer. */
    @Command(name = "list")
    static final class Listed extends Subcommand {

        @Parameters(index = "0", arity = "0..1", paramLabel = "CUSTOMER", descriptionKey = "customer")
        @Nullable
        private String customer;

        @Option(names = "--discarded")
        private boolean discarded;

        @Option(names = "--handled")
        private boolean handled;

        @Override
        protected int run(Terminal terminal) {
            return list(engine(), terminal, discarded ? "discarded" : handled ? "handled" : customer == null ? "" : customer);
        }
    }

    /** Shows one event with the reason. */
    @Command(name = "show")
    static final class Shown extends Subcommand {

        @Parameters(index = "0", paramLabel = "ID", descriptionKey = "id")
        @Nullable
        private String id;

        @Override
        protected int run(Terminal terminal) {
            var one = engine().get(address(id));
            if (terminal.json()) {
                terminal.sayJson(one);
                return ExitCode.FINE;
            }
            terminal.say(terminal.strong(one.path("id").asString()) + "  " + one.path("event").asString() + "  "
                    + one.path("type").asString() + "  " + Moments.of(one.path("since")));
            terminal.say(terminal.bad(one.path("reason").asString()));
            terminal.say("");
            terminal.say(one.path("text").asString("").stripTrailing());
            return ExitCode.FINE;
        }
    }

    /** Tries one again, or all. */
    @Command(name = "retry")
    static final class Retried extends Subcommand {

        @Parameters(index = "0..*", arity = "0..*", paramLabel = "ID", descriptionKey = "id")
        private List<String> ids = List.of();

        @Override
        protected int run(Terminal terminal) {
            if (ids.isEmpty()) {
                var decided = engine().post(ADDRESS + "/retry", Map.of()).path("decided").asString();
                terminal.say(terminal.good(terminal.word("parked.retried", decided)));
            }
            ids.forEach(id -> tell(engine().post(address(id) + "/retry", Map.of()), terminal));
            return ExitCode.FINE;
        }
    }

    /** Corrects one event and has it decided; what came in is kept. */
    @Command(name = "mend")
    static final class Mended extends Subcommand {

        @Mixin
        private Mending mending = new Mending();

        @Override
        protected int run(Terminal terminal) {
            var id = mending.id();
            var text = mending.mended(() -> engine().get(address(id)).path("text").asString(""), "rapport parked show " + id,
                    terminal);
            tell(engine().post(address(id) + "/mend", Map.of("text", text)), terminal);
            return ExitCode.FINE;
        }
    }

    /** Says that nobody will decide an event. */
    @Command(name = "discard")
    static final class Discarded extends Subcommand {

        @Parameters(index = "0", paramLabel = "ID", descriptionKey = "id")
        @Nullable
        private String id;

        @Option(names = "--reason", required = true, paramLabel = "TEXT")
        @Nullable
        private String reason;

        @Override
        protected int run(Terminal terminal) {
            var answer = engine().post(address(id) + "/discard", Map.of("reason", Objects.requireNonNull(reason, "required")));
            if (terminal.json()) {
                terminal.sayJson(answer);
            } else {
                terminal.say(terminal.good(terminal.word("parked.discarded", String.valueOf(id))));
            }
            return ExitCode.FINE;
        }
    }

    /** Takes a discarded event back. */
    @Command(name = "restore")
    static final class Restored extends Subcommand {

        @Parameters(index = "0", paramLabel = "ID", descriptionKey = "id")
        @Nullable
        private String id;

        @Override
        protected int run(Terminal terminal) {
            tell(engine().post(address(id) + "/restore", Map.of()), terminal);
            return ExitCode.FINE;
        }
    }

    private static int list(EngineLink engine, Terminal terminal, String sought) {
        var found = engine.get(ADDRESS + (sought.isEmpty() ? "" : "?q=" + EngineLink.encoded(sought)));
        if (terminal.json()) {
            terminal.sayJson(found);
            return ExitCode.FINE;
        }
        if (found.path("items").isEmpty()) {
            terminal.say(terminal.good(terminal.word("parked.empty")));
            return ExitCode.FINE;
        }
        var headings = List.of("id", "since", "event", "customer", "tries", "reason").stream()
                .map(name -> terminal.word("parked." + name)).toList();
        terminal.table(headings, found.path("items").valueStream().map(ParkedCommand::row).toList());
        if (found.path("more").asBoolean()) {
            terminal.tell(terminal.word("parked.more"));
        }
        return ExitCode.FINE;
    }

    private static List<String> row(JsonNode one) {
        return List.of(
                one.path("id").asString(),
                Moments.of(one.path("since")),
                one.path("event").asString(),
                one.path("customer").asString(""),
                one.path("tries").asString(),
                one.path("reason").asString().lines().findFirst().orElse(""));
    }

    private static String address(@Nullable String id) {
        return ADDRESS + "/" + EngineLink.encoded(Objects.requireNonNull(id, "it is required"));
    }

    private static void tell(JsonNode answer, Terminal terminal) {
        if (terminal.json()) {
            terminal.sayJson(answer);
        } else {
            terminal.say(terminal.good(answer.path("done").asString()));
        }
    }
}
