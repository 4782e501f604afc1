package io.rapport.action;

import java.util.function.Consumer;
import java.util.function.Function;

import org.hibernate.Session;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

import jakarta.persistence.EntityManager;

/** Hibernate without a persistence context, on the connection of the surrounding transaction. */
@Component
final class Rows {

    private final EntityManager entities;
    private final TransactionTemplate own;
    private final TransactionTemplate callers;

    Rows(EntityManager entities, PlatformTransactionManager transactions) {
        this.entities = entities;
        this.own = new TransactionTemplate(transactions);
        this.callers = new TransactionTemplate(transactions);
        callers.setPropagationBehavior(TransactionDefinition.PROPAGATION_MANDATORY);
    }

    /** Joins the transaction of the caller, or has one of its own. */
    <T extends @Nullable Object> T read(Function<StatelessSession, T> work) {
        return own.execute(status -> opened(work));
    }

    /** The same without a result. */
    void change(Consumer<StatelessSession> work) {
        own.executeWithoutResult(status -> opened(session -> {
            work.accept(session);
            return true;
        }));
    }

    /** Only inside the transaction of the caller; fails when there is none. */
    void changeInCallersTransaction(Consumer<StatelessSession> work) {
        callers.executeWithoutResult(status -> opened(session -> {
            work.accept(session);
            return true;
        }));
    }

    private <T extends @Nullable Object> T opened(Function<StatelessSession, T> work) {
        try (StatelessSession session = entities.unwrap(Session.class).statelessWithOptions().connection().open()) {
            return work.apply(session);
        }
    }
}
