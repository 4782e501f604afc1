package io.rapport.engine.queue;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.sql.SQLTransientException;
import java.util.ArrayList;
import java.util.Set;

import io.rapport.customer.OutdatedMemoryException;
import jakarta.jms.JMSException;
import jakarta.persistence.LockTimeoutException;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PessimisticLockException;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;
import org.hibernate.StaleStateException;
import org.hibernate.TransactionException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;

/** What kind of failure it is: who is at fault, and what else would fail as well. What is done about it, {@link FailurePolicy} says. */
public enum Trouble {

    /** Database or broker out of reach, closed, full or only readable: nobody's fault, and everything else fails as well. */
    OUTAGE,

    /** What it needs is in other hands: a lock, a newer version of the row, memory. As a rule it passes; of some it never does. */
    BUSY,

    /** The same will fail again: something in it breaks a constraint or the code. */
    EVENT,

    /** A newer engine writes into the same database what this one cannot read. */
    OUTDATED;

    /** Connections, resources, an operator who shuts down, the system, the file system; a standby takes no writes. */
    private static final Set<String> OUTAGE_STATES = Set.of("08", "25006", "53", "57P", "58",
            // H2: closed, in other hands, unreadable, unwritable, shutting down, read only, not there, for one user alone
            "90007", "90020", "90028", "90030", "90031", "90067", "90097", "90098", "90121", "90135", "90146");

    /** Locks not given, deadlocks, serialisation, statements cancelled, memory of the database. */
    private static final Set<String> BUSY_STATES = Set.of("40", "53200", "55", "57014", "25P03", "HYT",
            // H2: updated by others, memory
            "90131", "90108");

    /** The file of H2 cannot be read or written, is closed, of another format, corrupt or in other hands. */
    private static final Set<Integer> BROKEN_STORE = Set.of(DataUtils.ERROR_READING_FAILED, DataUtils.ERROR_WRITING_FAILED,
            DataUtils.ERROR_CLOSED, DataUtils.ERROR_UNSUPPORTED_FORMAT, DataUtils.ERROR_FILE_CORRUPT,
            DataUtils.ERROR_FILE_LOCKED);

    /** What the driver could not send is the event's, though it is told as a matter of the connection. */
    private static final Set<String> EVENT_STATES = Set.of("08P01");

    /** What a database says by its state goes before what the classes around it say. */
    public static Trouble of(Throwable failure) {
        var causes = new ArrayList<Throwable>();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            causes.add(cause);
        }
        return causes.stream().map(Trouble::byState).filter(kind -> kind != EVENT).findFirst()
                .orElseGet(() -> causes.stream().map(Trouble::byClass).filter(kind -> kind != EVENT).findFirst().orElse(EVENT));
    }

    /** Whether the same may pass later, untouched. */
    public boolean isPassing() {
        return this != EVENT;
    }

    /** What happened, without messages: those of a database hold the values of the row. */
    public static String describe(Throwable failure) {
        StringBuilder text = new StringBuilder();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            text.append(text.isEmpty() ? "" : " <- ").append(cause.getClass().getSimpleName());
            if (cause instanceof SQLException sql) {
                text.append(" [").append(sql.getSQLState()).append(']');
            }
        }
        for (StackTraceElement frame : failure.getStackTrace()) {
            if (frame.getClassName().startsWith("io.rapport.")) {
                return text.append(" at ").append(frame.getClassName().replaceFirst(".*\\.", "")).append(':')
                        .append(frame.getLineNumber()).toString();
            }
        }
        return text.toString();
    }

    private static Trouble byState(Throwable cause) {
        return switch (cause) {
            case SQLException sql -> byState(sql.getSQLState());
            case MVStoreException store when BROKEN_STORE.contains(store.getErrorCode()) -> OUTAGE;
            default -> EVENT;
        };
    }

    private static Trouble byClass(Throwable cause) {
        return switch (cause) {
            case OutdatedMemoryException _ -> OUTDATED;
            case JMSException _ -> OUTAGE;
            case SQLTransientConnectionException _ -> OUTAGE;
            case SQLNonTransientConnectionException _ -> OUTAGE;
            case SQLRecoverableException _ -> OUTAGE;
            case SQLTransientException _ -> BUSY;
            // neither committed nor rolled back: the connection was taken away, and what led to it is not told. A database that
            // is going looks the same as one that ended a single connection, and an event must not be blamed for the first
            case TransactionException _ -> OUTAGE;
            case CannotCreateTransactionException _ -> OUTAGE;
            case DataAccessResourceFailureException _ -> OUTAGE;
            case RecoverableDataAccessException _ -> OUTAGE;
            case TransientDataAccessException _ -> BUSY;
            case OptimisticLockException _ -> BUSY;
            case PessimisticLockException _ -> BUSY;
            case LockTimeoutException _ -> BUSY;
            case StaleStateException _ -> BUSY;
            case OutOfMemoryError _ -> BUSY;
            default -> EVENT;
        };
    }

    /** By the longest part of the state that is known. */
    private static Trouble byState(@Nullable String state) {
        for (var known = state; known != null && known.length() > 1; known = known.substring(0, known.length() - 1)) {
            if (EVENT_STATES.contains(known)) {
                return EVENT;
            }
            if (BUSY_STATES.contains(known)) {
                return BUSY;
            }
            if (OUTAGE_STATES.contains(known)) {
                return OUTAGE;
            }
        }
        return EVENT;
    }
}
