package io.rapport.console.command;

import tools.jackson.databind.JsonNode;

/** How a customer is called on a terminal. */
final class Person {

    private Person() {}

    /** For instance {@code Anna Martin, customer 12}. */
    static String named(JsonNode customer, Terminal terminal) {
        var who = customer.path("who");
        var number = terminal.word("person.number", who.path("id").asString());
        var name = who.path("name").asString("");
        return name.isEmpty() ? number : name + ", " + number;
    }
}
