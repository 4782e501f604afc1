package io.rapport.engine.queue;

import java.sql.SQLException;

import com.zaxxer.hikari.SQLExceptionOverride;

/**
 * Tells the pool which connections are of no use any more. H2 that closed itself, as on a full disk, goes on saying that its
 * connections are valid, and as long as one of them is open, its file is locked and nobody can open the database again. Named in
 * {@code spring.datasource.hikari.exception-override-class-name}.
 */
public final class BrokenConnections implements SQLExceptionOverride {

    @java.lang.Override
    public Override adjudicate(SQLException failure) {
        return Trouble.of(failure) == Trouble.OUTAGE
                ? Override.MUST_EVICT
                : Override.CONTINUE_EVICT;
    }
}
