package io.rapport.customer;

import io.rapport.facts.Identity;
import io.rapport.facts.Memory;
import java.text.Normalizer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds customers by identity, name, number or standing. Reads only, needs no transaction. */
@Component
public final class CustomerSearch {

    private static final long NOBODY = -1;

    private final Sessions sessions;

    CustomerSearch(Sessions sessions) {
        this.sessions = sessions;
    }

    /**
     * One line of a list.
     *
     * @param name null where none is known
     * @param standing what the latest decision concluded, by concept
     * @param latest when the newest event was, null before the first
     */
    public record Line(
            long id,
            @Nullable String name,
            Map<String, List<String>> standing,
            @Nullable Instant latest,
            @Nullable Instant nextReview) {}

    /** By what a list is sorted; who has no such value comes last. */
    public enum Order {
        NUMBER("c.id"),
        NAME("c.name"),
        NEXT_REVIEW("c.nextReviewAt");

        private final String column;

        Order(String column) {
            this.column = column;
        }
    }

    /** The customer who owns an identity, or the one he was merged into; null if nobody owns it. */
    public @Nullable Long find(Identity identity) {
        return sessions.reading(session -> {
            var row = session.get(IdentityRow.class, identity.key());
            return row == null ? null : root(session, row.customer);
        });
    }

    /**
     * Customers whose number is this text, whose name contains it, or with an identity that begins with it, in whatever capitals
     * and characters it is written; those who are known by just this come first, then in the order of their numbers. All customers
     * for an empty text. Whoever was merged is found as the one who stands for him.
     *
     * @param page counted from 0
     */
    public List<Line> search(String text, int page, int size) {
        return search(text, List.of(), Order.NUMBER, false, page, size);
    }

    /**
     * The same in another order.
     *
     * @param meant what the text may be as an identity: a telephone as people write it
     */
    public List<Line> search(String text, Collection<Identity> meant, Order order, boolean descending, int page, int size) {
        var sought = Text.sought(text);
        return sessions.reading(session -> {
            var nearest = sought.isEmpty() ? List.of(NOBODY) : nearest(session, text, meant);
            return session.createSelectionQuery(
                    "from CustomerRow c where c.mergedInto is null and (:sought = '' or c.id in (:nearest)"
                            + " or c.name like concat('%', :pattern, '%') escape '!' or c.id in ("
                            + "select coalesce(p.mergedInto, m.mergedInto, m.id) from CustomerRow m"
                            + " left join CustomerRow p on p.id = m.mergedInto where"
                            + " m.id in (select i.customer from IdentityRow i where " + startsWith("i.sought") + ")"
                            + " or m.id in (select s.customer from SharedIdentityRow s where " + startsWith("s.identity")
                            + "))) order by "
                            + (order == Order.NUMBER && !descending ? "case when c.id in (:nearest) then 0 else 1 end, " : "")
                            + order.column + (descending ? " desc" : "") + " nulls last, c.id",
                    CustomerRow.class)
                    .setParameter("sought", sought)
                    .setParameter("pattern", escaped(sought))
                    .setParameterList("nearest", nearest)
                    .setFirstResult(page * size)
                    .setMaxResults(size)
                    .getResultList()
                    .stream()
                    .map(CustomerSearch::line)
                    .toList();
        });
    }

    /** Whose number it is, and who is known by just this. */
    private static List<Long> nearest(StatelessSession session, String text, Collection<Identity> meant) {
        var written = Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\p{Cntrl}", "").strip();
        var keys = new HashSet<String>();
        meant.forEach(identity -> keys.add(identity.key()));
        for (var kind : Identity.Kind.values()) {
            keys.add(kind.word() + ":" + written);
        }
        var found = new ArrayList<>(List.of(number(written)));
        session.createSelectionQuery("select customer from IdentityRow where key in :keys", Long.class)
                .setParameterList("keys", keys).getResultList().forEach(customer -> found.add(root(session, customer)));
        return found;
    }

    /** Customers whose latest decision concluded a value, for instance tier gold, in the order of their numbers. */
    public List<Line> withValue(String concept, String value, int page, int size) {
        return sessions.reading(session -> session.createSelectionQuery(
                "from CustomerRow where mergedInto is null and concat('\n', standing) like :line escape '!' order by id",
                CustomerRow.class)
                .setParameter("line", "%\n" + escaped(concept + "=" + value) + "\n%")
                .setFirstResult(page * size)
                .setMaxResults(size)
                .getResultList()
                .stream()
                .map(CustomerSearch::line)
                .toList());
    }

    /** The same with what is remembered of each, the first so many. */
    public List<Remembered> remembered(String concept, String value, int size) {
        return sessions.reading(session -> session.createSelectionQuery(
                "from CustomerRow where mergedInto is null and concat('\n', standing) like :line escape '!' order by id",
                CustomerRow.class)
                .setParameter("line", "%\n" + escaped(concept + "=" + value) + "\n%")
                .setMaxResults(size)
                .getResultList()
                .stream()
                .map(row -> new Remembered(line(row), MemoryCodec.read(row.memory)))
                .toList());
    }

    /** One line of a list with the memory behind it. */
    public record Remembered(Line line, Memory memory) {}

    /** Names by customer; who has told none, or does not exist, is not in the answer. */
    public Map<Long, String> names(Collection<Long> customers) {
        if (customers.isEmpty()) {
            return Map.of();
        }
        return sessions.reading(session -> session.createSelectionQuery("from CustomerRow where id in :ids", CustomerRow.class)
                .setParameterList("ids", customers)
                .getResultList()
                .stream()
                .map(CustomerSearch::line)
                .filter(line -> line.name != null)
                .collect(Collectors.toMap(Line::id, line -> Objects.requireNonNull(line.name))));
    }

    /** The key begins with the kind, so one range of the index for each kind. */
    private static String startsWith(String column) {
        var conditions = new StringBuilder();
        for (var kind : Identity.Kind.values()) {
            conditions.append(conditions.isEmpty() ? "" : " or ")
                    .append(column).append(" like concat('").append(kind.word()).append(":', :pattern, '%') escape '!'");
        }
        return conditions.toString();
    }

    private static long number(String text) {
        return text.matches("[0-9]{1,18}") ? Long.parseLong(text) : NOBODY;
    }

    private static String escaped(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }

    private static long root(StatelessSession session, long customer) {
        var row = session.get(CustomerRow.class, customer);
        while (row != null && row.mergedInto != null) {
            row = session.get(CustomerRow.class, row.mergedInto);
        }
        return row == null ? customer : row.id;
    }

    private static Line line(CustomerRow row) {
        var memory = MemoryCodec.read(row.memory);
        return new Line(row.id, memory.traits().get("name"), Standing.read(row.standing), memory.latest(), row.nextReviewAt);
    }
}
