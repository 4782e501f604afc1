package io.rapport.rulebook;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import io.rapport.facts.Decimal;
import io.rapport.facts.Action;
import io.rapport.facts.Channel;
import io.rapport.facts.Conclusion;
import io.rapport.facts.CustomerEvent;
import io.rapport.facts.EventData;
import io.rapport.facts.Memory;
import io.rapport.facts.Purchases;
import io.rapport.facts.Purpose;
import io.rapport.facts.Reason;
import io.rapport.facts.Situation;
import io.rapport.facts.Snapshot;
import io.rapport.facts.Tally;
import io.rapport.forecast.ModelParameters;
import io.rapport.rulebook.terms.CountTerms;
import io.rapport.rulebook.terms.TraitTerms;
import org.jspecify.annotations.Nullable;

/** Customers as chance makes them, the same for the same seed: known and unknown, in every scope. */
public final class SomeCustomers {

    static final double TAU = 182;

    private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");

    private final Random random;

    public SomeCustomers(long seed) {
        random = new Random(seed);
    }

    /** The whole vocabulary, and of the open-ended traits some that these customers have. */
    static List<Term> terms() {
        var terms = new ArrayList<>(Vocabulary.shipped().terms());
        for (var trait : List.of("contract", "visits", "contract end")) {
            terms.addAll(TraitTerms.in("the trait \"" + trait + "\""));
        }
        terms.addAll(CountTerms.in("\"order.returned\" and \"contact.email\""));
        return terms;
    }

    public Situation situation(Situation.Scope scope) {
        // in some the clocks change at midnight, so that a day begins at one, or the hour before it comes twice
        var zone = ZoneId.of(pick("Europe/London", "Asia/Shanghai", "America/New_York", "Pacific/Apia", "Asia/Beirut",
                "America/Havana", "America/Santiago"));
        var now = START.plus(Duration.ofMinutes(random.nextInt(60 * 24 * 800)));
        var complaint = complaint(now);
        var event = event(now, complaint);
        var memory = memory(now, zone, complaint);
        return new Situation(scope, thing(scope, now, complaint), memory, event, now, zone, snapshot(), TAU, conclusions());
    }

    static Situation at(Situation situation, Instant later) {
        return new Situation(situation.scope(), situation.thing(), situation.memory(), situation.event(), later, situation.zone(),
                situation.snapshot(), situation.tauDays(), situation.conclusions());
    }

    private Memory memory(Instant now, ZoneId zone, Memory.OpenComplaint complaint) {
        Map<String, Tally> tallies = new HashMap<>();
        Purchases purchases = null;
        var today = LocalDate.ofInstant(now, zone);
        var days = random.nextInt(4) == 0 ? 0 : 1 + random.nextInt(random.nextInt(4) == 0 ? 40 : 9);
        var purchaseDays = new ArrayList<>(random.ints(days, 0, random.nextBoolean() ? 500 : 900).boxed()
                .sorted((one, other) -> other - one).toList());
        if (days % 5 == 4) {
            purchaseDays.addFirst((int) java.time.temporal.ChronoUnit.DAYS.between(today.minusYears(3), today));
        }
        for (var ago : purchaseDays) {
            var day = today.minusDays(ago);
            var amount = 5 + random.nextInt(200);
            purchases = purchases == null ? Purchases.of(day, Decimal.nearest(amount), Decimal.nearest(amount * 0.3))
                    : purchases.plus(day, Decimal.nearest(amount), Decimal.nearest(amount * 0.3), TAU);
            count(tallies, "order.placed", day, amount);
            count(tallies, "margin", day, amount * 0.3);
        }
        for (var name : List.of("order.returned", "complaint.raised", "consent.withdrawn", "email.received", "contact.email")) {
            for (var i = random.nextInt(4); i > 0; i--) {
                count(tallies, name, today.minusDays(random.nextInt(400)), 1);
            }
        }
        for (var mails = random.nextInt(3) == 0 ? 4 : 0; mails > 0; mails--) {
            count(tallies, "email.received", today, 1);
        }
        opinions(tallies, today);
        List<Memory.OpenComplaint> complaints = random.nextBoolean() ? List.of() : List.of(complaint);
        return new Memory(7, tallies, purchases, lines(), complaints, List.of(), traits(today), Map.of(), Map.of(), lasting(now),
                Map.of(), now, Map.of(), links(now), invoices(now), Map.of());
    }

