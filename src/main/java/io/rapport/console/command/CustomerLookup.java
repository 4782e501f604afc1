package io.rapport.console.command;

import tools.jackson.databind.JsonNode;

/** Finds the one customer that a person means: by number, address, name or other words. */
final class CustomerLookup {

    private final EngineLink engine;

    private final Terminal terminal;

    CustomerLookup(EngineLink engine, Terminal terminal) {
        this.engine = engine;
        this.terminal = terminal;
    }

    /**
     * The customer's page as the engine tells it.
     *
     * @throws Failed if there is none, or several
     */
    JsonNode one(String words) {
        return engine.get("/api/customers/" + number(words));
    }

    private String number(String words) {
        if (words.matches("[0-9]{1,18}")) {
            return words;
        }
        var found = engine.get("/api/customers?q=" + EngineLink.encoded(words)).path("items");
        if (found.isEmpty()) {
            throw new Failed(ExitCode.WRONG_USAGE, terminal.word("failed.nobody", words));
        }
        if (found.size() > 1) {
            var names = found.valueStream().limit(5).map(CustomerLookup::named).toList();
            throw new Failed(ExitCode.WRONG_USAGE, terminal.word("failed.several", words, String.join("\n  ", names)));
        }
        return found.get(0).path("id").asString();
    }

    private static String named(JsonNode row) {
        return (row.path("id").asString() + "  " + row.path("name").asString("") + "  " + row.path("identity").asString(""))
                .stripTrailing();
    }
}
