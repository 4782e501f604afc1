package io.rapport.customer;

import io.rapport.facts.CustomerEvent;
import io.rapport.facts.Decision;
import io.rapport.facts.Identity;
import io.rapport.facts.Memory;
import io.rapport.facts.Trust;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What people read about customers: one by one, page by page. Reads only, needs no transaction. */
@Component
public final class CustomerFile {

    private final Sessions sessions;

    CustomerFile(Sessions sessions) {
        this.sessions = sessions;
    }

    /**
     * One customer.
     *
     * @param standing what the latest decision concluded about him, by concept
     * @param identities his own and those of the customers merged into him
     * @param mergedFrom who was merged into him
     * @param mergedInto of whom he is a part, null if he stands for himself
     * @param erasedAt when his data was erased, null if it was not
     * @param awaited consent that he was asked to confirm
     */
    public record Card(
            long id,
            Memory memory,
            Map<String, List<String>> standing,
            @Nullable Instant nextReview,
            List<Identity> identities,
            List<Long> mergedFrom,
            @Nullable Long mergedInto,
            @Nullable Instant erasedAt,
            List<Consents.Awaited> awaited) {

        /** Somebody who was asked nothing. */
        public Card(
                long id, Memory memory, Map<String, List<String>> standing, @Nullable Instant nextReview,
                List<Identity> identities, List<Long> mergedFrom, @Nullable Long mergedInto, @Nullable Instant erasedAt) {
            this(id, memory, standing, nextReview, identities, mergedFrom, mergedInto, erasedAt, List.of());
        }
    }

    /**
     * How an identity came to its owner.
     *
     * @param event that named it, null for those of before this was noted
     * @param alone whether its owner is known by nothing else
     */
    public record Joined(Identity identity, @Nullable String event, @Nullable Instant at, boolean claimed, boolean alone) {}

    /** How each identity of a customer, and of those merged into him, came to its owner; those he shares with others are not his. */
    public List<Joined> joined(long customer) {
        return sessions.reading(session -> {
            var rows = session.createSelectionQuery("from IdentityRow where customer in :family", IdentityRow.class)
                    .setParameterList("family", Family.of(session, customer)).getResultList();
            return rows.stream().map(row -> new Joined(Identity.ofKey(row.key), row.joinedBy, row.joinedAt,
                    Trust.CLAIMED.word().equals(row.trust),
                    rows.stream().filter(other -> other.customer == row.customer).count() == 1)).toList();
        });
    }

    /**
     * One event of the log with what was decided about it; the customer is null for an anonymous event.
     *
     * @param corrected whether the same order was told anew since: this counts no more
     */
    public record Item(
            long position, @Nullable Long customer, CustomerEvent event, Instant receivedAt, @Nullable Decision decision,
            boolean corrected) {}

    /** Everything on one page; null if there is no such customer. */
    public @Nullable Card card(long customer) {
        return sessions.reading(session -> {
            var row = session.get(CustomerRow.class, customer);
            if (row == null) {
                return null;
            }
            var family = Family.of(session, customer);
            var memory = MemoryCodec.read(row.memory);
            var standing = Standing.read(row.standing);
            return new Card(
                    row.id, memory, standing, row.nextReviewAt, identities(session, family), family.subList(1, family.size()),
                    row.mergedInto, row.erasedAt, Consents.awaited(session, family));
        });
    }

    /** Identities by customer: his own and those merged into him. */
    public Map<Long, List<Identity>> identities(Collection<Long> customers) {
        return sessions.reading(session -> {
            var found = new HashMap<Long, List<Identity>>();
            customers.forEach(customer -> found.put(customer, identities(session, Family.of(session, customer))));
            return found;
        });
    }

    /** By what he and nobody else is recognised, without what he only says: the strongest first, his own address last. */
    public List<Identity> believed(long customer) {
        return sessions.reading(session -> session.createSelectionQuery(
                "from IdentityRow where customer in :family", IdentityRow.class)
                .setParameterList("family", Family.of(session, customer))
                .getResultList()
                .stream()
                .filter(row -> !Trust.CLAIMED.word().equals(row.trust) || Identity.ofKey(row.key).kind() == Identity.Kind.EMAIL)
                .map(row -> Identity.ofKey(row.key))
                .sorted(Identity.STRONGEST_FIRST)
                .toList());
    }