    private Map<String, Memory.Invoice> invoices(Instant now) {
        var since = now.minus(Duration.ofDays(random.nextInt(200)));
        return random.nextBoolean() ? Map.of()
                : Map.of("I1", new Memory.Invoice(Decimal.of(100), since, Decimal.of(random.nextInt(3) * 50), now));
    }

    private void opinions(Map<String, Tally> tallies, LocalDate today) {
        var names = List.of("survey.answered", "review.posted", "answer.goodwill", "answer.integrity", "answer.ability",
                "answer.intention", "answer.benefit", "answer.price", "answer.effort");
        if (random.nextBoolean()) {
            for (var name : names) {
                for (var i = random.nextInt(4); i > 0; i--) {
                    count(tallies, name, today.minusDays(random.nextInt(500)), random.nextInt(11) / 10.0);
                }
            }
        }
        for (var name : List.of("referral.made", "contract.signed", "contract.ended", "call.received", "visit.made",
                "mood.negative", "topic.leaving",
                "topic.price", "invoice.overdue")) {
            for (var i = random.nextInt(3); i > 0; i--) {
                count(tallies, name, today.minusDays(random.nextInt(400)), name.equals("referral.made") ? random.nextInt(30) : 0);
            }
        }
        for (var i = random.nextInt(4); i > 0; i--) {
            count(tallies, "total-spend", today.minusDays(random.nextInt(730)), 500 + random.nextInt(100));
        }
    }

    private List<Memory.Link> links(Instant now) {
        if (random.nextInt(3) == 0) {
            return List.of();
        }
        return List.of(
                new Memory.Link("contact-of", "account:acme", List.of(pick("user", "influencer", "buyer", "decision-maker")),
                        pick("", "physiological", "psychological", "social"), random.nextInt(4) == 0, now),
                new Memory.Link(pick("contact", "member", "family", "carer"), "account:b", List.of("decision-maker"), "", false,
                        now),
                new Memory.Link("member-of", pick("Candles", "account:c"), List.of(), "", false, now));
    }

    private static void count(Map<String, Tally> tallies, String name, LocalDate day, double amount) {
        var at = day.atTime(12, 0).toInstant(java.time.ZoneOffset.UTC);
        tallies.merge(name, Tally.of(at, (int) day.toEpochDay(), Decimal.nearest(amount)),
                (before, _) -> before.plus(at, (int) day.toEpochDay(), Decimal.nearest(amount)));
    }

    private Map<String, Memory.LineMemory> lines() {
        var day = LocalDate.of(2026, 1, 1);
        var five = List.of("Candles", "Bags", "Garden", "Toys", "Paper");
        return switch (random.nextInt(5)) {
            case 3 ->
                five.stream().collect(java.util.stream.Collectors.toMap(line -> line,
                        _ -> new Memory.LineMemory(1, Decimal.of(9), Decimal.of(2), day)));
            case 0 -> Map.of();
            case 1 -> Map.of("Candles", new Memory.LineMemory(3, Decimal.of(30), Decimal.of(9), day));
            case 2 -> Map.of("Bags", new Memory.LineMemory(1, Decimal.of(8), Decimal.of(1), day), "Nobody knows",
                    new Memory.LineMemory(1, Decimal.of(8), Decimal.of(1), day));
            default -> Map.of("Candles", new Memory.LineMemory(3, Decimal.of(30), Decimal.of(9), day), "Bags",
                    new Memory.LineMemory(1, Decimal.of(8), Decimal.of(1), day),
                    "Garden", new Memory.LineMemory(1, Decimal.of(2), Decimal.of(1), day));
        };
    }

