package io.rapport.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * People post forms, mails leave, customers are merged and parted, and every few seconds the process is killed as a power cut
 * would. In the end nothing may be lost, twice there, never sent by anybody or out of order. {@code -Pcrash} makes it long.
 */
class CrashLoopIT {

    private static final int KILLS = Integer.getInteger("crash.kills", 10);
    private static final int EVENTS = Integer.getInteger("crash.events", 1_000);
    private static final int PEOPLE = 200;
    /** Those behind it are merged and parted while their forms come in. */
    private static final int MERGED = 10;
    private static final long SEED = 20261122;

    private final GreenMail mailServer = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final Ledger ledger = new Ledger();
    private final Random random = new Random(SEED);

    @TempDir
    private Path directory;

    @BeforeEach
    void startMailServer() {
        mailServer.start();
    }

    @AfterEach
    void stopMailServer() {
        mailServer.stop();
    }

    @Test
    void nothingIsLostDoubledInventedOrOutOfOrder() throws Exception {
        var application = PackagedApplication.extractedInto(directory.resolve("application"));
        int kills;
        try (var engine = new RunningEngine(application, directory, List.of("--spring.mail.host=127.0.0.1",
                "--spring.mail.port=" + mailServer.getSmtp().getPort(), "--rapport.intake.forms-per-minute=1000000",
                "--rapport.action.lease=20s", "--rapport.action.poll-interval=100ms"))) {
            var load = new FormLoad(engine, ledger, PEOPLE);
            var merging = new MergeLoad(engine, MERGED);
            engine.awaitUp();
            load.start(4);
            merging.start();
            kills = killUnderLoad(engine);
            load.stop();
            merging.stop();
            assertThat(load.refused()).as("forms refused").isZero();
            assertThat(merging.changes()).as("merges and partings promised").isPositive();
            engine.awaitUp();
            awaitQuiet(engine);
        }
        var held = new Inspection(directory.resolve("data"), mailServer).held();
        var faults = LedgerChecker.check(ledger, held);
        System.out.printf("crash loop: %d kills, %d forms promised, %d logged, %d mails, %d uncertain: %s%n", kills,
                ledger.acknowledged().size(), held.logged().size(), held.mails().size(), held.uncertain().size(),
                faults.summary());
        assertThat(held.mails()).as("mails that left under fire").isNotEmpty();
        assertThat(faults).isEqualTo(LedgerChecker.Faults.NONE);
    }

    /** At random moments, start-up included; goes on until there were enough kills and enough promises. */
    private int killUnderLoad(RunningEngine engine) {
        var kills = 0;
        while (kills < KILLS || ledger.acknowledged().size() < EVENTS) {
            var duringStart = random.nextInt(5) == 0;
            if (!duringStart) {
                engine.awaitUp();
                var promised = ledger.acknowledged().size();
                await().atMost(Duration.ofMinutes(1)).until(() -> ledger.acknowledged().size() > promised);
            }
            letPass(Duration.ofMillis(200 + random.nextInt(2_000)));
            engine.kill();
            kills++;
            engine.start();
        }
        return kills;
    }

    /** The load goes on meanwhile; there is nothing to wait for but the time itself. */
    private static void letPass(Duration duration) {
        await().pollDelay(duration).atMost(duration.plusSeconds(10)).until(() -> true);
    }

    private static void awaitQuiet(RunningEngine engine) {
        await("queue and outbox are empty").atMost(3, TimeUnit.MINUTES).pollInterval(500, TimeUnit.MILLISECONDS)
                .until(() -> Inspection.isQuiet(engine));
    }
}
