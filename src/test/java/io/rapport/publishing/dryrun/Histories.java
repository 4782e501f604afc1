package io.rapport.publishing.dryrun;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.BiFunction;

import io.rapport.decision.Context;
import io.rapport.facts.Channel;
import io.rapport.facts.CustomerEvent;
import io.rapport.facts.EventData;
import io.rapport.facts.EventTypes;
import io.rapport.facts.Identity;
import io.rapport.facts.Purpose;
import io.rapport.facts.Snapshot;
import io.rapport.rulebook.RuleFiles;
import io.rapport.rulebook.Rulebook;
import io.rapport.rulebook.RulebookCompiler;

/** Histories drawn by lot, the same for the same seed, and rulebooks that differ from the shipped one. */
final class Histories {

    static final Instant START = Instant.parse("2025-01-10T09:00:00Z");

    private static final List<String> GOODS = List.of("SCENTED CANDLE", "CAKE TIN", "CHRISTMAS BAUBLE", "PAPER BAG", "TOY TRAIN");

    private static final List<String> WORDS = List.of(
            "it arrived broken, I want a refund", "thank you, lovely", "when will it arrive?", "please unsubscribe me");

    private final Random lot;
    private final List<CustomerEvent> events = new ArrayList<>();

    private Histories(long seed) {
        this.lot = new Random(seed);
    }

    /** So many customers over so many days: orders, deliveries, consents, mails; in the order of time. */
    static List<CustomerEvent> drawn(int customers, int days, long seed) {
        var history = new Histories(seed);
        for (var customer = 1; customer <= customers; customer++) {
            history.live(customer, days);
        }
        history.events.sort(Comparator.comparing(CustomerEvent::time).thenComparing(CustomerEvent::id));
        return history.events;
    }

    private void live(int customer, int days) {
        var gap = 5 + lot.nextInt(90);
        if (lot.nextInt(3) > 0) {
            events.add(consent(customer, START.plusSeconds(customer)));
        }
        var stops = lot.nextInt(3) == 0 ? lot.nextInt(days) : days;
        for (var day = lot.nextInt(60); day < stops; day += 1 + lot.nextInt(gap * 2)) {
            var at = START.plus(Duration.ofDays(day)).plusSeconds(lot.nextInt(36_000));
            events.add(order(customer, at, GOODS.get(lot.nextInt(GOODS.size())), 1 + lot.nextInt(200)));
            if (lot.nextBoolean()) {
                events.add(delivered(customer, at.plus(Duration.ofDays(3))));
            }
            if (lot.nextInt(12) == 0) {
                events.add(mail(customer, at.plus(Duration.ofDays(4)), WORDS.get(lot.nextInt(WORDS.size()))));
            }
        }
    }

    static CustomerEvent order(int customer, Instant at, String goods, int price) {
        return event(customer, "order", EventTypes.ORDER_PLACED, at, new EventData.Order("O" + customer + at, "GBP",
                List.of(new EventData.OrderLine("1", goods, BigDecimal.ONE, BigDecimal.valueOf(price), null, null))));
    }

    static CustomerEvent delivered(int customer, Instant at) {
        return event(customer, "delivery", EventTypes.ORDER_DELIVERED, at, new EventData.OrderStep("O" + customer + at));
    }

    static CustomerEvent consent(int customer, Instant at) {
        return event(customer, "consent", EventTypes.CONSENT_GIVEN, at,
                new EventData.Consent(Channel.EMAIL, Purpose.PROMOTION, "form"));
    }

    static CustomerEvent mail(int customer, Instant at, String text) {
        return event(customer, "mail", EventTypes.EMAIL_RECEIVED, at,
                new EventData.Message(Channel.EMAIL, "", text, "thread-" + customer + at, 0, false, null));
    }

    static CustomerEvent event(int customer, String kind, String type, Instant at, EventData data) {
        return new CustomerEvent(kind + "/" + customer + "/" + at, "tests", type,
                List.of(new Identity(Identity.Kind.ORDER_SYSTEM, "C" + customer)), at, data);
    }

    static EventSource source(List<CustomerEvent> events) {
        return EventSource.of("drawn", "drawn-" + events.size(), events::forEach, () -> 0.5);
    }

    static Context context(Rulebook live) {
        return new Context(live, Snapshot.NONE, ZoneOffset.UTC, 182);
    }

    static Rulebook shipped() {
        return compiled(RuleFiles.ofFolder(Path.of("rules")));
    }

    /** Three rules: a churn level that is always high, a win-back after so much silence, and its text. */
    static RuleFiles tinyFiles(String silence) {
        return new RuleFiles(new TreeMap<>(Map.of(
                "3-churn/churn-level.csv", """
                        # Churn level
                        # id: CHURN-001, owner: tests, status: live, since: 2026-01-01, hit policy: first
                        # purpose: to test
                        # wrongly catches: nothing known
                        days since the last purchase,churn level
                        30 and above,high
                        any,low
                        """,
                "4-care/win-back.sentences", """
                        // Win-back
                        // id: CARE-005, owner: tests, status: live, since: 2026-01-01
                        // purpose: to test
                        // wrongly catches: nothing known

                        rule "Win-back: silent"
                        when
                            the customer has been silent for SILENCE
                        then
                            send the message "win-back" by email, as promotion, valid for 30 days, because "silent"
                        """.replace("SILENCE", silence),
                "templates/win-back.en.txt", "Subject: Hello\nPurpose: promotion\n\nHello {name|customer}\n")));
    }

    static Rulebook tiny(String silence) {
        return compiled(tinyFiles(silence));
    }

    /** The shipped rules with one file changed. */
    static Rulebook shippedBut(String file, String text, String becomes) {
        return shippedBut(Map.of(file, (_, before) -> before.replace(text, becomes)));
    }

    static Rulebook shippedBut(Map<String, BiFunction<String, String, String>> changes) {
        var texts = new TreeMap<>(RuleFiles.ofFolder(Path.of("rules")).texts());
        changes.forEach((file, change) -> {
            var before = texts.get(file);
            texts.computeIfPresent(file, change);
            if (before == null || before.equals(texts.get(file))) {
                throw new AssertionError("Nothing was changed in " + file);
            }
        });
        return compiled(new RuleFiles(texts));
    }

    private static Rulebook compiled(RuleFiles files) {
        var reading = new RulebookCompiler().read(files);
        if (reading.rulebook() == null) {
            throw new AssertionError(reading.problems().getFirst().render());
        }
        return reading.rulebook();
    }
}
