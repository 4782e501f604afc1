package io.rapport.policy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

import io.rapport.facts.Channel;
import io.rapport.facts.CustomerEvent;
import io.rapport.facts.EventData;
import io.rapport.facts.EventTypes;
import io.rapport.facts.Purpose;

/** What might happen to a customer within a few years, drawn by lot: the same seed gives the same life. */
final class GeneratedLife {

    private static final Instant START = Instant.parse("2026-01-05T10:00:00Z");
    private static final int MOST_EVENTS = 16;
    private static final int A_MINUTE = 60;
    private static final int TEN_DAYS = 864_000;
    private static final int A_HUNDRED_DAYS = 8_640_000;
    private static final List<Channel> CHANNELS = List.of(Channel.EMAIL, Channel.SMS, Channel.LETTER);
    private static final List<String> TEXTS = List.of("I want to complain\nloudly.", "How much is it?",
            "Thank you, it is lovely!",
            "Please unsubscribe me.", "The \"lamp\" | C:\\lamp");
    private static final List<String> PRODUCTS = List.of("SCENTED CANDLE", "GARDEN PLANT POT", "CHRISTMAS BAUBLE", "NOTEBOOK");

    private final SplittableRandom random;
    private final String name;

    private GeneratedLife(long seed) {
        this.random = new SplittableRandom(seed);
        this.name = "life/" + seed;
    }

    /** Two to sixteen events in the order of time; a complaint among them is answered within ten days. */
    static List<CustomerEvent> of(long seed) {
        return new GeneratedLife(seed).events();
    }

    private List<CustomerEvent> events() {
        var events = new ArrayList<CustomerEvent>();
        var at = START.plusSeconds(random.nextInt(TEN_DAYS));
        var count = random.nextInt(2, MOST_EVENTS + 1);
        for (var i = 0; i < count; i++) {
            events.add(event(name + "/" + i, at));
            if (events.getLast().data() instanceof EventData.Message || events.getLast().data() instanceof EventData.Form) {
                at = at.plusSeconds(random.nextInt(A_MINUTE, TEN_DAYS));
                events.add(new CustomerEvent(name + "/" + i + "/answer", "service", EventTypes.COMPLAINT_RESOLVED, List.of(), at,
                        new EventData.Complaint("", Channel.EMAIL, "")));
            }
            at = at.plusSeconds(random.nextInt(A_MINUTE, random.nextInt(4) == 0 ? A_HUNDRED_DAYS : TEN_DAYS));
        }
        return events;
    }

    private CustomerEvent event(String id, Instant at) {
        return switch (random.nextInt(10)) {
            case 0 -> new CustomerEvent(id, "form", EventTypes.CUSTOMER_UPDATED, List.of(), at,
                    new EventData.Traits(Map.of("birthday", "1990-02-%02d".formatted(random.nextInt(1, 29)))));
            case 1, 2 -> new CustomerEvent(id, "form", EventTypes.CONSENT_GIVEN, List.of(), at,
                    new EventData.Consent(channel(), Purpose.PROMOTION, "form"));
            case 3 -> message(id, at);
            case 4 -> new CustomerEvent(id, "shop", EventTypes.ORDER_DELIVERED, List.of(), at, new EventData.OrderStep(id));
            case 5 -> new CustomerEvent(id, "form", EventTypes.WEB_FORM, List.of(), at, new EventData.Form("contact",
                    random.nextBoolean() ? "I am disappointed." : "", null, Map.of("language", "en"),
                    List.of(new EventData.ConsentChoice(channel(), Purpose.PROMOTION, random.nextBoolean()))));
            case 6 -> new CustomerEvent(id, "web", "web.visit", List.of(), at, new EventData.Open(Map.of("page", "home")));
            default -> order(id, at);
        };
    }

    private CustomerEvent message(String id, Instant at) {
        return new CustomerEvent(id, "mail", EventTypes.EMAIL_RECEIVED, List.of(), at, new EventData.Message(Channel.EMAIL,
                "A letter", TEXTS.get(random.nextInt(TEXTS.size())), id, 0, random.nextInt(5) == 0, null));
    }

    private CustomerEvent order(String id, Instant at) {
        var product = PRODUCTS.get(random.nextInt(PRODUCTS.size()));
        var line = new EventData.OrderLine(
                product, product, BigDecimal.valueOf(random.nextInt(1, 4)), BigDecimal.valueOf(random.nextInt(5, 900)), null,
                null);
        return new CustomerEvent(id, "shop", random.nextInt(8) == 0 ? EventTypes.ORDER_RETURNED : EventTypes.ORDER_PLACED,
                List.of(), at, new EventData.Order(id, "EUR", List.of(line)));
    }

    private Channel channel() {
        return CHANNELS.get(random.nextInt(CHANNELS.size()));
    }
}
