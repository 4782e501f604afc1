package io.rapport.engine.queue;

import static io.rapport.engine.queue.Trouble.BUSY;
import static io.rapport.engine.queue.Trouble.EVENT;
import static io.rapport.engine.queue.Trouble.OUTAGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Stream;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import io.rapport.Postgres;
import jakarta.persistence.EntityManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What Hibernate, the pool, H2 and PostgreSQL really throw, through the transactions that the engine uses. */
class RealFailuresTests {

    enum Database {
        H2,
        POSTGRES
    }

    @TempDir
    Path directory;

    private ConfigurableApplicationContext room;

    @EntityScan("io.rapport.engine.queue")
    @ImportAutoConfiguration({DataSourceAutoConfiguration.class, TransactionAutoConfiguration.class,
            HibernateJpaAutoConfiguration.class, FlywayAutoConfiguration.class})
    static class Room {

        @Bean
        ParkedEvents parked(EntityManager entities, PlatformTransactionManager transactions) {
            return new ParkedEvents(entities, transactions, Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
        }
    }

    @AfterEach
    void close() {
        room.close();
    }

    @ParameterizedTest
    @EnumSource
    void aSecondRowOfAKeyIsTheEventsFault(Database database) {
        open(database);
        write("1", "reason");

        assertThat(Trouble.of(failing(entities -> entities.persist(row("1", "reason"))))).isEqualTo(EVENT);
    }

    @ParameterizedTest
    @EnumSource
    void whatDoesNotFitIntoItsColumnIsTheEventsFault(Database database) {
        open(database);

        assertThat(Trouble.of(failing(entities -> entities.persist(row("x".repeat(300), "reason"))))).isEqualTo(EVENT);
        assertThat(Trouble.of(failing(sql("insert into parked_identity (position, identity_digest) values (4711, 'x')"))))
                .as("a reference to nothing").isEqualTo(EVENT);
        assertThat(Trouble.of(failing(sql("insert into parked_event (event_id, event, parked_at) values (null, null, null)"))))
                .as("a value that is missing").isEqualTo(EVENT);
    }

    @Test
    void aCharacterThatNoDatabaseKeepsIsTheEventsFault() {
        open(Database.POSTGRES);

        assertThat(Trouble.of(failing(entities -> entities.persist(row("1", "no\0text"))))).isEqualTo(EVENT);
    }

    @ParameterizedTest
    @EnumSource
    void aLockThatIsNotGivenIsNobodysFault(Database database) throws Exception {
        open(database);
        write("1", "reason");

        try (var other = room.getBean(DataSource.class).getConnection(); var statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.executeQuery("select * from parked_event for update");
            var failure = failing(entities -> {
                sql(database == Database.H2 ? "set lock_timeout 20" : "set local lock_timeout = '20ms'").accept(entities);
                sql("update parked_event set reason = 'other'").accept(entities);
            });

            assertThat(Trouble.of(failure)).as(Trouble.describe(failure)).isEqualTo(BUSY);
            other.rollback();
        }
    }

