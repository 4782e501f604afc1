package io.rapport.console.command;

import java.util.Locale;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import io.rapport.rulebook.Concepts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/**
 * Why a care rule does nothing for a customer now (conditions that fail, a limit that holds back, or it has acted), or why a
 * value such as {@code tier=diamond} does not stand.
 */
@Command(name = "why-not")
final class WhyNotCommand extends Subcommand {

    @Parameters(index = "0", paramLabel = "CUSTOMER", descriptionKey = "customer")
    @Nullable
    private String customer;

    @Parameters(index = "1", arity = "0..1", paramLabel = "RULE", descriptionKey = "rule")
    @Nullable
    private String rule;

    @Override
    protected int run(Terminal terminal) {
        var found = new CustomerLookup(engine(), terminal).one(Objects.requireNonNull(customer, "it is required"));
        if (rule != null && Concepts.find(concept(rule)) != null) {
            return values(found, rule, terminal);
        }
        var refusals = found.path("whyNot").valueStream().filter(this::asked).toList();
        if (refusals.isEmpty() && rule != null) {
            throw new Failed(ExitCode.WRONG_USAGE, terminal.word("why-not.no-rule", rule));
        }
        if (terminal.json()) {
            terminal.sayJson(refusals);
            return ExitCode.FINE;
        }
        terminal.say(terminal.strong(Person.named(found, terminal)));
        refusals.forEach(refusal -> say(refusal, terminal));
        return ExitCode.FINE;
    }

    private static String concept(String asked) {
        return asked.contains("=") ? asked.substring(0, asked.indexOf('=')) : asked;
    }

    /** @param asked {@code tier}, or {@code tier=diamond} */
    private int values(JsonNode found, String asked, Terminal terminal) {
        var view = engine().get("/api/customers/" + found.path("who").path("id").asString() + "/whynot/"
                + EngineLink.encoded(concept(asked)));
        var value = asked.contains("=") ? asked.substring(asked.indexOf('=') + 1) : "";
        var others = view.path("others").valueStream()
                .filter(other -> value.isEmpty() || other.path("value").asString().equals(value)).toList();
        if (others.isEmpty()) {
            throw new Failed(ExitCode.WRONG_USAGE, terminal.word("why-not.no-value", asked));
        }
        if (terminal.json()) {
            terminal.sayJson(view);
            return ExitCode.FINE;
        }
        terminal.say(terminal.strong(Person.named(found, terminal)));
        new OtherValueText(terminal).say(view, others);
        return ExitCode.FINE;
    }

    /** A rule's id, the id of its file, or a word of its name. */
    private boolean asked(JsonNode refusal) {
        return rule == null || refusal.path("rule").asString().toLowerCase(Locale.ROOT).startsWith(rule.toLowerCase(Locale.ROOT))
                || refusal.path("ruleName").asString().toLowerCase(Locale.ROOT).contains(rule.toLowerCase(Locale.ROOT));
    }

    private static void say(JsonNode refusal, Terminal terminal) {
        var about = refusal.path("subject").asString("");
        terminal.say("");
        terminal.say(terminal.strong(refusal.path("rule").asString()) + "  " + refusal.path("ruleName").asString()
                + (about.isEmpty() ? "" : "  (" + about + ")"));
        refusal.path("failed").forEach(failed -> terminal.say("  " + terminal.bad("✗") + " " + failed(failed, terminal)));
        var heldBack = refusal.path("heldBack").asString("");
        if (!heldBack.isEmpty()) {
            terminal.say("  " + terminal.word("why-not.held-back", heldBack));
        }
        var until = Moments.of(refusal.path("until"));
        if (!until.isEmpty()) {
            terminal.say("  " + terminal.word("why-not.until", until));
        }
        var nothing = refusal.path("nothing").asString("");
        if (!nothing.isEmpty()) {
            terminal.say("  " + nothing);
        }
        refusal.path("flips").forEach(flip -> terminal.say("  " + terminal.good("→") + " " + flip.asString()));
        if (!refusal.path("actedAt").isNull()) {
            terminal.say("  " + terminal.word("why-not.acted", Moments.of(refusal.path("actedAt"))));
        }
        var again = Moments.of(refusal.path("again"));
        if (!again.isEmpty()) {
            terminal.say("  " + terminal.word("why-not.again", again));
        }
    }

    static String failed(JsonNode failed, Terminal terminal) {
        var condition = failed.path("condition").asString();
        return failed.path("unknown").asBoolean()
                ? terminal.word("why-not.unknown", condition)
                : terminal.word("why-not.failed", condition, failed.path("actual").asString(),
                        failed.path("needed").asString());
    }
}
