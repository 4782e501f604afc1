package io.rapport.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

import jakarta.persistence.EntityManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.PlatformTransactionManager;

import io.rapport.customer.Everybody;
import io.rapport.customer.Population;
import io.rapport.customer.Snapshots;
import io.rapport.customer.Standing;
import io.rapport.decision.Course;
import io.rapport.decision.Judge;
import io.rapport.facts.Snapshot;

/** A new shop on its first day: what compares customers with each other is known within seconds, not after a night or two. */
class FirstDayTests {

    @TempDir
    Path directory;

    private Transactions engine;

    @BeforeEach
    void start() {
        engine = new Transactions(directory, SampleShop.DAY_AFTER);
    }

    @AfterEach
    void stop() {
        engine.close();
    }

    @Test
    void tiersAndPortfolioAreKnownAndReportedBeforeTheFirstNight() {
        SampleShop.dropped(engine);
        SampleShop.someSecondsPass(engine);

        var values = engine.get(Population.class).countValues();
        assertThat(values.get("tier").values().stream().mapToLong(Long::longValue).sum()).isEqualTo(122);
        assertThat(values.get("portfolio").values().stream().mapToLong(Long::longValue).sum()).isEqualTo(122);
        var reported = new TreeSet<>(engine.get(Snapshots.class).latest().measures().keySet());
        reported.removeIf(measure -> !measure.startsWith(Snapshot.SEGMENT));
        assertThat(reported).containsExactly("segment/diamond", "segment/gold", "segment/iron", "segment/lead", "segment/silver");
    }

    @Test
    void aPopulationThatDoesNotGrowIsCountedTwiceAndNotForEver() {
        SampleShop.dropped(engine);
        SampleShop.someSecondsPass(engine);
        var settled = engine.get(Snapshots.class).latest().id();

        SampleShop.someSecondsPass(engine);

        assertThat(engine.get(Snapshots.class).latest().id()).isEqualTo(settled);
    }

    @Test
    void aSmallShopIsCountedOnItsFirstDayOnceItIsCalm() {
        engine.take(Told.order("1", SampleShop.DAY_AFTER, 10, Told.account("A-1")));
        engine.get(SnapshotSchedule.class).whenGrown();
        engine.take(Told.order("2", SampleShop.DAY_AFTER, 20, Told.account("A-2")));
        assertThat(engine.get(Snapshots.class).latest()).isEqualTo(Snapshot.NONE);

        SampleShop.someSecondsPass(engine);

        assertThat(engine.get(Snapshots.class).latest().customers()).isEqualTo(2);
        assertThat(engine.get(Population.class).countValues()).containsKey("relationship");
    }

    @Test
    void ofSeveralEnginesOneCounts() {
        SampleShop.dropped(engine);
        var other = new Lease(engine.get(EntityManager.class), engine.get(PlatformTransactionManager.class));
        assertThat(other.take("snapshot", Duration.ofMinutes(1))).isTrue();

        engine.get(SnapshotSchedule.class).whenGrown();
        assertThat(engine.get(Snapshots.class).latest()).isEqualTo(Snapshot.NONE);

        other.release("snapshot");
        engine.get(SnapshotSchedule.class).nightly();
        var first = engine.get(Snapshots.class).latest();
        assertThat(first.customers()).isEqualTo(122);
        engine.pass(Duration.ofSeconds(1));
        engine.get(SnapshotSchedule.class).nightly();
        assertThat(engine.get(Snapshots.class).latest().id()).as("this night's is there").isEqualTo(first.id());
    }

    /** A condition that reads what was concluded (costs, the rate of the potential) turns with the population too. */
    @Test
    void whoWasPassedOverWouldBeDecidedTheSame() {
        SampleShop.dropped(engine);
        SampleShop.someSecondsPass(engine);
        for (var stranger = 0; stranger < 25; stranger++) {
            engine.take(Told.order("of " + stranger, SampleShop.DAY_AFTER, 100 * stranger, Told.account("stranger " + stranger)));
        }
        engine.get(SnapshotSchedule.class).takeNow();
        assertThat(engine.get(Sweep.class).run()).as("some are passed over").isLessThan(140);

        var passedOver = new TreeMap<Long, String>();
        var anew = new TreeMap<Long, String>();
        var context = engine.get(Contexts.class).now();
        var now = engine.get(Clock.class).instant();
        try (var judge = new Judge(context.rulebook())) {
            var course = new Course(judge);
            engine.get(Everybody.class).forEach(customer -> {
                var look = Course.reviewDue(customer.id(), List.of(), now, "");
                passedOver.put(customer.id(), customer.standing());
                anew.put(customer.id(), Standing.of(course.take(customer.memory(), look, context, now).getLast().decision()));
            });
        }
        assertThat(passedOver).isEqualTo(anew);
    }
}
