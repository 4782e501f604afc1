package io.rapport.rulebook;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * Somebody for whom given words have given values, told in the steps of the examples, so that an analyst can paste it into a
 * feature file. What no step says is a comment.
 */
final class ExampleCustomer {

    /** The day on which these examples are told. */
    static final LocalDate TODAY = LocalDate.of(2026, 6, 29);

    static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    /** Ranks are told among so many, so that one of them is a tenth of a percent. */
    private static final double CUSTOMERS = 1000;

    private static final double PERCENT = 100;

    private static final Map<String, String> MEASURES = Map.of("current-value-top", "current value", "recency-top", "recency",
            "frequency-top", "frequency", "spend-top", "spend");

    /**
     * What a word of the vocabulary is to be.
     *
     * @param number NaN for a word, and when unknown
     * @param word null for a number, and when unknown
     */
    record Fact(Condition about, double number, @Nullable String word) {

        String id() {
            return about.term().id();
        }

        boolean unknown() {
            return Double.isNaN(number) && word == null;
        }

        String value() {
            if (unknown()) {
                return "unknown";
            }
            return word != null ? word
                    : about.term().type() == Term.Type.YES_NO ? number == 1 ? "yes" : "no" : Numbers.exact(number);
        }
    }

    private final Map<String, Fact> facts = new LinkedHashMap<>();
    private final List<String> given = new ArrayList<>();
    private final List<String> when = new ArrayList<>();
    private final List<String> unsaid = new ArrayList<>();
    private boolean dated;

    private ExampleCustomer(List<Fact> wanted) {
        wanted.forEach(fact -> facts.put(fact.about().key(), fact));
    }

    /** The lines of a scenario, separated by line feeds; empty when there is nothing to tell. */
    static String of(List<Fact> facts) {
        return facts.isEmpty() ? "" : new ExampleCustomer(facts).told();
    }

    private String told() {
        tellOfLine();
        tellOfPurchases();
        facts.values().forEach(this::tell);
        var lines = new ArrayList<String>();
        if (dated) {
            lines.add("Given it is Monday " + DATE.format(TODAY) + ", 09:00 in London");
        }
        given.forEach(step -> lines.add((lines.isEmpty() ? "Given " : "And ") + step));
        for (var i = 0; i < when.size(); i++) {
            lines.add((i == 0 ? "When " : "And ") + when.get(i));
        }
        unsaid.forEach(fact -> lines.add("# " + fact));
        return String.join("\n", lines);
    }

    private void tellOfLine() {
        var lines = facts.values().stream()
                .filter(fact -> fact.about().term().scope() == io.rapport.facts.Situation.Scope.PRODUCT_LINE)
                .toList();
        if (lines.isEmpty()) {
            return;
        }
        var name = Optional.ofNullable(take("product-line-name")).map(Fact::word).orElse("Candles");
        var owners = take("line-customers");
        var margin = take("line-margin");
        if (owners != null && owners.unknown() || margin != null && margin.unknown()) {
            unsaid.add("nobody has counted the line yet");
        } else if (owners != null || margin != null) {
            var rate = margin == null ? 20 : margin.number();
            if (rate < 0) {
                unsaid.add("the margin is below nothing: " + Numbers.exact(rate) + " %");
            }
            given.add(String.format(Locale.ENGLISH, "%,d", owners == null ? 100 : (long) owners.number())
                    + " customers own the product line \"" + name + "\", at a margin of " + Numbers.exact(Math.max(0, rate))
                    + " %");
        }
        given.add("Anna has bought from the product line \"" + name + "\"");
    }

    private void tellOfPurchases() {
        var told = ExamplePurchases.of(facts);
        if (told != null) {
            told.said().forEach(facts::remove);
            dated = true;
            given.addAll(told.steps());
            unsaid.addAll(told.unsaid());
        }
    }

