package io.rapport.engine.queue;

import java.sql.SQLException;

import javax.sql.DataSource;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * What is done when events, or looks at customers, fail: the one place that says it. An outage of database or broker is waited
 * for as long as it lasts and costs no event anything. Everything else is bounded: what fails together is taken apart until one
 * is left, and one that goes on failing is set aside, so that it costs its own customer and nobody else.
 */
@Component
public final class FailurePolicy {

    private static final Logger LOG = LoggerFactory.getLogger(FailurePolicy.class);

    private static final int SECONDS_TO_ANSWER = 5;

    /** So often comes what needs locks or memory that are in other hands, before it is taken apart. */
    private static final int BUSY_TOGETHER = 3;

    /** And so often one alone: with growing pauses about half a minute. */
    private static final int BUSY_ALONE = 10;

    /** An event alone may have met another process that took in the same customer: the second time that one is there. */
    private static final int FAULTS_ALONE = 2;

    private final DataSource database;

    FailurePolicy(DataSource database) {
        this.database = database;
    }

    /** What to do next with what failed. */
    public enum Verdict {

        /** The same again, after a pause. */
        RETRY,

        /** Each half on its own: somebody in it spoils it for the others. */
        SPLIT,

        /** Set this one aside for people to look at, go on with the others. */
        PARK,

        /** Take nothing more: another engine is the one to do it. */
        STOP
    }

    /** The failures of one piece of work, from its first attempt on. */
    public final class Attempts {

        private final int size;

        private int busy;

        private int atFault;

        private Attempts(int size) {
            this.size = size;
        }

        /** What to do after this failure, by what it is and by how often it happened before. */
        public Verdict failed(Throwable failure) {
            return switch (trouble(failure)) {
                case OUTAGE -> Verdict.RETRY;
                case OUTDATED -> Verdict.STOP;
                case BUSY -> ++busy < (size > 1 ? BUSY_TOGETHER : BUSY_ALONE) ? Verdict.RETRY : apart();
                case EVENT -> ++atFault < (size > 1 ? 1 : FAULTS_ALONE) ? Verdict.RETRY : apart();
            };
        }

        private Verdict apart() {
            return size > 1 ? Verdict.SPLIT : Verdict.PARK;
        }
    }

    /** @param size how many events or customers are tried together */
    public Attempts of(int size) {
        return new Attempts(size);
    }

    /** Whether everything else would fail as well: then nobody is to be set aside for it. */
    public boolean isOutage(Throwable failure) {
        var kind = trouble(failure);
        return kind == Trouble.OUTAGE || kind == Trouble.OUTDATED;
    }

    /** A failure that looks like the event's own is none while the database does not answer. */
    private Trouble trouble(Throwable failure) {
        var kind = Trouble.of(failure);
        return kind == Trouble.EVENT && !answers() ? Trouble.OUTAGE : kind;
    }

    private boolean answers() {
        try (var connection = database.getConnection()) {
            return connection.isValid(SECONDS_TO_ANSWER);
        } catch (SQLException unreachable) {
            LOG.debug("The database does not answer: {}", Trouble.describe(unreachable));
            return false;
        }
    }
}
