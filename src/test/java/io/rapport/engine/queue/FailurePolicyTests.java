package io.rapport.engine.queue;

import static io.rapport.engine.queue.FailurePolicy.Verdict.PARK;
import static io.rapport.engine.queue.FailurePolicy.Verdict.RETRY;
import static io.rapport.engine.queue.FailurePolicy.Verdict.SPLIT;
import static io.rapport.engine.queue.FailurePolicy.Verdict.STOP;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;

import io.rapport.customer.OutdatedMemoryException;
import io.rapport.engine.queue.FailurePolicy.Verdict;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;

class FailurePolicyTests {

    private static final Throwable OUTAGE = new DataAccessResourceFailureException("gone");
    private static final Throwable LOCKED = new SQLException("locked", "55P03");
    private static final Throwable BROKEN = new SQLException("a key", "23505");

    private final FailurePolicy policy = new FailurePolicy(database("jdbc:h2:mem:policy"));

    @Test
    void anOutageIsWaitedForAsLongAsItLasts() {
        assertThat(verdicts(1, OUTAGE, 1_000)).containsOnly(RETRY);
        assertThat(verdicts(200, OUTAGE, 1_000)).containsOnly(RETRY);
    }

    @Test
    void anEventAtFaultIsFoundByHalvingAndSetAsideAtTheSecondTime() {
        assertThat(verdicts(200, BROKEN, 1)).containsExactly(SPLIT);
        assertThat(verdicts(1, BROKEN, 2)).containsExactly(RETRY, PARK);
    }

    @Test
    void whatOthersHoldIsTriedAgainButNotForEver() {
        assertThat(verdicts(200, LOCKED, 3)).containsExactly(RETRY, RETRY, SPLIT);
        assertThat(verdicts(1, LOCKED, 10)).startsWith(RETRY).endsWith(PARK).filteredOn(PARK::equals).hasSize(1);
        assertThat(verdicts(1, new OutOfMemoryError("Java heap space"), 10)).endsWith(PARK);
    }

    @Test
    void anOutageInBetweenCostsNoAttempt() {
        var attempts = policy.of(1);

        assertThat(attempts.failed(BROKEN)).isEqualTo(RETRY);
        IntStream.range(0, 100).forEach(i -> assertThat(attempts.failed(OUTAGE)).isEqualTo(RETRY));
        assertThat(attempts.failed(BROKEN)).isEqualTo(PARK);
    }

    @Test
    void nothingIsAnEventsFaultWhileTheDatabaseDoesNotAnswer() {
        var unreachable = new FailurePolicy(database("jdbc:h2:tcp://localhost:1/nowhere"));

        assertThat(unreachable.of(1).failed(new IllegalStateException("no idea"))).isEqualTo(RETRY);
        assertThat(unreachable.of(200).failed(BROKEN)).isEqualTo(RETRY);
        assertThat(unreachable.isOutage(BROKEN)).isTrue();
    }

    @Test
    void anOlderEngineLeavesTheEventsToTheNewerOne() {
        var foreign = new OutdatedMemoryException(99, 9);

        assertThat(policy.of(200).failed(foreign)).isEqualTo(STOP);
        assertThat(policy.of(1).failed(foreign)).isEqualTo(STOP);
    }

    private List<Verdict> verdicts(int size, Throwable failure, int times) {
        var attempts = policy.of(size);
        return IntStream.range(0, times).mapToObj(i -> attempts.failed(failure)).toList();
    }

    private static JdbcDataSource database(String url) {
        var database = new JdbcDataSource();
        database.setURL(url);
        return database;
    }
}
