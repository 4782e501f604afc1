package io.rapport.console.command;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** What would be decided about a customer if one thing were otherwise, or later; nothing of it is written. */
@Command(name = "what-if")
final class WhatIfCommand extends Subcommand {

    @Parameters(index = "0", paramLabel = "CUSTOMER", descriptionKey = "customer")
    @Nullable
    private String customer;

    @Parameters(index = "1", paramLabel = "WHAT", descriptionKey = "what")
    @Nullable
    private String what;

    @Parameters(index = "2..*", arity = "0..*", paramLabel = "FIELD=VALUE", descriptionKey = "fields")
    private Map<String, String> fields = new TreeMap<>();

    @Override
    protected int run(Terminal terminal) {
        var found = new CustomerLookup(engine(), terminal).one(Objects.requireNonNull(customer, "it is required"));
        var asked = fields.entrySet().stream()
                .map(field -> "&" + EngineLink.encoded(field.getKey()) + "=" + EngineLink.encoded(field.getValue()))
                .collect(Collectors.joining());
        var view = engine().get("/api/customers/" + found.path("who").path("id").asString() + "/whatif?what="
                + EngineLink.encoded(Objects.requireNonNull(what, "it is required")) + asked);
        if (terminal.json()) {
            terminal.sayJson(view);
            return ExitCode.FINE;
        }
        terminal.say(terminal.strong(Person.named(found, terminal)));
        terminal.say(view.path("change").asString() + terminal.faint("  " + Moments.of(view.path("then"))));
        view.path("differences").forEach(difference -> difference(difference, terminal));
        view.path("actions").forEach(done -> action(done, terminal));
        view.path("heldBack").forEach(held -> terminal.say("  " + terminal.bad("✗") + " "
                + held.path("action").path("what").asString() + "  " + held.path("whyNot").path("sentence").asString()));
        if (view.path("differences").isEmpty() && view.path("actions").isEmpty() && view.path("heldBack").isEmpty()) {
            terminal.say("  " + terminal.word("what-if.same"));
        }
        return ExitCode.FINE;
    }

    private static void difference(JsonNode one, Terminal terminal) {
        var about = one.path("subject").asString("");
        terminal.say("  " + one.path("concept").asString() + (about.isEmpty() ? "" : " (" + about + ")") + ": "
                + value(one.path("before"), terminal) + " → " + terminal.good(value(one.path("after"), terminal)) + "  "
                + one.path("why").path("sentence").asString(""));
    }

    private static String value(JsonNode value, Terminal terminal) {
        return value.isNull() ? terminal.word("what-if.nothing") : value.asString();
    }

    private static void action(JsonNode done, Terminal terminal) {
        var action = done.path("action");
        terminal.say("  " + terminal.good("✓") + " " + action.path("what").asString() + " (" + action.path("channel").asString()
                + ")  " + action.path("why").path("sentence").asString() + terminal.faint("  " + Moments.of(done.path("at"))));
    }
}
