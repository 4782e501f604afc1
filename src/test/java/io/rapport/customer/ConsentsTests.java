package io.rapport.customer;

import static io.rapport.customer.Happenings.NOON;
import static io.rapport.customer.Happenings.email;
import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.facts.Channel;
import io.rapport.facts.CustomerEvent;
import io.rapport.facts.EventData;
import io.rapport.facts.EventTypes;
import io.rapport.facts.Memory;
import io.rapport.facts.Purpose;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConsentsTests {

    private static final long ANNA = 7;

    @TempDir
    Path directory;

    private Books books;
    private Consents consents;

    @BeforeEach
    void openTheBooks() {
        books = new Books(directory);
        consents = books.get(Consents.class);
    }

    @AfterEach
    void closeTheBooks() {
        books.close();
    }

    @Test
    void withoutAWordServiceMayGoAndPromotionMayNot() {
        assertThat(consents.allows(ANNA, Channel.EMAIL, Purpose.SERVICE)).isTrue();
        assertThat(consents.allows(ANNA, Channel.EMAIL, Purpose.PROMOTION)).isFalse();
    }

    @Test
    void theLatestWordCountsEvenWhenItArrivesFirst() {
        state("c2", EventTypes.CONSENT_WITHDRAWN, NOON.plusSeconds(60));
        state("c1", EventTypes.CONSENT_GIVEN, NOON);

        assertThat(consents.allows(ANNA, Channel.EMAIL, Purpose.PROMOTION)).isFalse();

        state("c3", EventTypes.CONSENT_GIVEN, NOON.plusSeconds(120));

        assertThat(consents.allows(ANNA, Channel.EMAIL, Purpose.PROMOTION)).isTrue();
        assertThat(consents.allows(ANNA, Channel.SMS, Purpose.PROMOTION)).isFalse();
        assertThat(consents.of(ANNA)).extracting(Consents.Word::given).containsExactly(true, false, true);
    }

    @Test
    void ofTwoWordsOfOneInstantNoCounts() {
        state("c1", EventTypes.CONSENT_GIVEN, NOON);
        state("c2", EventTypes.CONSENT_WITHDRAWN, NOON);

        assertThat(consents.allows(ANNA, Channel.EMAIL, Purpose.PROMOTION)).isFalse();
    }

    @Test
    void readsTheBoxesOfAForm() {
        var yes = new EventData.ConsentChoice(Channel.EMAIL, Purpose.PROMOTION, true);
        var no = new EventData.ConsentChoice(Channel.SMS, Purpose.SERVICE, false);
        var form = new EventData.Form("newsletter", "", null, Map.of(), List.of(yes, no, no));
        record(new CustomerEvent("f1", "test", EventTypes.WEB_FORM, List.of(email("anna@example.org")), NOON, form));

        assertThat(consents.allows(ANNA, Channel.EMAIL, Purpose.PROMOTION)).isTrue();
        assertThat(consents.allows(ANNA, Channel.SMS, Purpose.SERVICE)).isFalse();
    }

    @Test
    void whoWasMergedIsAskedAsTheOneWhoStandsForHim() {
        var first = new CustomerEvent("one", "test", EventTypes.CONSENT_GIVEN, List.of(email("anna@example.org")), NOON,
                new EventData.Consent(Channel.EMAIL, Purpose.PROMOTION, "one"));
        var second = new CustomerEvent("two", "test", EventTypes.CONSENT_WITHDRAWN, List.of(email("anna@example.com")),
                NOON.plusSeconds(60), new EventData.Consent(Channel.EMAIL, Purpose.PROMOTION, "two"));
        var whose = books.transaction(() -> {
            var found = books.ledger().resolve(List.of(first, second));
            books.ledger().remember(found.values().stream().map(Resolved::customer)
                    .map(known -> new Remembered(known, Memory.blank(known.id()), null, "", DecidedBy.NOTHING)).toList());
            books.ledger().record(List.of(new Entry(found.get("one").origin(), first, NOON, null),
                    new Entry(found.get("two").origin(), second, NOON, null)));
            return found;
        });
        var merged = whose.get("one").origin();
        assertThat(consents.allows(merged, Channel.EMAIL, Purpose.PROMOTION)).isTrue();

        books.transaction(() -> {
            books.get(CustomerLinks.class).link(whose.get("two").origin(), merged);
        });

        assertThat(consents.allows(merged, Channel.EMAIL, Purpose.PROMOTION)).isFalse();
    }

    private void state(String id, String type, Instant at) {
        var data = new EventData.Consent(Channel.EMAIL, Purpose.PROMOTION, "mail/" + id);
        record(new CustomerEvent(id, "test", type, List.of(email("anna@example.org")), at, data));
    }

    private void record(CustomerEvent event) {
        books.transaction(() -> books.ledger().record(List.of(new Entry(ANNA, event, NOON, null))));
    }
}