    /** What happened to a customer, the newest first; pages count from 0. */
    public List<Item> timeline(long customer, int page, int size) {
        return sessions.reading(session -> items(session, session.createSelectionQuery(
                "from EventRow where customer in :family order by position desc", EventRow.class)
                .setParameterList("family", Family.of(session, customer))
                .setFirstResult(page * size)
                .setMaxResults(size)
                .getResultList()));
    }

    /** What happened last to anybody, the newest first. */
    public List<Item> latest(int size) {
        return sessions.reading(session -> items(session, session.createSelectionQuery(
                "from EventRow order by position desc", EventRow.class)
                .setMaxResults(size)
                .getResultList()));
    }

    /** Decisions about a customer, the newest first. */
    public List<Decision> decisions(long customer, int page, int size) {
        return sessions.reading(session -> {
            var rows = session.createSelectionQuery(
                    "from EventRow e where customer in :family and exists (from DecisionRow d where d.position = e.position)"
                            + " order by position desc",
                    EventRow.class)
                    .setParameterList("family", Family.of(session, customer))
                    .setFirstResult(page * size)
                    .setMaxResults(size)
                    .getResultList();
            return items(session, rows).stream().map(Item::decision).filter(Objects::nonNull).toList();
        });
    }

    /** The latest decision about a customer that was made before a moment, null if there is none. */
    public @Nullable Decision decisionBefore(long customer, Instant moment) {
        return sessions.reading(session -> {
            var rows = session.createSelectionQuery(
                    "from EventRow e where customer in :family and exists (from DecisionRow d where d.position = e.position"
                            + " and d.at < :moment) order by position desc",
                    EventRow.class)
                    .setParameterList("family", Family.of(session, customer))
                    .setParameter("moment", moment)
                    .setMaxResults(1)
                    .getResultList();
            return items(session, rows).stream().map(Item::decision).filter(Objects::nonNull).findFirst().orElse(null);
        });
    }

    /** One event with its decision, null if it is not in the log. */
    public @Nullable Item event(String eventId) {
        return sessions.reading(session -> {
            var rows = session.createSelectionQuery("from EventRow where id = :id", EventRow.class)
                    .setParameter("id", eventId)
                    .getResultList();
            return rows.isEmpty() ? null : items(session, rows).getFirst();
        });
    }

    private static List<Item> items(StatelessSession session, List<EventRow> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        var decisions = new HashMap<Long, DecisionRow>();
        session.createSelectionQuery("from DecisionRow where position in :positions", DecisionRow.class)
                .setParameterList("positions", rows.stream().map(row -> row.position).toList())
                .getResultList()
                .forEach(decision -> decisions.put(decision.position, decision));
        var items = new ArrayList<Item>(rows.size());
        for (var row : rows) {
            var decision = decisions.get(row.position);
            items.add(new Item(
                    row.position, row.customer, row.event(), row.receivedAt, decision == null ? null : decision.decision(row),
                    row.supersededBy != null));
        }
        return items;
    }

    /**
     * The strongest first; of one kind those that are believed most, of those the one he was known by first, so that nobody is
     * written to elsewhere because a later record named another address; those that he shares with others last.
     */
    private static List<Identity> identities(StatelessSession session, List<Long> family) {
        var own = session.createSelectionQuery("from IdentityRow where customer in :family", IdentityRow.class)
                .setParameterList("family", family)
                .getResultList()
                .stream()
                .sorted(Comparator.comparing((IdentityRow row) -> Trust.CLAIMED.word().equals(row.trust))
                        .thenComparing(row -> row.joinedAt, Comparator.nullsFirst(Comparator.naturalOrder()))
                        .thenComparing(row -> row.key))
                .map(row -> Identity.ofKey(row.key));
        var shared = session.createSelectionQuery(
                "select identity from SharedIdentityRow where customer in :family order by identity", String.class)
                .setParameterList("family", family)
                .getResultList()
                .stream()
                .map(Identity::ofKey);
        return Stream.concat(own, shared).distinct().sorted(Comparator.comparing(Identity::kind)).toList();
    }
}
