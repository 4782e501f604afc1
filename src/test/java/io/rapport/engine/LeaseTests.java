package io.rapport.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import javax.sql.DataSource;

import io.rapport.Postgres;
import jakarta.persistence.EntityManager;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.transaction.PlatformTransactionManager;

class LeaseTests {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private static final Duration LONG = Duration.ofMinutes(5);

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgres"})
    void oneOfTwoEnginesHasTheTurnWhateverTheirClocksSay(String database) throws Exception {
        try (var books = books(database)) {
            var one = lease(books);
            var other = lease(books);
            assertThat(one.take("work", LONG)).isTrue();

            books.moveTo(NOON.plus(Duration.ofDays(1)));
            assertThat(other.take("work", LONG)).isFalse();
            books.moveTo(NOON.minus(Duration.ofDays(1)));
            assertThat(other.take("work", LONG)).isFalse();
            assertThat(other.isTaken("work")).isTrue();
            assertThat(one.take("work", LONG)).as("one's own").isTrue();

            one.release("work");
            assertThat(other.take("work", LONG)).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgres"})
    void aTurnThatWasGivenBeforeTheDatabasesClockWasSetBackIsOver(String database) throws Exception {
        try (var books = books(database)) {
            assertThat(lease(books).take("work", LONG)).isTrue();

            endsIn(books, "+ interval '1' day");
            assertThat(lease(books).isTaken("work")).isFalse();
            assertThat(lease(books).take("work", LONG)).isTrue();
            endsIn(books, "- interval '1' second");
            assertThat(lease(books).take("work", LONG)).as("it has ended").isTrue();
        }
    }

    private Transactions books(String database) {
        return database.equals("h2") ? new Transactions(directory, NOON)
                : new Transactions(directory, NOON, Map.of("rapport.publishing.features", "no-features",
                        "spring.datasource.url", Postgres.newDatabase(), "spring.datasource.username", "postgres"));
    }

    private static Lease lease(Transactions books) {
        return new Lease(books.get(EntityManager.class), books.get(PlatformTransactionManager.class));
    }

    private static void endsIn(Transactions books, String difference) throws SQLException {
        try (var connection = books.get(DataSource.class).getConnection(); var statement = connection.createStatement()) {
            statement.execute("update lease set leased_until = current_timestamp " + difference);
        }
    }
}
