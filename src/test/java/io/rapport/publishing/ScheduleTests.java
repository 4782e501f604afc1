package io.rapport.publishing;

import static io.rapport.publishing.PublishingRoom.tierFrom;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

import io.rapport.publishing.PublishingRoom.MovedClock;
import io.rapport.publishing.Version.State;

/** Versions that wait for their date. */
class ScheduleTests {

    private static final String ONE = tierFrom("1").hash();
    private static final String TWO = tierFrom("2").hash();
    private static final String THREE = tierFrom("3").hash();

    @TempDir
    private Path home;
    private PublishingRoom room;

    @BeforeEach
    void saveRulesAndAnExample() {
        room = new PublishingRoom(home);
        room.save("1");
        room.saveExample();
    }

    @Test
    void eachBecomesLiveByItselfAtItsTime() {
        try (var context = room.start()) {
            var publisher = prepared(context);
            var clock = context.getBean(MovedClock.class);
            publisher.schedule(THREE, inHours(clock, 20), "Eva");
            assertThat(publisher.schedule(TWO, inHours(clock, 10), "Max")).isInstanceOf(Publication.Scheduled.class);
            assertThat(publisher.live().version()).isEqualTo(ONE);
            assertThat(publisher.version(TWO).effectiveFrom()).isNotNull();

            clock.pass(Duration.ofHours(11));
            await().until(() -> publisher.live().version().equals(TWO));
            clock.pass(Duration.ofHours(10));
            await().until(() -> publisher.live().version().equals(THREE));

            assertThat(publisher.versions()).extracting(Version::effectiveFrom).containsOnlyNulls();
            assertThat(publisher.changes().getFirst()).satisfies(change -> {
                assertThat(change.what()).isEqualTo(Change.What.TOOK_EFFECT);
                assertThat(change.who()).isEqualTo("Eva");
            });
        }
    }

    @Test
    void ofThoseDueWhileTheEngineWasDownTheLastIsLiveFromTheStart() {
        try (var context = room.start()) {
            var publisher = prepared(context);
            publisher.schedule(TWO, Instant.now().plus(Duration.ofHours(1)), "Max");
            publisher.schedule(THREE, Instant.now().plus(Duration.ofHours(2)), "Eva");
        }

        try (var context = room.start("clock.ahead=PT3H")) {
            var publisher = context.getBean(Publisher.class);
            assertThat(publisher.live().version()).isEqualTo(THREE);
            assertThat(publisher.version(TWO).remark()).contains("a later one was due");
            assertThat(publisher.version(TWO).state()).isEqualTo(State.CHECKED);
        }
    }

    @Test
    void aDateCanBeCancelled() {
        try (var context = room.start()) {
            var publisher = prepared(context);
            var clock = context.getBean(MovedClock.class);
            publisher.schedule(TWO, inHours(clock, 10), "Max");

            assertThat(publisher.cancel(TWO, "Eva")).isTrue();
            assertThat(publisher.cancel(TWO, "Eva")).isFalse();

            clock.pass(Duration.ofHours(11));
            publisher.follow();
            assertThat(publisher.live().version()).isEqualTo(ONE);
            assertThat(publisher.changes()).extracting(Change::what).startsWith(Change.What.CANCELLED, Change.What.SCHEDULED);
        }
    }

    @Test
    void aVersionThatWasLiveBeforeIsScheduledAgainUnderItsNewNote() {
        try (var context = room.start()) {
            var publisher = prepared(context);
            var clock = context.getBean(MovedClock.class);
            publisher.activate(TWO, "Max");
            publisher.rollback(ONE, "Max");
            assertThat(publisher.version(TWO).state()).isEqualTo(State.RETIRED);

            publisher.prepare(tierFrom("2"), publisher.draftFeatures(), "Eva", "goes live on Tuesday");
            publisher.schedule(TWO, inHours(clock, 10), "Eva");

            assertThat(publisher.version(TWO).state()).isEqualTo(State.SCHEDULED);
            assertThat(publisher.version(TWO).note()).isEqualTo("goes live on Tuesday");
            assertThat(publisher.rollback(TWO, "Eva")).isInstanceOf(Publication.Published.class);
            assertThat(publisher.version(TWO).state()).isEqualTo(State.LIVE);
        }
    }

    @Test
    void whatAnExampleSaysNoToGetsNoDate() {
        try (var context = room.start()) {
            var publisher = context.getBean(Publisher.class);
            var red = tierFrom("0.5");

            assertThat(publisher.prepare(red, publisher.draftFeatures(), "Eva", "half")).isInstanceOf(Publication.Prepared.class);
            assertThat(publisher.version(red.hash()).state()).isEqualTo(State.DRAFT);
            assertThat(publisher.schedule(red.hash(), Instant.now().plusSeconds(3_600), "Eva"))
                    .isInstanceOf(Publication.Refused.class);

            assertThat(publisher.version(red.hash()).effectiveFrom()).isNull();
            assertThatThrownBy(() -> publisher.rollback(red.hash(), "Eva")).hasMessageContaining("never live");
        }
    }

    private static Publisher prepared(ConfigurableApplicationContext context) {
        var publisher = context.getBean(Publisher.class);
        publisher.prepare(tierFrom("2"), publisher.draftFeatures(), "Max", "two");
        publisher.prepare(tierFrom("3"), publisher.draftFeatures(), "Eva", "three");
        assertThat(publisher.version(TWO).state()).isEqualTo(State.CHECKED);
        assertThat(publisher.version(TWO).basedOn()).isEqualTo(ONE);
        return publisher;
    }

    private static Instant inHours(MovedClock clock, int hours) {
        return clock.instant().plus(Duration.ofHours(hours));
    }
}
