package io.rapport.publishing;

import static io.rapport.publishing.PublishingRoom.tierFrom;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.rapport.rulebook.Rulebook;
import io.rapport.rulebook.RuleSession;
import io.rapport.rulebook.Stratum;

class PublisherTests {

    @TempDir
    private Path home;
    private PublishingRoom room;

    @BeforeEach
    void saveFirstDraft() {
        room = new PublishingRoom(home);
        room.save("1");
    }

    @Test
    void publishesTheFolderWhenTheDatabaseIsEmpty() {
        try (var context = room.start()) {
            Publisher publisher = context.getBean(Publisher.class);

            assertThat(publisher.live().version()).isEqualTo(tierFrom("1").hash());
            assertThat(publisher.versions()).singleElement().satisfies(version -> {
                assertThat(version.live()).isTrue();
                assertThat(version.author()).isEqualTo("files");
                assertThat(version.compileTime()).isPositive();
            });
        }
    }

    @Test
    void startsWithNothingWhenThereIsNoFolder() {
        try (var context = room.start("rapport.publishing.rules=" + home.resolve("nowhere"))) {
            assertThat(context.getBean(Publisher.class).live().rules()).isEmpty();
        }
    }

    @Test
    void refusesToStartWithBrokenFilesAndNoEarlierVersion() {
        room.save("l00");

        assertThatThrownBy(room::start).rootCause().hasMessageContaining("no earlier version")
                .hasMessageContaining("rules/1-classify/tier.csv:10:1").hasMessageContaining("^^^");
    }

    @Test
    void keepsTheLiveVersionOverARestartWhateverLiesInTheFolder() {
        try (var context = room.start()) {
            context.getBean(Publisher.class).publish(tierFrom("2"), context.getBean(Publisher.class).draftFeatures(), "Eva",
                    "two percent");
        }

        room.save("l00");

        try (var context = room.start("rapport.publishing.publish-on-save=true")) {
            assertThat(context.getBean(Publisher.class).live().version()).isEqualTo(tierFrom("2").hash());
        }
    }

    @Test
    void keepsARollbackOverARestart() {
        String first = tierFrom("1").hash();
        try (var context = room.start()) {
            Publisher publisher = context.getBean(Publisher.class);
            room.save("2");
            publisher.publish(tierFrom("2"), publisher.draftFeatures(), "Eva", "two percent");

            publisher.rollback(first, "Max");

            assertThat(publisher.live().version()).isEqualTo(first);
        }
        try (var context = room.start("rapport.publishing.publish-on-save=true")) {
            Publisher publisher = context.getBean(Publisher.class);
            assertThat(publisher.live().version()).isEqualTo(first);
            assertThat(publisher.versions()).hasSize(2).filteredOn(Version::live).extracting(Version::hash)
                    .containsExactly(first);
        }
    }

    @Test
    void changesNothingWhenFilesAreInvalidOrTheSame() {
        try (var context = room.start()) {
            Publisher publisher = context.getBean(Publisher.class);
            Rulebook before = publisher.live();

            assertThat(publisher.publish(tierFrom("1"), publisher.draftFeatures(), "Eva", ""))
                    .isInstanceOf(Publication.Unchanged.class);
            assertThat(publisher.publish(tierFrom("l00"), publisher.draftFeatures(), "Eva", ""))
                    .isInstanceOf(Publication.Refused.class);

            assertThat(publisher.live()).isSameAs(before);
            assertThat(publisher.versions()).hasSize(1);
        }
    }

    @Test
    void knowsNoVersionThatWasNeverPublished() {
        try (var context = room.start()) {
            Publisher publisher = context.getBean(Publisher.class);

            assertThatThrownBy(() -> publisher.rollback("none", "Eva")).hasMessageContaining("[none]");
        }
    }

    @Test
    void followsWhatAnotherProcessPublishes() {
        try (var here = room.start(); var there = room.start()) {
            there.getBean(Publisher.class).publish(tierFrom("3"), there.getBean(Publisher.class).draftFeatures(), "Eva", "");

            await().until(() -> here.getBean(Publisher.class).live().version().equals(tierFrom("3").hash()));
        }
    }

