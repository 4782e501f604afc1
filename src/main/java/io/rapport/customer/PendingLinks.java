package io.rapport.customer;

import io.rapport.facts.Identity;
import io.rapport.facts.Trust;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who says of which identity that it is his, until a person decides; what was decided stays. */
@Component
public final class PendingLinks {

    private final Sessions sessions;

    PendingLinks(Sessions sessions) {
        this.sessions = sessions;
    }

    /**
     * One that waits.
     *
     * @param customer who says so, or the one he was merged into
     * @param claimed the number he was given when he said so
     * @param owner whose it is known to be; null if nobody's
     */
    public record Pending(
            long customer, long claimed, Identity identity, @Nullable Long owner, String source, Instant claimedAt) {}

    /** Those that nobody has decided, the oldest first; pages count from 0. Two who are one already wait for nothing. */
    public List<Pending> open(int page, int size) {
        return sessions.reading(session -> session.createSelectionQuery(
                "from PendingLinkRow where decidedAt is null order by claimedAt, customer, identity", PendingLinkRow.class)
                .setFirstResult(page * size)
                .setMaxResults(size)
                .getResultList()
                .stream()
                .map(row -> {
                    var owner = session.get(IdentityRow.class, row.identity);
                    return new Pending(
                            Family.root(session, row.customer), row.customer, Identity.ofKey(row.identity),
                            owner == null ? null : Family.root(session, owner.customer), row.source, row.claimedAt);
                })
                .filter(pending -> pending.owner == null || pending.owner != pending.customer)
                .toList());
    }

    /** How many wait. */
    public long count() {
        return sessions.reading(session -> session.createSelectionQuery(
                "select count(*) from PendingLinkRow where decidedAt is null", Long.class).getSingleResult());
    }

    /**
     * Notes what somebody decided. An identity that nobody owns becomes the claimant's when it is accepted.
     *
     * @return whose the identity is known to be, null if nobody's
     * @throws IllegalArgumentException if nothing waits there
     */
    public @Nullable Long decide(long claimed, Identity identity, boolean accepted, String who, Instant now) {
        return sessions.inTransaction(session -> {
            var row = session.get(PendingLinkRow.class, new PendingLinkRow.Key(claimed, identity.key()));
            if (row == null || row.decidedAt != null) {
                throw new IllegalArgumentException("Nothing waits here\nMaybe somebody decided it before you.");
            }
            row.decidedAt = now.truncatedTo(ChronoUnit.MILLIS);
            row.accepted = accepted;
            row.decidedBy = Text.atMost(200, who);
            session.update(row);
            var owner = session.get(IdentityRow.class, identity.key());
            if (owner == null && accepted) {
                session.insert(new IdentityRow(identity.key(), claimed, Trust.VERIFIED, row.event));
            }
            return owner == null ? null : Family.root(session, owner.customer);
        });
    }
}
