package io.rapport.publishing;

import static io.rapport.publishing.PublishingRoom.tierFrom;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.TreeMap;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import io.rapport.policy.Features;
import io.rapport.rulebook.RuleFiles;

/** Nothing becomes live for the first time against the examples. */
@ExtendWith(OutputCaptureExtension.class)
class GateTests {

    @TempDir
    private Path home;
    private PublishingRoom room;

    @BeforeEach
    void saveRulesAndAnExampleThatHolds() {
        room = new PublishingRoom(home);
        room.save("1");
        room.saveExample();
    }

    @Test
    void publishesWhatTheExamplesHoldForAndSaysHowMany() {
        try (var context = room.start()) {
            var publisher = context.getBean(Publisher.class);

            assertThat(publisher.publish(tierFrom("2"), publisher.draftFeatures(), "Eva", "two percent"))
                    .isInstanceOf(Publication.Published.class);

            assertThat(publisher.versions()).hasSize(2).extracting(Version::examples)
                    .containsOnly(new Version.Played(1, 0));
        }
    }

    @Test
    void refusesOnRedAndSaysWhichScenarioWhereAndWhatWasExpected() {
        try (var context = room.start()) {
            var publisher = context.getBean(Publisher.class);
            var before = publisher.live();

            var refused = (Publication.Refused) publisher.publish(tierFrom("0.5"), publisher.draftFeatures(), "Eva",
                    "half a percent");

            assertThat(refused.said(Locale.ENGLISH)).singleElement().asString()
                    .contains("features/tier.feature:6", "the tenth of a thousand", "diamond", "lead");
            assertThat(publisher.live()).isSameAs(before);
            assertThat(publisher.versions()).hasSize(1);
        }
    }

    @Test
    void aVersionThatComesBackBringsTheExamplesItWasCheckedBy() {
        try (var context = room.start()) {
            var publisher = context.getBean(Publisher.class);
            var one = publisher.live().version();
            var half = tierFrom("0.5");
            room.saveExample("lead");
            assertThat(publisher.publish(half, publisher.draftFeatures(), "Eva", "half a percent"))
                    .isInstanceOf(Publication.Published.class);

            publisher.rollback(one, "Eva");

            assertThat(publisher.features(one).texts().values()).singleElement().asString().contains("tier is diamond");
            assertThat(publisher.features(half.hash()).texts().values()).singleElement().asString().contains("tier is lead");

            room.saveExample("diamond");
            assertThat(publisher.activate(half.hash(), "Eva")).isInstanceOf(Publication.Published.class);
            assertThat(publisher.live().version()).isEqualTo(half.hash());
        }
    }

    @Test
    void rulesFromElsewhereAreCheckedByTheExamplesThatComeWithThem() {
        try (var context = room.start()) {
            var publisher = context.getBean(Publisher.class);
            var texts = new TreeMap<>(publisher.draftFeatures().texts());
            texts.replaceAll((_, text) -> text.replace("tier is diamond", "tier is lead"));

            assertThat(publisher.publish(tierFrom("0.5"), new Features(texts), "Eva", "from elsewhere"))
                    .isInstanceOf(Publication.Published.class);

            assertThat(publisher.features(tierFrom("0.5").hash()).texts()).isEqualTo(texts);
        }
    }

    @Test
    void aDateThatCanBeReadInTwoWaysIsAskedAboutBeforeItIsLiveAndReadWhereItWas() {
        var unclear = new RuleFiles(new TreeMap<>(Map.of(PublishingRoom.TIER,
                PublishingRoom.tierTable("2").replace("since: 2026-12-01", "since: 01/12/2026"))));
        try (var context = room.start()) {
            var publisher = context.getBean(Publisher.class);

            var refused = (Publication.Refused) publisher.publish(unclear, publisher.draftFeatures(), "Eva", "two percent");

            assertThat(refused.said(Locale.ENGLISH)).singleElement().asString().contains("may be 2026-01-12 or 2026-12-01");
            assertThat(refused.said(Locale.CHINESE)).singleElement().asString().contains("可能是2026-01-12，也可能是2026-12-01");
            assertThat(context.getBean(Gate.class).compile(unclear).rulebook()).isNotNull();
        }
    }

    @Test
    void refusesWhatBreaksAnInvariantAndShowsTheCustomer() throws IOException {
        Files.delete(room.features().resolve("tier.feature"));
        try (var context = room.start("rapport.publishing.invariants=20")) {
            var publisher = context.getBean(Publisher.class);
            var retired = new RuleFiles(new TreeMap<>(Map.of(PublishingRoom.TIER,
                    PublishingRoom.tierTable("1").replace("status: live", "status: retired"))));

            var checked = publisher.check(retired);

            assertThat(checked.green()).isFalse();
            assertThat(checked.said(Locale.ENGLISH)).singleElement().asString()
                    .contains("has exactly one tier", "Scenario: ", "Then this is decided for");
            assertThat(checked.said(Locale.CHINESE)).singleElement().asString().contains("每位", "场景:", "那么 ");
            assertThat(publisher.check(tierFrom("2")).green()).isTrue();
        }
    }

    @Test
    void refusesToStartWithRulesThatAnExampleSaysNoTo() {
        room.save("0.5");

        assertThatThrownBy(room::start).rootCause().hasMessageContaining("no earlier version")
                .hasMessageContaining("features/tier.feature:6");
    }

    @Test
    void publishesWithoutExamplesOnlyAsLongAsThereWereNone() throws IOException {
        Files.delete(room.features().resolve("tier.feature"));
        try (var context = room.start()) {
            var publisher = context.getBean(Publisher.class);
            assertThat(publisher.versions()).singleElement().satisfies(version -> {
                assertThat(version.examples()).isNull();
                assertThat(version.remark()).contains("no examples", room.features().toString());
            });
            room.saveExample();
            publisher.publish(tierFrom("2"), publisher.draftFeatures(), "Eva", "with an example");
            Files.delete(room.features().resolve("tier.feature"));

            var refused = (Publication.Refused) publisher.publish(tierFrom("3"), publisher.draftFeatures(), "Eva", "without");

            assertThat(refused.said(Locale.ENGLISH)).singleElement().asString().contains("no examples",
                    "rapport.publishing.features");
        }
    }

    @Test
    void aRedSaveIsKeptAsDraftUntilAnExampleOrARuleIsSaved(CapturedOutput output) {
        try (var context = room.start("rapport.publishing.publish-on-save=true")) {
            var publisher = context.getBean(Publisher.class);

            room.save("0.5");
            await().until(() -> publisher.versions().stream().anyMatch(each -> each.state() == Version.State.DRAFT));
            assertThat(publisher.draftProblems(Locale.ENGLISH)).singleElement().asString().contains("features/tier.feature:6");
            await().until(() -> output.getOut().contains("The rules stay as they were"));
            assertThat(output.getOut()).contains("features/tier.feature:6");
            room.save("0.6");
            await().until(() -> publisher.versions().stream().anyMatch(
                    each -> each.state() == Version.State.DRAFT && each.hash().equals(tierFrom("0.6").hash())));
            await().until(() -> publisher.versions().size() == 2);

            room.saveExample("lead");

            await().until(() -> publisher.live().version().equals(tierFrom("0.6").hash()));
            await().until(() -> publisher.draftProblems(Locale.ENGLISH).isEmpty());
        }
    }
}
