package io.rapport.customer;

import jakarta.persistence.EntityManagerFactory;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Hibernate sessions without a cache on the connection of the surrounding Spring transaction. A session opened on its own would
 * take another connection and commit apart from everything else.
 */
@Component
class Sessions {

    private static final int BATCH = 200;

    private final SessionFactory factory;
    private final DataSource dataSource;
    private final String nextBlock;

    Sessions(EntityManagerFactory factory, DataSource dataSource) {
        this.factory = factory.unwrap(SessionFactory.class);
        this.dataSource = dataSource;
        this.nextBlock = this.factory
                .unwrap(org.hibernate.engine.spi.SessionFactoryImplementor.class)
                .getJdbcServices()
                .getDialect()
                .getSequenceSupport()
                .getSequenceNextValString("customer_block");
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
        return inTransaction(session -> session.createNativeQuery(nextBlock, Long.class).getSingleResult());
    }

    private <T extends @Nullable Object> T onSharedConnection(Function<StatelessSession, T> work) {
        var connection = DataSourceUtils.getConnection(dataSource);
        try (var session = factory.withStatelessOptions().connection(connection).openStatelessSession()) {
            session.setJdbcBatchSize(BATCH);
            return work.apply(session);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }
}
