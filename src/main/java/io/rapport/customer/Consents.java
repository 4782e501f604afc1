package io.rapport.customer;

import io.rapport.facts.Channel;
import io.rapport.facts.ConsentState;
import io.rapport.facts.CustomerEvent;
import io.rapport.facts.EventData;
import io.rapport.facts.EventTypes;
import io.rapport.facts.Identity;
import io.rapport.facts.Purpose;
import io.rapport.facts.Trust;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What customers allowed and forbade: appended with date and proof, never changed. */
@Component
public final class Consents {

    private static final int LONGEST_PROOF = 1_000;

    private final Sessions sessions;

    Consents(Sessions sessions) {
        this.sessions = sessions;
    }

    /** One word about one channel and purpose. */
    public record Word(Channel channel, Purpose purpose, boolean given, Instant at, String proof) {}

    /** Consent given by a claim, until the customer confirms it. */
    public record Awaited(Channel channel, Purpose purpose, Instant at) {}

    /**
     * Whether a message may leave, asked at the moment of sending and answered from the books, not from memory. Promotion needs
     * the customer's word; service may go unless he forbade it; see {@link ConsentState} for which word counts. Whoever was merged
     * into another since the decision is asked as that one.
     */
    public boolean allows(long customer, Channel channel, Purpose purpose) {
        return sessions.reading(session -> session.createSelectionQuery(
                "select new io.rapport.customer.Consents$Stated(c.given, c.at, e.identities, e.source, e.trust)"
                        + " from ConsentRow c join EventRow e on e.id = c.event"
                        + " where c.customer in :family and c.channel = :channel and c.purpose = :purpose",
                Stated.class)
                .setParameterList("family", Family.of(session, Family.root(session, customer)))
                .setParameter("channel", channel.word())
                .setParameter("purpose", purpose.word())
                .getResultList()
                .stream()
                .map(Stated::word)
                .map(ConsentState::of)
                .reduce((known, more) -> known.with(more.words().getFirst()))
                .map(ConsentState::given)
                .orElse(purpose == Purpose.SERVICE));
    }

    /** A word with what the log says of who said it. */
    record Stated(boolean given, Instant at, String identities, String source, @Nullable String trust) {

        ConsentState.Word word() {
            var by = Identity.speaker(Identities.read(identities));
            return new ConsentState.Word(given, at, "", trust == null ? Trust.ofSource(source) : Trust.ofWord(trust),
                    by == null ? "" : by.key());
        }
    }

    /** All his words, the latest first. */
    public List<Word> of(long customer) {
        return sessions.reading(session -> session.createSelectionQuery(
                "from ConsentRow where customer in :family order by at desc, given", ConsentRow.class)
                .setParameterList("family", Family.of(session, customer))
                .getResultList()
                .stream()
                .map(row -> new Word(
                        Channel.ofWord(row.channel), Purpose.ofWord(row.purpose), row.given, row.at, row.proof))
                .toList());
    }

    /** Consent that somebody was asked to confirm by a link and that no later word has settled, the latest first. */
    static List<Awaited> awaited(StatelessSession session, List<Long> family) {
        return session.createSelectionQuery(
                "from AwaitedConsentRow a where customer in :family and not exists (from ConsentRow c where c.customer in :family"
                        + " and c.channel = a.channel and c.purpose = a.purpose and c.at >= a.at) order by at desc",
                AwaitedConsentRow.class)
                .setParameterList("family", family)
                .getResultList()
                .stream()
                .map(row -> new Awaited(Channel.ofWord(row.channel), Purpose.ofWord(row.purpose), row.at))
                .toList();
    }

    /** The rows that one event adds; a form that says two things about one channel and purpose means the last. */
    static Collection<ConsentRow> statedBy(Entry entry) {
        var event = entry.noted();
        return switch (event.data()) {
            case EventData.Consent consent -> List.of(row(entry, consent));
            case EventData.Form form -> rows(entry, form);
            default -> List.of();
        };
    }

    private static ConsentRow row(Entry entry, EventData.Consent consent) {
        return new ConsentRow(
                entry, consent.channel(), consent.purpose(), isGiven(entry.noted()), proof(consent.proof()));
    }

    private static Collection<ConsentRow> rows(Entry entry, EventData.Form form) {
        var rows = new LinkedHashMap<ConsentRow.Key, ConsentRow>();
        for (var choice : form.consents()) {
            var row = new ConsentRow(entry, choice.channel(), choice.purpose(), choice.given(), proof(form.form()));
            rows.put(new ConsentRow.Key(row.event, row.channel, row.purpose), row);
        }
        return rows.values();
    }

    private static boolean isGiven(CustomerEvent event) {
        return event.is(EventTypes.CONSENT_GIVEN);
    }

    private static String proof(String proof) {
        return Text.atMost(LONGEST_PROOF, proof);
    }
}
