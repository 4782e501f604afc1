package io.rapport.console.command;

import java.util.List;
import java.util.stream.Stream;

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

    /** The one with this number; else the only one known by just these words, else by them in other capitals, else at all. */
    private String number(String words) {
        var found = engine.get("/api/customers?q=" + EngineLink.encoded(words)).path("items").valueStream().toList();
        var numbered = found.stream().filter(row -> row.path("id").asString().equals(words.strip())).toList();
        var nearest = Stream.of(numbered, matching(found, "exact"), matching(found, "capitals"), found)
                .filter(rows -> !rows.isEmpty()).findFirst()
                .orElseThrow(() -> new Failed(ExitCode.WRONG_USAGE, terminal.word("failed.nobody", words)));
        if (nearest.size() > 1) {
            var names = nearest.stream().limit(5).map(CustomerLookup::named).toList();
            throw new Failed(ExitCode.WRONG_USAGE, terminal.word("failed.several", words, String.join("\n  ", names)));
        }
        return nearest.getFirst().path("id").asString();
    }

    private static List<JsonNode> matching(List<JsonNode> rows, String match) {
        return rows.stream().filter(row -> row.path("match").asString("").equals(match)).toList();
    }

    private static String named(JsonNode row) {
        return (row.path("id").asString() + "  " + row.path("name").asString("") + "  " + row.path("identity").asString(""))
                .stripTrailing();
    }
}