    @ParameterizedTest
    @EnumSource
    void oneOfTwoThatWaitForOneAnotherIsNobodysFault(Database database) {
        open(database);
        write("1", "reason");
        write("2", "reason");

        try (var both = Executors.newVirtualThreadPerTaskExecutor()) {
            var locked = new CountDownLatch(2);
            var one = both.submit(() -> catchThrowable(() -> crosswise("1", "2", locked)));
            var other = both.submit(() -> catchThrowable(() -> crosswise("2", "1", locked)));

            var failures = Stream.of(one, other).map(RealFailuresTests::result).flatMap(Stream::ofNullable).toList();
            assertThat(failures).isNotEmpty()
                    .allSatisfy(failure -> assertThat(Trouble.of(failure)).as(Trouble.describe(failure)).isEqualTo(BUSY));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aRowThatSomebodyElseTookAwayIsNobodysFault(Database database) {
        open(database);
        write("1", "reason");

        var failure = failing(entities -> {
            var row = entities.createQuery("select p from ParkedRow p", ParkedRow.class).getSingleResult();
            sql("delete from parked_event").accept(entities);
            row.reason = "another";
        });

        assertThat(Trouble.of(failure)).as(Trouble.describe(failure)).isEqualTo(BUSY);
    }

    @ParameterizedTest
    @EnumSource
    void aPoolThatHasNoneLeftOrIsClosedIsAnOutage(Database database) throws Exception {
        open(database);
        var pool = room.getBean(HikariDataSource.class);
        pool.setConnectionTimeout(250);
        pool.setMaximumPoolSize(1);
        pool.getHikariPoolMXBean().softEvictConnections();
        try (var only = pool.getConnection()) {
            assertThat(only.isValid(1)).isTrue();
            assertThat(Trouble.of(failing(sql("select 1")))).isEqualTo(OUTAGE);
        }

        pool.close();
        assertThat(new FailurePolicy(pool).of(1).failed(failing(sql("select 1")))).isEqualTo(FailurePolicy.Verdict.RETRY);
    }

    @Test
    void h2ThatClosesUnderAStatementIsAnOutage() {
        open(Database.H2);

        var failure = failing(sql("shutdown immediately"), sql("select count(*) from parked_event"));

        assertThat(Trouble.of(failure)).as(Trouble.describe(failure)).isEqualTo(OUTAGE);
    }

    @Test
    void h2ThatHasNoMemoryForAStatementIsTriedAgainAndSetAsideInTheEnd() {
        open(Database.H2);

        var failure = failing(sql("select char_length(repeat('ab', 1073741823))"));

        assertThat(Trouble.of(failure)).as(Trouble.describe(failure)).isEqualTo(BUSY);
    }

    @Test
    void h2OnAFullDiskIsAnOutage() {
        FullDisk.register();
        open("jdbc:h2:" + FullDisk.SCHEME + ":" + directory.resolve("full") + ";WRITE_DELAY=0", "sa");
        write("1", "reason");

        FullDisk.fill();
        try {
            var failures = Stream.generate(() -> catchThrowable(() -> write("2", "reason"))).limit(3).toList();

            assertThat(failures).doesNotContainNull()
                    .allSatisfy(failure -> assertThat(Trouble.of(failure)).as(Trouble.describe(failure)).isEqualTo(OUTAGE));
        } finally {
            FullDisk.empty();
        }
    }

    /**
     * The server sends the state; how it came to it, only the operator of the disk could show. When the server goes down, the pool
     * takes the connection away under the transaction, and the reason with it.
     */
    @ParameterizedTest
    @ValueSource(strings = {"53100", "53300", "58030", "57P01", "08006"})
    void postgresThatHasNoRoomOrGoesDownIsAnOutage(String state) {
        open(Database.POSTGRES);

        var failure = failing(sql("do $$ begin raise sqlstate '" + state + "'; end $$"));

        assertThat(Trouble.of(failure)).as(Trouble.describe(failure)).isEqualTo(OUTAGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"53200", "40001", "40P01", "55P03"})
    void postgresThatIsShortOfMemoryOrLocksIsTriedAgain(String state) {
        open(Database.POSTGRES);

        assertThat(Trouble.of(failing(sql("do $$ begin raise sqlstate '" + state + "'; end $$")))).isEqualTo(BUSY);
    }

    @Test
    void postgresThatIsOnlyReadIsAnOutage() {
        open(Database.POSTGRES);

        var failure = failing(sql("set transaction read only"), sql("delete from parked_event"));

        assertThat(Trouble.of(failure)).as(Trouble.describe(failure)).isEqualTo(OUTAGE);
    }

    @Test
    void postgresThatTakesTooLongIsTriedAgain() {
        open(Database.POSTGRES);

        var failure = failing(sql("set local statement_timeout = 20"), sql("select pg_sleep(5)"));

        assertThat(Trouble.of(failure)).as(Trouble.describe(failure)).isEqualTo(BUSY);
    }

    @Test
    void postgresThatEndsTheConnectionOrIsGoneIsWaitedFor() throws Exception {
        try (var server = Postgres.started()) {
            open(server.getJdbcUrl("postgres", "postgres"), "postgres");

            var ended = failing(sql("select pg_terminate_backend(pg_backend_pid())"), sql("select 1"));
            assertThat(Trouble.of(ended)).as(Trouble.describe(ended)).isEqualTo(OUTAGE);
            room.getBean(HikariDataSource.class).setConnectionTimeout(250);
        }

        var gone = failing(sql("select 1"));
        assertThat(Trouble.of(gone)).as(Trouble.describe(gone)).isEqualTo(OUTAGE);
    }

    private void crosswise(String first, String second, CountDownLatch locked) {
        transaction().executeWithoutResult(status -> {
            touch(first);
            locked.countDown();
            await(locked);
            touch(second);
        });
    }

    private void touch(String id) {
        sql("update parked_event set reason = 'other' where event_id = '" + id + "'").accept(room.getBean(EntityManager.class));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static <T> T result(java.util.concurrent.Future<T> future) {
        try {
            return future.get();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private void open(Database database) {
        if (database == Database.H2) {
            open("jdbc:h2:file:" + directory.resolve("books") + ";WRITE_DELAY=0", "sa");
        } else {
            open(Postgres.newDatabase(), "postgres");
        }
    }

    private void open(String url, String user) {
        room = new SpringApplicationBuilder(Room.class).web(WebApplicationType.NONE)
                .properties(Map.of("spring.datasource.url", url, "spring.datasource.username", user,
                        "spring.datasource.password", "", "spring.main.banner-mode", "off", "spring.config.name", "none",
                        "spring.jpa.hibernate.ddl-auto", "none", "logging.level.root", "off"))
                .run();
    }

    private TransactionTemplate transaction() {
        return new TransactionTemplate(room.getBean(PlatformTransactionManager.class));
    }

    private void write(String id, String reason) {
        transaction().executeWithoutResult(status -> room.getBean(EntityManager.class).persist(row(id, reason)));
    }

    @SafeVarargs
    private Throwable failing(Consumer<EntityManager>... work) {
        var failure = catchThrowable(() -> transaction().executeWithoutResult(
                status -> List.of(work).forEach(each -> each.accept(room.getBean(EntityManager.class)))));
        assertThat(failure).isNotNull();
        return failure;
    }

    private static Consumer<EntityManager> sql(String statement) {
        return entities -> {
            var query = entities.createNativeQuery(statement);
            if (statement.startsWith("select")) {
                query.getResultList();
            } else {
                query.executeUpdate();
            }
        };
    }

    private static ParkedRow row(String id, String reason) {
        return new ParkedRow(id, new byte[] {1}, reason, Instant.EPOCH, Set.of());
    }
}
