package io.rapport.console.command;

import tools.jackson.databind.JsonNode;

/** Why a customer is not what else he could be, as text. */
final class OtherValueText {

    private final Terminal terminal;

    OtherValueText(Terminal terminal) {
        this.terminal = terminal;
    }

    /** @param view as the engine tells it; {@code others} may be cut down to those asked for */
    void say(JsonNode view, Iterable<JsonNode> others) {
        var concept = view.path("concept").asString();
        var stands = view.path("stands");
        terminal.say(stands.isNull()
                ? terminal.word("why-not.unconcluded", concept)
                : concept + " " + terminal.good(stands.path("value").asString()) + "  "
                        + stands.path("why").path("sentence").asString()
                        + terminal.faint("  " + stands.path("why").path("rule").asString()));
        if (!view.path("population").asString("").isEmpty()) {
            terminal.say(terminal.hint(view.path("population").asString()));
        }
        for (var other : others) {
            terminal.say("");
            terminal.say(terminal.strong(terminal.word("why-not.value", concept + " " + other.path("value").asString())));
            other.path("paths").forEach(this::path);
            if (other.path("flips").isEmpty()) {
                terminal.say("  " + terminal.faint(terminal.word("why-not.no-flip")));
            }
            other.path("flips").forEach(flip -> terminal.say("  " + terminal.good("→") + " " + flip.asString()));
        }
    }

    private void path(JsonNode path) {
        var about = path.path("subject").asString("");
        terminal.say("  " + path.path("rule").asString() + "  " + path.path("ruleName").asString()
                + (about.isEmpty() ? "" : "  (" + about + ")"));
        path.path("failed").forEach(failed -> terminal.say("    " + terminal.bad("✗") + " "
                + WhyNotCommand.failed(failed, terminal)));
        if (!path.path("before").asString("").isEmpty()) {
            terminal.say("    " + terminal.word("why-not.before", path.path("beforeName").asString(),
                    path.path("before").asString()));
        }
        if (!path.path("nothing").asString("").isEmpty()) {
            terminal.say("    " + path.path("nothing").asString());
        }
    }
}
