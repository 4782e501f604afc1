package io.rapport.console.command;

import java.time.LocalDate;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import io.rapport.rulebook.Concepts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** Why a customer is what he is, or was at the end of a day: what was concluded, what is done and what is held back, each with its reason. */
@Command(name = "why")
final class WhyCommand extends Subcommand {

    @Parameters(index = "0", paramLabel = "CUSTOMER", descriptionKey = "customer")
    @Nullable
    private String customer;

    @Option(names = "--on", paramLabel = "DAY", descriptionKey = "on")
    @Nullable
    private LocalDate day;

    @Override
    protected int run(Terminal terminal) {
        var person = new CustomerLookup(engine(), terminal).one(Objects.requireNonNull(customer, "it is required"));
        var found = day == null ? person
                : engine().get("/api/customers/" + person.path("who").path("id").asString() + "/past?day=" + day)
                        .path("decision");
        if (terminal.json()) {
            terminal.sayJson(found);
            return ExitCode.FINE;
        }
        terminal.say(terminal.strong(Person.named(person, terminal)));
        if (person.path("decidedAt").isNull()) {
            terminal.say(terminal.word("why.undecided"));
            return ExitCode.FINE;
        }
        terminal.say(terminal.word("why.decided", Moments.of(found.path(day == null ? "decidedAt" : "at"))));
        part("why.conclusions", found.path("conclusions"), one -> conclusion(one, terminal), terminal);
        part("why.actions", found.path("actions"), one -> action(one, terminal), terminal);
        part("why.held-back", found.path("heldBack"), one -> heldBack(one, terminal), terminal);
        return ExitCode.FINE;
    }

    /** Says one thing of a list. */
    @FunctionalInterface
    private interface Line {
        void say(JsonNode one);
    }

    private static void part(String heading, JsonNode list, Line line, Terminal terminal) {
        if (!list.isEmpty()) {
            terminal.say("");
            terminal.say(terminal.strong(terminal.word(heading)));
            list.forEach(line::say);
        }
    }

    private static void conclusion(JsonNode one, Terminal terminal) {
        var about = one.path("subject").asString("");
        var concept = Concepts.find(one.path("concept").asString());
        var value = one.path("value").asString();
        terminal.say("  " + (concept == null ? one.path("concept").asString() : concept.name(terminal.language())) + " "
                + terminal.good(concept == null ? value : concept.word(value, terminal.language()))
                + (about.isEmpty() ? "" : "  (" + about + ")"));
        reason(one.path("why"), terminal);
    }

    private static void action(JsonNode one, Terminal terminal) {
        terminal.say("  " + deed(one) + terminal.faint("  " + Moments.of(one.path("notBefore"))));
        reason(one.path("why"), terminal);
    }

    private static void heldBack(JsonNode one, Terminal terminal) {
        var until = Moments.of(one.path("until"));
        terminal.say("  " + terminal.bad(deed(one.path("action"))) + (until.isEmpty()
                ? ""
                : "  " + terminal.word("why.until", until)));
        reason(one.path("whyNot"), terminal);
    }

    private static String deed(JsonNode action) {
        var by = action.path("channel").asString("");
        return action.path("what").asString() + (by.isEmpty() ? "" : " (" + by + ")");
    }

    private static void reason(JsonNode why, Terminal terminal) {
        terminal.say("      " + why.path("sentence").asString() + terminal.faint("  " + why.path("rule").asString()));
        why.path("saw").forEach(seen -> terminal.say(terminal.faint(
                "      " + seen.path("wording").asString() + ": " + seen.path("value").asString())));
    }
}
