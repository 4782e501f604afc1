package io.rapport.publishing;

import static io.rapport.publishing.PublishingRoom.tierFrom;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import java.util.Locale;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

@ExtendWith(OutputCaptureExtension.class)
class PublishOnSaveTests {

    @TempDir
    private Path home;
    private PublishingRoom room;
    private ConfigurableApplicationContext context;
    private Publisher publisher;

    @BeforeEach
    void start() {
        room = new PublishingRoom(home);
        room.save("1");
        context = room.start("rapport.publishing.publish-on-save=true");
        publisher = context.getBean(Publisher.class);
    }

    @AfterEach
    void stop() {
        context.close();
    }

    @Test
    void makesAValidEditLiveWithinSeconds(CapturedOutput output) {
        room.save("2");

        await().atMost(Duration.ofSeconds(5)).until(() -> isLive("2"));
        await().until(() -> output.getOut().contains("The rules are live as version " + hash("2").substring(0, 12)));
    }

    @Test
    void saysWhatIsWrongWithAnInvalidEditAndChangesNothing(CapturedOutput output) {
        room.save("l00");

        await().until(() -> !publisher.draftProblems(Locale.ENGLISH).isEmpty());
        await().until(() -> output.getOut().contains("The rules stay as they were"));
        assertThat(output.getOut()).contains("rules/1-classify/tier.csv:10:1").contains("^^^").contains("[l00]");
        assertThat(isLive("1")).isTrue();

        room.save("3");
        await().until(() -> isLive("3"));
        await().until(() -> publisher.draftProblems(Locale.ENGLISH).isEmpty());
    }

    @Test
    void seesAFolderThatIsNew() throws IOException {
        Path letter = room.rules().resolve("templates/win-back.txt");
        Files.createDirectories(letter.getParent());
        Files.writeString(letter, "not a template");

        await().until(() -> !publisher.live().version().equals(hash("1")) || !publisher.draftProblems(Locale.ENGLISH).isEmpty());
    }

    @Test
    void doesNotMindWhatEditorsLeaveBehind() throws IOException {
        Path folder = room.rules().resolve("1-classify");
        for (String name : new String[] {".tier.csv.swp", "4913", "tier.csv~", "~$tier.csv", "#tier.csv#", "tier.csv.tmp",
                ".~lock.tier.csv#", "tier.csv___jb_tmp___", "README.md"}) {
            Files.writeString(folder.resolve(name), "half a file");
        }
        room.save("4");

        await().until(() -> isLive("4"));
        assertThat(publisher.live().files().texts()).containsOnlyKeys(PublishingRoom.TIER);
    }

    @Test
    void doesNotBringBackWhatWasRolledBack() {
        room.save("2");
        await().until(() -> isLive("2"));

        publisher.rollback(hash("1"), "Eva");
        room.save("2");
        room.save("l00");
        await().until(() -> !publisher.draftProblems(Locale.ENGLISH).isEmpty());

        assertThat(isLive("1")).isTrue();
    }

    private boolean isLive(String topPercent) {
        return publisher.live().version().equals(hash(topPercent));
    }

    private static String hash(String topPercent) {
        return tierFrom(topPercent).hash();
    }
}
