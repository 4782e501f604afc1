package io.rapport.engine.queue;

import jakarta.jms.JMSException;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;

/** Whose fault a failed batch is. Infrastructure spends no attempt of any event; an event at fault is found by halving. */
public enum Trouble {

    /** The same batch may pass later: database or broker out of reach, a lock not given, memory short. */
    INFRASTRUCTURE,

    /** The same batch will fail again: one of its events breaks a constraint or the code. */
    EVENT;

    /** SQL state classes of connection, transaction, resource and system failures; 22 and 23 (data, constraint) are not among them. */
    private static final Set<String> INFRASTRUCTURE_STATES = Set.of("08", "25", "40", "53", "55", "57", "58", "XX", "HY");

    /** H2 states of a closed, busy, unreadable or unwritable database. */
    private static final Set<String> CLOSED_STATES = Set.of(
            "90007", "90020", "90028", "90030", "90031", "90067", "90098", "90121", "90131");

    public static Trouble of(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (isInfrastructure(cause)) {
                return INFRASTRUCTURE;
            }
        }
        return EVENT;
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

    private static boolean isInfrastructure(Throwable cause) {
        return switch (cause) {
            case JMSException _ -> true;
            case SQLTransientException _ -> true;
            case SQLRecoverableException _ -> true;
            case SQLException sql -> isInfrastructure(sql.getSQLState());
            case TransientDataAccessException _ -> true;
            case RecoverableDataAccessException _ -> true;
            case DataAccessResourceFailureException _ -> true;
            case CannotCreateTransactionException _ -> true;
            case OutOfMemoryError _ -> true;
            default -> false;
        };
    }

    private static boolean isInfrastructure(@Nullable String state) {
        return state != null && state.length() == 5
                && (CLOSED_STATES.contains(state) || INFRASTRUCTURE_STATES.contains(state.substring(0, 2)));
    }
}
