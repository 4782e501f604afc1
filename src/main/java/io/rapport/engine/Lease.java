package io.rapport.engine;

import java.time.Duration;
import java.util.UUID;

import io.rapport.engine.queue.Trouble;
import jakarta.persistence.EntityManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Turns at work that only one of several engines does at a time. A turn ends by itself, so that another engine goes on where a
 * dead one stopped; when, only the database's clock says. Each call commits on its own.
 *
 * <p>A turn keeps two engines from doing the same work, not from harm: who was asleep beyond the end of his turn does not know it.
 * What is done under it has to bear being done twice.
 */
@Component
public final class Lease {

    private static final Duration LONGEST = Duration.ofMinutes(10);

    /** A turn that ends later than any lasts was given before the database's clock was set back; it is over. */
    private static final String LASTS = "leased_until > current_timestamp "
            + "and leased_until <= current_timestamp + interval '" + LONGEST.toSeconds() + "' second";

    private final String owner = UUID.randomUUID().toString();
    private final EntityManager entities;
    private final TransactionTemplate own;

    Lease(EntityManager entities, PlatformTransactionManager transactions) {
        this.entities = entities;
        this.own = new TransactionTemplate(transactions);
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * Takes a turn, or makes one's own last this long from now.
     *
     * @param work what it is for, for instance {@code sweep}
     * @param length whole seconds, at least one, at most ten minutes
     * @return false while it is another engine's turn
     */
    public boolean take(String work, Duration length) {
        var end = "current_timestamp + interval '" + Math.clamp(length.toSeconds(), 1, LONGEST.toSeconds()) + "' second";
        return changes("update lease set owner = :owner, leased_until = " + end
                + " where name = :name and (owner = :owner or not (" + LASTS + "))", work)
                || begins("insert into lease (name, owner, leased_until) select :name, :owner, " + end
                        + " where not exists (select 1 from lease where name = :name)", work);
    }

    /** Ends one's own turn before its time; nothing to do when it is another's. */
    public void release(String work) {
        changes("delete from lease where name = :name and owner = :owner", work);
    }

    /** Whether it is somebody's turn now, be it one's own. */
    public boolean isTaken(String work) {
        return own.execute(status -> !entities.createNativeQuery(
                "select 1 from lease where name = :name and " + LASTS, Integer.class)
                .setParameter("name", work)
                .getResultList().isEmpty());
    }

    /** Two engines that have both never seen the work may begin at once: the key lets one of them through. */
    private boolean begins(String statement, String work) {
        try {
            return changes(statement, work);
        } catch (RuntimeException trouble) {
            if (Trouble.of(trouble).isPassing()) {
                throw trouble;
            }
            return false;
        }
    }

    private boolean changes(String statement, String work) {
        return own.execute(status -> entities.createNativeQuery(statement)
                .setParameter("name", work)
                .setParameter("owner", owner)
                .executeUpdate() == 1);
    }
}
