package io.rapport.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

import io.rapport.facts.CustomerEvent;
import io.rapport.facts.EventData;
import io.rapport.facts.Identity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventGateTests {

    private static final Instant NOON = Instant.parse("2026-11-28T12:00:00Z");

    private final EventGate gate = new EventGate(new Identities("GB"), Clock.fixed(NOON, ZoneOffset.UTC),
            new CurrentBooks(new BookSettings("EUR")));

    @ParameterizedTest
    @ValueSource(strings = {"9999-12-31T00:00:00Z", "2026-11-29T12:00:01Z", "1969-12-31T23:59:59Z"})
    void refusesWhatCannotHaveHappened(Instant time) {
        var event = event("a", "shop", "web.visit", time);

        assertThatThrownBy(() -> gate.admitted(event)).isInstanceOf(Malformed.class).hasMessageContaining(time.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1970-01-01T00:00:00Z", "2026-11-29T12:00:00Z"})
    void letsPassWhatTheClockOfTheSourceAllows(Instant time) throws Malformed {
        var event = event("a", "shop", "web.visit", time);

        assertThat(gate.admitted(event)).isEqualTo(event);
    }

    @ParameterizedTest
    @CsvSource({"shop,customer.contacted", "shop,stage.moved", "orders-in/a.csv,status.moved", "shop,mood.moved",
            "shop,review.due", "engine,web.visit", "action/e-mail,stage.moved"})
    void refusesFromOutsideWhatOnlyTheEngineSays(String source, String type) {
        var event = event("a", source, type, NOON);

        assertThatThrownBy(() -> gate.admitted(event)).isInstanceOf(Malformed.class).hasMessageContaining(type);
    }

    @Test
    void letsPassWhatBecameOfAMessage() throws Malformed {
        var event = event("a", "action/e-mail", "customer.contacted", NOON);

        assertThat(gate.admitted(event)).isEqualTo(event);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "a\nb", "a\u001bb", "a\ud800"})
    void refusesControlCharactersInIds(String written) {
        assertThatThrownBy(() -> gate.admitted(event(written, "shop", "web.visit", NOON))).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> gate.admitted(event("a", written, "web.visit", NOON))).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> gate.admitted(event("a", "shop", written, NOON))).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> gate.admitted(event("a", "shop", "web.visit", NOON)
                .withIdentities(List.of(new Identity(Identity.Kind.DEVICE, written))))).isInstanceOf(Malformed.class);
    }

    @Test
    void refusesATypeWithoutEnd() {
        var event = event("a", "shop", "x".repeat(61), NOON);

        assertThatThrownBy(() -> gate.admitted(event)).isInstanceOf(Malformed.class).hasMessageContaining("60");
    }

    @Test
    void knowsOnePersonHoweverHisIdentitiesAreWritten() throws Malformed {
        var event = event("a", "shop", "web.visit", NOON).withIdentities(List.of(
                new Identity(Identity.Kind.EMAIL, "Anna@Example.ORG"), new Identity(Identity.Kind.PHONE, "020 7946 0958"),
                new Identity(Identity.Kind.ACCOUNT, "ACME")));

        assertThat(gate.admitted(event).identities()).extracting(Identity::key)
                .containsExactly("account:acme", "email:anna@example.org", "phone:+442079460958");
    }

    @Test
    void keepsTextsWithoutWhatPostgresRefuses() throws Malformed {
        var json = new EventJson();
        var raw = new String(json.write(event("a", "shop", "web.visit", NOON)), UTF_8).replace("home", "ho\\u0000me\\u0007");

        assertThat(json.read(raw.getBytes(UTF_8)).data()).isEqualTo(new EventData.Open(Map.of("page", "home")));
    }

    private static CustomerEvent event(String id, String source, String type, Instant time) {
        return new CustomerEvent(id, source, type, List.of(), time, new EventData.Open(Map.of("page", "home")));
    }
}
