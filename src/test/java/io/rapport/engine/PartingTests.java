package io.rapport.engine;

import static io.rapport.engine.Told.account;
import static io.rapport.engine.Told.email;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.customer.Consents;
import io.rapport.customer.CustomerFile;
import io.rapport.customer.CustomerSearch;
import io.rapport.facts.Channel;
import io.rapport.facts.EventTypes;
import io.rapport.facts.Identity;
import io.rapport.facts.Purpose;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What one event joined can be looked at and taken apart again. */
class PartingTests {

    static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");

    private static final Identity NUMBER = account("a-1");
    private static final Identity ADDRESS = email("anna");

    @TempDir
    Path directory;

    Transactions engine;

    @BeforeEach
    void anEventNamesBoth() {
        engine = started(directory);
        engine.take(Told.traits("mail", NOW.minus(Duration.ofDays(9)), Map.of("name", "Anna"), ADDRESS));
        engine.take(Told.confirmed("yes", NOW.minus(Duration.ofDays(8)), ADDRESS));
        engine.take(Told.order("both", NOW.minus(Duration.ofDays(7)), 10, NUMBER, ADDRESS));
        engine.take(Told.order("number", NOW.minus(Duration.ofDays(6)), 20, NUMBER));
    }

    Transactions started(Path directory) {
        return new Transactions(directory, NOW);
    }

    @AfterEach
    void stop() {
        engine.close();
    }

    @Test
    void itIsWrittenDownByWhichEventAnIdentityCame() {
        assertThat(find(NUMBER)).isEqualTo(find(ADDRESS));
        assertThat(engine.get(CustomerFile.class).joined(find(NUMBER)))
                .extracting(one -> one.identity().key() + " " + one.event() + " " + one.alone())
                .containsExactlyInAnyOrder("account:a-1 orders/both false", "email:anna@example.org updates/mail false");
    }

    @Test
    void eachHasTheEventsThatCameByHisOwn() {
        engine.get(Merging.class).part(ADDRESS, "Kim");

        assertThat(find(NUMBER)).isNotEqualTo(find(ADDRESS));
        assertThat(orders(NUMBER)).isEqualTo(2);
        assertThat(orders(ADDRESS)).isZero();
        assertThat(card(ADDRESS).memory().traits()).containsEntry("name", "Anna");
        assertThat(card(NUMBER).memory().traits()).doesNotContainKey("name");
        assertThat(consents(ADDRESS)).isTrue();
        assertThat(consents(NUMBER)).isFalse();
        assertThat(card(NUMBER).identities()).containsExactly(NUMBER);
        assertThat(card(ADDRESS).memory()).isEqualTo(engine.get(Refold.class).fold(find(ADDRESS)));
    }

    @Test
    void theStrongerOneTakesWhatNamesBothWithIt() {
        engine.get(Merging.class).part(NUMBER, "Kim");

        assertThat(orders(NUMBER)).isEqualTo(2);
        assertThat(orders(ADDRESS)).isZero();
        assertThat(consents(ADDRESS)).isTrue();
        assertThat(card(NUMBER).identities()).containsExactly(NUMBER);
    }

    @Test
    void theNextEventThatNamesBothJoinsThemNotAgain() {
        engine.get(Merging.class).part(ADDRESS, "Kim");

        engine.take(Told.order("again", NOW.minus(Duration.ofDays(1)), 30, NUMBER, ADDRESS));
        engine.take(Told.traits("news", NOW, Map.of("shoe-size", "39"), ADDRESS));

        assertThat(orders(NUMBER)).isEqualTo(3);
        assertThat(orders(ADDRESS)).isZero();
        assertThat(card(ADDRESS).memory().traits()).containsEntry("shoe-size", "39");
        assertThat(card(NUMBER).identities()).as("not written to at an address that is not his").containsExactly(NUMBER);
        assertThat(card(ADDRESS).identities()).containsExactly(ADDRESS);
    }

    @Test
    void aMergeUndoesIt() {
        engine.get(Merging.class).part(ADDRESS, "Kim");
        engine.get(Merging.class).merge(find(NUMBER), find(ADDRESS));

        assertThat(find(NUMBER)).isEqualTo(find(ADDRESS));
        assertThat(orders(ADDRESS)).isEqualTo(2);
        assertThat(consents(NUMBER)).isTrue();
        assertThat(card(NUMBER).identities()).containsExactly(NUMBER, ADDRESS);
    }

    @Test
    void theLastIdentityIsNotTakenFromAnybody() {
        engine.get(Merging.class).part(ADDRESS, "Kim");

        assertThatThrownBy(() -> engine.get(Merging.class).part(ADDRESS, "Kim")).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("known by nothing else");
        assertThatThrownBy(() -> engine.get(Merging.class).part(email("nobody"), "Kim"))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("Nobody is known by it");
    }

    @Test
    void whoIsSoughtIsFoundByEitherAndAfterAMergeStill() {
        var search = engine.get(CustomerSearch.class);
        engine.take(Told.order("capitals", NOW, 5, new Identity(Identity.Kind.ORDER_SYSTEM, "Kd-7")));
        engine.get(Merging.class).merge(find(NUMBER), find(new Identity(Identity.Kind.ORDER_SYSTEM, "Kd-7")));

        for (var written : List.of("A-1", "ANNA@ex", "kd-7", "ＫＤ－７", "anna", "\u0000a-1")) {
            assertThat(search.search(written, 0, 10)).as(written).extracting(CustomerSearch.Line::id)
                    .containsExactly(find(NUMBER));
        }
    }

    private long orders(Identity identity) {
        var placed = card(identity).memory().tallies().get(EventTypes.ORDER_PLACED);
        return placed == null ? 0 : placed.count();
    }

    private boolean consents(Identity identity) {
        var books = engine.get(Consents.class).allows(find(identity), Channel.EMAIL, Purpose.PROMOTION);
        assertThat(card(identity).memory().hasConsent(Channel.EMAIL, Purpose.PROMOTION)).isEqualTo(books);
        return books;
    }

    private CustomerFile.Card card(Identity identity) {
        return Objects.requireNonNull(engine.get(CustomerFile.class).card(find(identity)));
    }

    private long find(Identity identity) {
        return Objects.requireNonNull(engine.get(CustomerSearch.class).find(identity));
    }
}
