package io.rapport.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.rapport.facts.Channel;
import io.rapport.facts.CustomerEvent;
import io.rapport.facts.EventData;
import io.rapport.facts.EventTypes;
import io.rapport.facts.Identity;
import io.rapport.facts.Purpose;

class EventJsonTests {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00.123Z");

    private final EventJson json = new EventJson();

    static Stream<CustomerEvent> oneOfEachKind() {
        var line = new EventData.OrderLine("85048", "GLASS BALL \"20\" 灯", new BigDecimal("12"), new BigDecimal("6.950"), null,
                null);
        return Stream.of(
                event(EventTypes.ORDER_PLACED,
                        new EventData.Order("489434", "GBP", List.of(line, line.classified("Lights", 0.3)))),
                event(EventTypes.ORDER_DELIVERED, new EventData.OrderStep("489434")),
                event(EventTypes.EMAIL_RECEIVED, new EventData.Message(Channel.EMAIL, "质量", "坏了\n", "t1", 2, false, null)),
                event(EventTypes.EMAIL_BOUNCED, new EventData.DeliveryReport("anna@example.org",
                        EventData.DeliveryReport.Outcome.HARD_BOUNCE, "5.1.1", "550 no such user", "a1@shop.example")),
                event(EventTypes.WEB_FORM, new EventData.Form("contact", "hello", "question", Map.of("name", "王芳"),
                        List.of(new EventData.ConsentChoice(Channel.CALL_CENTRE, Purpose.PROMOTION, true)))),
                event(EventTypes.CASE_OPENED, new EventData.Case("c1", 0, "service", NOON)),
                event(EventTypes.CASE_CLOSED, new EventData.Case("c1", 1, "service", null)),
                event("weather.changed", new EventData.Open(Map.of("city", "York"))),
                event("payment.received", new EventData.Amount("r1", new BigDecimal("1E+3"), "GBP")));
    }

    @ParameterizedTest
    @MethodSource("oneOfEachKind")
    void readsBackWhatItWrote(CustomerEvent event) throws Malformed {
        assertThat(json.read(json.write(event))).usingRecursiveComparison()
                .withComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                .isEqualTo(event);
    }

    @Test
    void speaksCloudEventsAndTheWordsOfTheTrade() {
        String text = new String(json.write(event(EventTypes.CONSENT_GIVEN,
                new EventData.Consent(Channel.CALL_CENTRE, Purpose.PROMOTION, "call 7"))), UTF_8);

        assertThat(text).contains("\"specversion\":\"1.0\"", "\"subject\":\"order-system:17850\"",
                "\"time\":\"2026-11-20T12:00:00.123Z\"",
                "\"channel\":\"call-centre\"", "\"purpose\":\"promotion\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "nonsense", "{\"specversion\":\"1.0\"}",
            "{\"specversion\":\"0.3\",\"id\":\"1\",\"source\":\"s\",\"type\":\"t\",\"time\":\"2026-11-20T12:00:00Z\",\"datacontenttype\":\"application/json\",\"data\":{\"fields\":{}}}",
            "{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"s\",\"type\":\"order.shipped\",\"time\":\"2026-11-20T12:00:00Z\",\"datacontenttype\":\"application/json\",\"data\":{}}",
            "{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"s\",\"type\":\"order.shipped\",\"time\":\"2026-11-20T12:00:00Z\",\"datacontenttype\":\"application/json\",\"data\":{\"orderId\":\"1\",\"@class\":\"java.lang.Runtime\"}}",
            "{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"s\",\"type\":\"payment.received\",\"time\":\"2026-11-20T12:00:00Z\",\"datacontenttype\":\"application/json\",\"data\":{\"reference\":\"1\",\"amount\":1e999999999,\"currency\":\"GBP\"}}"})
    void refusesWhatIsNoEvent(String text) {
        assertThatThrownBy(() -> json.read(text.getBytes(UTF_8))).isInstanceOf(Malformed.class);
    }

    @Test
    void readsABounceThatAnEarlierVersionPutIntoTheQueueAsAMessage() throws Malformed {
        String text = "{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"email-in\",\"type\":\"email.bounced\","
                + "\"subject\":\"email:old@example.net\",\"time\":\"2026-11-20T12:00:00Z\",\"datacontenttype\":\"application/json\","
                + "\"data\":{\"channel\":\"email\",\"subject\":\"Returned mail\",\"text\":\"no such user\",\"thread\":\"t\","
                + "\"attachments\":0,\"automatic\":true}}";

        assertThat(json.read(text.getBytes(UTF_8)).data()).isEqualTo(
                new EventData.DeliveryReport("", EventData.DeliveryReport.Outcome.SOFT_BOUNCE, "", "", ""));
    }

    @Test
    void namesTheFieldThatIsMissing() {
        String text = "{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"s\",\"type\":\"order.placed\",\"time\":\"2026-11-20T12:00:00Z\","
                + "\"datacontenttype\":\"application/json\",\"data\":{\"orderId\":\"7\",\"currency\":\"GBP\",\"lines\":[{\"product\":\"A\","
                + "\"description\":\"B\",\"quantity\":1}]}}";

        assertThatThrownBy(() -> json.read(text.getBytes(UTF_8))).isInstanceOf(Malformed.class)
                .hasMessageContaining("[unitPrice]");
    }

    @Test
    void refusesAMessageThatIsTooLarge() {
        assertThatThrownBy(() -> json.read(new byte[EventJson.MOST_BYTES + 1])).isInstanceOf(Malformed.class)
                .hasMessageContaining("[4194305]");
    }

    private static CustomerEvent event(String type, EventData data) {
        return new CustomerEvent("id/" + type, "tests", type,
                List.of(new Identity(Identity.Kind.EMAIL, "anna smith+x%@example.org".replace(" ", ".")),
                        new Identity(Identity.Kind.ORDER_SYSTEM, "17850")),
                NOON, data);
    }

    @Test
    void keepsTheDayOfBirth() throws Malformed {
        var told = event(EventTypes.CUSTOMER_UPDATED,
                new EventData.Traits(Map.of("birthday", LocalDate.of(1980, 2, 29).toString())));

        assertThat(json.read(json.write(told)).data()).isEqualTo(told.data());
    }
}