    private Map<String, String> traits(LocalDate today) {
        Map<String, String> traits = new HashMap<>();
        switch (random.nextInt(4)) {
            case 0 -> traits.put("birthday", today.minusYears(30).plusDays(random.nextInt(4) - 1).toString());
            case 1 -> traits.put("birthday", pick("1988-02-29", "1990-12-31", "not a date", "1970-01-01"));
            default -> traits.put("name", "Anna");
        }
        for (var trait : List.of("money", "authority", "need", "we adapt", "customer adapts", "joint business")) {
            if (random.nextInt(4) > 0) {
                traits.put(trait, pick("yes", "yes", "no", "perhaps"));
            }
        }
        if (random.nextBoolean()) {
            traits.put("relationship", pick("closer", "looser", "as it is"));
            traits.put("moved", pick("yes", "no"));
            traits.put("kind", pick("consumer", "organisation", "distributor", "partner", "pigeon"));
            traits.put("contract", pick("en", "Candles", "yes", "monthly"));
            traits.put("visits", pick("0", "3", "4.5", "many"));
            traits.put("contract end",
                    pick(today.plusDays(random.nextInt(40)).toString(), today.minusDays(3).toString(), "soon",
                            today.minusYears(2).plusDays(random.nextInt(9) - 2).toString(), "2024-02-29"));
            traits.put("prefers-seat", pick("Candles", "win-back"));
            traits.put("avoids-nuts", pick("Candles", "yes"));
            traits.put("acquisition-source", pick("fair", "web", "heaven"));
        }
        if (random.nextBoolean()) {
            traits.put("language", pick("en", "zh", "fr"));
        }
        return traits;
    }

    private Map<String, Memory.Concluded> lasting(Instant now) {
        return random.nextBoolean() ? Map.of()
                : Map.of("stage", new Memory.Concluded(pick("exploration", "expansion", "commitment", "dissolution"), now),
                        "status",
                        new Memory.Concluded("repeat", now));
    }

    private Memory.OpenComplaint complaint(Instant now) {
        var deadline = random.nextInt(3) == 0 ? null : now.plus(Duration.ofMinutes(random.nextInt(1000) - 500));
        return new Memory.OpenComplaint("C-1", now.minus(Duration.ofMinutes(random.nextInt(9000))), Channel.EMAIL,
                random.nextInt(4),
                "service", deadline);
    }

    /** The words that the shipped rules look for in a message, a list for each row. */
    private static final class Wanted {

        static final List<List<String>> WORDS = Shelf.SHIPPED.rules().stream().flatMap(rule -> rule.when().stream())
                .filter(when -> when.term().id().equals("message-text")).map(Condition::check)
                .filter(Check.Mentions.class::isInstance).map(check -> WordList.examples(((Check.Mentions) check).words()))
                .toList();
    }

    private String wanted() {
        var words = Wanted.WORDS.get(random.nextInt(Wanted.WORDS.size()));
        return words.get(random.nextInt(words.size()));
    }

    private CustomerEvent event(Instant now, Memory.OpenComplaint complaint) {
        var text = random.nextBoolean() ? wanted()
                : pick("I want a REFUND, it is broken", "Where is my order?", "thanks, lovely", "hello", "please unsubscribe me",
                        "I will switch to a competitor", "that is too expensive", "Take me off your list, STOP",
                        "Bitte melden Sie mich ab",
                        "désabonnez-moi", "darme de baja", "cancellatemi", "descadastrar", "uitschrijven", "wypisać",
                        "отписаться",
                        "配信停止",
                        "수신거부", "إلغاء الاشتراك", "meld meg av", "listeden çık", "odhlásit", "不要退订", "退订",
                        "我要投诉,太差了", "请问什么时候发货");
        var data = switch (random.nextInt(7)) {
            case 0 -> new EventData.Form("contact", text, null, Map.of(), List.of());
            case 1 -> new EventData.Complaint(complaint.id(), Channel.EMAIL, text);
            case 2 -> new EventData.Open(Map.of());
            case 3 -> new EventData.Open(Map.of("visit", "tomorrow"));
            case 4 -> new EventData.Order("O-1", "EUR", List.of(new EventData.OrderLine("22", "Vase", BigDecimal.ONE,
                    BigDecimal.valueOf(pickNumber(40, 150, 300, 700, 6_000)), null, null)));
            default -> new EventData.Message(Channel.EMAIL, "Hello", text, "t", 0, random.nextBoolean(), null);
        };
        var type = switch (data) {
            case EventData.Form _ -> "web.form";
            case EventData.Complaint _ -> "complaint.raised";
            case EventData.Order _ -> "order.placed";
            case EventData.Open open when !open.fields().isEmpty() -> "visit.announced";
            case EventData.Open _ -> pick("order.placed", "order.returned", "consent.given", "email.complained", "review.due");
            default -> "email.received";
        };
        return new CustomerEvent("e-" + random.nextInt(1000), "test", type, List.of(), now, data);
    }