    private void tell(Fact fact) {
        var number = fact.number();
        switch (fact.id()) {
            case "current-value-top", "recency-top", "frequency-top", "spend-top" -> rank(fact);
            case "tier" -> saidIf(fact, fact.word() != null, given, "Anna is a " + fact.word() + " customer");
            case "language" -> saidIf(fact, List.of("en", "zh").contains(fact.value()), given,
                    "Anna reads " + (fact.value().equals("en") ? "English" : "Chinese"));
            case "complaint-open", "complaint-raised" -> complaints(fact, number == 1 ? 1 : 0);
            case "complaints-open", "complaints-within" -> complaints(fact, number);
            case "birthday-today" -> saidIf(dated(fact, number == 1), number == 1, given,
                    "Anna was born on " + DATE.format(TODAY.minusYears(40)));
            case "days-until-birthday" -> saidIf(dated(fact, number >= 0), number >= 0, given,
                    "Anna was born on " + DATE.format(TODAY.minusYears(40).plusDays(Double.isNaN(number) ? 0 : (long) number)));
            case "days-since-delivery" -> saidIf(dated(fact, number >= 0), number >= 0, given,
                    "an order of Anna is delivered on " + DATE.format(TODAY.minusDays(Double.isNaN(number) ? 0 : (long) number)));
            case "message-text" -> saidIf(fact, fact.word() != null, when, "Anna writes an e-mail: \"" + fact.word() + "\"");
            case "description" -> saidIf(fact, fact.word() != null, when, "Anna orders \"" + fact.word() + "\" for 10.00 EUR");
            case "returns-within" -> returns(fact);
            case "withdrawals-within" -> withdrawals(fact);
            case "complaint-age" -> age(fact);
            default -> happened(fact);
        }
    }

    private void happened(Fact fact) {
        var events = ExampleEvents.of(fact);
        dated |= events.isDated();
        given.addAll(events.given());
        when.addAll(events.when());
        if (events.isEmpty()) {
            unsaid(fact);
        }
    }

    private void rank(Fact fact) {
        if (fact.unknown()) {
            given.add("there are 99 customers");
            return;
        }
        var rank = (long) Math.max(1, Math.round(fact.number() / PERCENT * CUSTOMERS));
        var crowd = String.format(Locale.ENGLISH, "there are %,d customers", (long) CUSTOMERS);
        if (!given.contains(crowd)) {
            given.add(crowd);
        }
        given.add("Anna ranks " + String.format(Locale.ENGLISH, "%,d", rank) + ending(rank) + " by "
                + MEASURES.getOrDefault(fact.id(), "spend"));
    }

    private static String ending(long rank) {
        if (rank % 100 >= 11 && rank % 100 <= 13) {
            return "th";
        }
        return switch ((int) (rank % 10)) {
            case 1 -> "st";
            case 2 -> "nd";
            case 3 -> "rd";
            default -> "th";
        };
    }

    private void complaints(Fact fact, double count) {
        if (count < 1 || count > 3) {
            unsaid(fact);
            return;
        }
        for (var i = 0; i < count && given.stream().filter(step -> step.startsWith("Anna complained")).count() < count; i++) {
            given.add("Anna complained by e-mail");
        }
    }

    private void returns(Fact fact) {
        if (!(fact.number() >= 1 && fact.number() <= 5)) {
            unsaid(fact);
            return;
        }
        dated = true;
        for (var i = (int) fact.number(); i >= 1; i--) {
            given.add("Anna returned goods for 20 EUR on " + DATE.format(TODAY.minusDays(i)));
        }
    }

    private void withdrawals(Fact fact) {
        if (fact.number() == 1) {
            given.add("Anna agrees to promotion by e-mail");
            when.add("Anna withdraws the consent to promotion by e-mail");
        } else {
            unsaid(fact);
        }
    }

    private void age(Fact fact) {
        if (!(fact.number() >= 1) || fact.number() != Math.rint(fact.number())) {
            unsaid(fact);
            return;
        }
        if (given.stream().noneMatch(step -> step.startsWith("Anna complained"))) {
            given.add("Anna complained by e-mail");
        }
        when.add(String.format(Locale.ENGLISH, "%,d hour%s", (long) fact.number(), fact.number() == 1 ? " passes" : "s pass"));
    }

    private Fact dated(Fact fact, boolean said) {
        dated |= said;
        return fact;
    }

    private void saidIf(Fact fact, boolean can, List<String> steps, String step) {
        if (can) {
            steps.add(step);
        } else {
            unsaid(fact);
        }
    }

    private void unsaid(Fact fact) {
        unsaid.add("Anna: " + Wording.noun(fact.about(), Locale.ENGLISH) + " " + fact.value());
    }

    private @Nullable Fact take(String id) {
        return facts.remove(id);
    }
}