    @Test
    void swapsWhileOthersDecide() throws Exception {
        try (var context = room.start(); var workers = Executors.newFixedThreadPool(2)) {
            Publisher publisher = context.getBean(Publisher.class);
            AtomicBoolean stop = new AtomicBoolean();
            Set<String> seen = ConcurrentHashMap.newKeySet();
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                running.add(workers.submit(() -> decide(publisher, stop, seen)));
            }

            try {
                for (int percent = 2; percent < 7; percent++) {
                    String hash = tierFrom("" + percent).hash();
                    publisher.publish(tierFrom("" + percent), publisher.draftFeatures(), "Eva", "");
                    await().until(() -> seen.contains(hash));
                }
            } finally {
                stop.set(true);
            }

            for (Future<?> worker : running) {
                worker.get();
            }
        }
    }

    @Test
    void keepsTheLastFewCompiledSoThatGoingBackTakesNoTimeAndClosesTheOthers() {
        try (var context = room.start("rapport.publishing.keep-compiled=2")) {
            Publisher publisher = context.getBean(Publisher.class);
            Rulebook first = publisher.live();
            publisher.publish(tierFrom("2"), publisher.draftFeatures(), "Eva", "");
            Rulebook second = publisher.live();
            RuleSession inUse = first.newSession();

            publisher.publish(tierFrom("3"), publisher.draftFeatures(), "Eva", "");

            assertThat(first.isHeld()).as("as long as somebody decides by it").isTrue();
            inUse.close();
            assertThat(first.isHeld()).isFalse();
            publisher.rollback(tierFrom("2").hash(), "Eva");
            assertThat(publisher.live()).isSameAs(second);
        }
    }

    @Test
    void isReadyToGoBackSoonAfterARestart() {
        try (var context = room.start()) {
            context.getBean(Publisher.class).publish(tierFrom("2"), context.getBean(Publisher.class).draftFeatures(), "Eva",
                    "two percent");
        }
        try (var context = room.start()) {
            CompiledVersions compiled = context.getBean(CompiledVersions.class);

            await().until(() -> compiled.find(tierFrom("1").hash()) != null);
        }
    }

    @Test
    void aRulebookThatWasClosedStillServesWhoAskedForItBefore() {
        try (var context = room.start("rapport.publishing.keep-compiled=1")) {
            Publisher publisher = context.getBean(Publisher.class);
            Rulebook first = publisher.live();
            publisher.publish(tierFrom("2"), publisher.draftFeatures(), "Eva", "");
            assertThat(first.isHeld()).isFalse();

            try (RuleSession late = first.newSession()) {
                assertThat(late.fire(Stratum.CLASSIFY, List.of())).isEmpty();
            }

            assertThat(first.isHeld()).isFalse();
        }
    }

    @Test
    void aRollbackWinsOverWhatIsBeingChecked() {
        try (var context = room.start()) {
            Publisher publisher = context.getBean(Publisher.class);
            LivePointer pointer = context.getBean(LivePointer.class);
            String first = publisher.live().version();
            publisher.publish(tierFrom("2"), publisher.draftFeatures(), "Eva", "");
            long begun = pointer.turn();
            Gate.Tried slow = context.getBean(Gate.class).check(tierFrom("3"), Gate.NO_FEATURES, 0);

            publisher.rollback(first, "Max");

            assertThat(pointer.swap(slow, begun, () -> fail("it was overtaken"))).isFalse();
            assertThat(publisher.live().version()).isEqualTo(first);
            assertThat(publisher.changes()).extracting(Change::what, Change::who).startsWith(
                    tuple(Change.What.ROLLED_BACK, "Max"), tuple(Change.What.PUBLISHED, "Eva"));
        }
    }

    private static void decide(Publisher publisher, AtomicBoolean stop, Set<String> seen) {
        while (!stop.get()) {
            Rulebook rulebook = publisher.live();
            try (RuleSession session = rulebook.newSession()) {
                session.fire(Stratum.CLASSIFY, List.of());
            }
            seen.add(rulebook.version());
        }
    }
}