    private @Nullable Object thing(Situation.Scope scope, Instant now, Memory.OpenComplaint complaint) {
        return switch (scope) {
            case CUSTOMER -> null;
            case ORDER_LINE ->
                new EventData.OrderLine("22", pick("PINK CHERRY LIGHTS", "RED RETROSPOT BAG", "CHRISTMAS GLASS BALL LIGHTS",
                        "thing", "POSTAGE", "GREETING CARD", "DOLLY GIRL", "WATERING CAN", "METAL SIGN", "SILVER BRACELET",
                        "TEA TOWEL"), BigDecimal.ONE, BigDecimal.TEN, null, null);
            case PRODUCT_LINE -> pick("Candles", "Bags", "Nobody knows");
            case COMPLAINT -> complaint;
            case DELIVERY -> new Memory.Delivery("O-1", now.minus(Duration.ofHours(random.nextInt(24 * 40))));
            case ACTION -> new Action("a", 7, random.nextBoolean() ? Action.Kind.MESSAGE : Action.Kind.TASK,
                    pick("win-back", "quality call", "call with improvements and news", "plan the coming month together"),
                    Channel.values()[random.nextInt(Channel.values().length)],
                    random.nextBoolean() ? Purpose.SERVICE : Purpose.PROMOTION,
                    "", "o", now, List.of(), null, null, Map.of(), new Reason("X-1/1", List.of()));
        };
    }

    private Snapshot snapshot() {
        if (random.nextInt(4) == 0) {
            return Snapshot.NONE;
        }
        var values = random.doubles(200, 0, 400).sorted().toArray();
        return new Snapshot("s", START, 200,
                withForecasts(Map.of("current-value", random.doubles(200, 0, 150).sorted().toArray(), "spend", values, "recency",
                        values,
                        "frequency",
                        random.doubles(200, 1, 9).map(Math::floor).sorted().toArray(), "historical-value", values,
                        "potential-value",
                        values, "needs-difference", random.doubles(200, 0, 100).sorted().toArray(), Snapshot.CONTRIBUTION,
                        random.doubles(200, 0, 100).map(part -> -part).sorted().map(part -> -part).toArray())),
                Map.of("Candles",
                        new Snapshot.LineFigures(pickNumber(9, 10, 59, 60, 200), Decimal.of(100),
                                pickNumber(10, 15, 30, 35) / 100.0),
                        "Bags", new Snapshot.LineFigures(150, Decimal.of(100), 0.12), "Toys",
                        new Snapshot.LineFigures(10, Decimal.of(100), 0.2),
                        "Paper",
                        new Snapshot.LineFigures(10, Decimal.of(100), 0.2), "Garden",
                        new Snapshot.LineFigures(10, Decimal.of(100), 0.2)));
    }

    private static Map<String, double[]> withForecasts(Map<String, double[]> measures) {
        var all = new HashMap<>(measures);
        all.putAll(ModelParameters.published(LocalDate.of(2026, 1, 1)).measure());
        return all;
    }

    private Map<String, Conclusion> conclusions() {
        Map<String, Conclusion> conclusions = new HashMap<>();
        for (var concept : Concepts.all()) {
            if (random.nextInt(3) > 0 && concept.readable()) {
                var values = concept.words();
                var most = concept.most() > 5 && !Concepts.unit(concept.id()) ? (int) Math.min(concept.most(), 1_000) : 5;
                var value = values.isEmpty() ? Integer.toString(1 + random.nextInt(most))
                        : values.get(random.nextInt(values.size()));
                var conclusion = new Conclusion(concept.id(), "", value, new Reason("X-1/1", List.of()));
                conclusions.put(Concepts.key(conclusion), conclusion);
                if (concept.multiple()) {
                    var beside = new Conclusion(concept.id(), "", pick(values.toArray(String[]::new)), conclusion.reason());
                    conclusions.put(Concepts.key(beside), beside);
                }
            }
        }
        return conclusions;
    }

    double chance() {
        return random.nextDouble();
    }

    int number(int below) {
        return random.nextInt(below);
    }

    @SafeVarargs
    final <T> T pick(T... values) {
        return values[random.nextInt(values.length)];
    }

    private int pickNumber(int... values) {
        return values[random.nextInt(values.length)];
    }
}
