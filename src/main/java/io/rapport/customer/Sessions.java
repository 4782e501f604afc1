package io.rapport.customer;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.util.List;
import java.util.function.Function;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;
import org.hibernate.dialect.sequence.SequenceSupport;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Hibernate sessions without a cache on the connection of the surrounding Spring transaction. A session opened on its own would
 * take another connection and commit apart from everything else.
 */
@Component
class Sessions {

    private static final int BATCH = 200;

    private static final int POSITIONS_A_BLOCK = 1 << 14;

    private final SessionFactory factory;
    private final EntityManager entities;
    private final SequenceSupport sequences;

    Sessions(EntityManagerFactory factory, EntityManager entities) {
        this.factory = factory.unwrap(SessionFactory.class);
        this.entities = entities;
        this.sequences = this.factory.unwrap(SessionFactoryImplementor.class).getJdbcServices().getDialect()
                .getSequenceSupport();
    }

    /** Runs inside the caller's transaction; without one nothing may be written. */
    <T extends @Nullable Object> T inTransaction(Function<StatelessSession, T> work) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("There is no transaction\nMaybe the caller forgot to open one.");
        }
        return onSharedConnection(work);
    }

    /** Reads, inside the caller's transaction if there is one. */
    <T extends @Nullable Object> T reading(Function<StatelessSession, T> work) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            return onSharedConnection(work);
        }
        return factory.fromStatelessSession(work);
    }

    /** Inserts in batches; an empty list touches nothing. */
    void insert(List<?> rows) {
        if (!rows.isEmpty()) {
            inTransaction(session -> {
                session.insertMultiple(rows);
                return rows.size();
            });
        }
    }

    /** Updates in batches and checks each version. */
    void update(List<?> rows) {
        if (!rows.isEmpty()) {
            inTransaction(session -> {
                session.updateMultiple(rows);
                return rows.size();
            });
        }
    }

    long nextBlockOfCustomers() {
        return next("customer_block");
    }

    /**
     * The first of so many consecutive positions in the log. One value of the sequence stands for a block of them: asked for while
     * the customers are locked, it keeps each one's events in order of arrival, whichever process takes them.
     */
    long nextPositions(int howMany) {
        var first = next("event_block");
        for (var blocks = 1; (long) blocks * POSITIONS_A_BLOCK < howMany; blocks++) {
            if (next("event_block") != first + blocks) {
                throw new TransientDataAccessResourceException(
                        "Another process took positions in between; the batch comes again");
            }
        }
        return first * POSITIONS_A_BLOCK;
    }

    private long next(String sequence) {
        return inTransaction(session -> session
                .createNativeQuery(sequences.getSequenceNextValString(sequence), Long.class)
                .getSingleResult());
    }

    /** It shares the transaction of the session that Spring has opened, without which nothing would be batched. */
    private <T extends @Nullable Object> T onSharedConnection(Function<StatelessSession, T> work) {
        var surrounding = entities.unwrap(Session.class);
        try (var session = surrounding.statelessWithOptions().connection().open()) {
            session.setJdbcBatchSize(BATCH);
            return work.apply(session);
        }
    }
}
