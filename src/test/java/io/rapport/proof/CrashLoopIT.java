package io.rapport.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * People post forms, mails leave, customers are merged and parted, rules are published, and every few seconds the process is
 * killed as a power cut would. In the end nothing may be lost, twice there, never sent by anybody, out of order, or decided by
 * rules that were refused. {@code -Pcrash} makes it long.
 */
class CrashLoopIT {

    private static final int KILLS = Integer.getInteger("crash.kills", 10);
    private static final int EVENTS = Integer.getInteger("crash.events", 1_000);
    private static final int PEOPLE = 200;
    /** Those behind it are merged and parted while their forms come in. */
    private static final int MERGED = 10;
    private static final long SEED = 20261122;
    private static final Kill[] MOMENTS = {Kill.ANY_TIME, Kill.SENDING, Kill.MERGING, Kill.STARTING, Kill.SENDING,
            Kill.PUBLISHING};

    private final GreenMail mailServer = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final Ledger ledger = new Ledger();
    private final Random random = new Random(SEED);
    private final Map<Kill, Integer> kills = new EnumMap<>(Kill.class);

    /** What the engine is busy with when it dies. */
    private enum Kill {
        ANY_TIME, STARTING, SENDING, MERGING, PUBLISHING
    }

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
        var publishing = new PublishingLoad(directory);
        try (var tap = SmtpTap.before(mailServer.getSmtp().getPort());
                var engine = new RunningEngine(application, directory, settings(tap, publishing))) {
            var load = new FormLoad(engine, ledger, PEOPLE);
            var merging = new MergeLoad(engine, MERGED);
            engine.awaitUp();
            load.start(8);
            merging.start();
            publishing.start();
            killUnderLoad(engine, tap, merging, publishing);
            load.stop();
            merging.stop();
            publishing.stop();
            assertThat(load.refused()).as("forms refused").isZero();
            assertThat(merging.changes()).as("merges and partings promised").isPositive();
            engine.awaitUp();
            publishing.awaitLastSave(engine);
            awaitQuiet(engine);
        }
        judge(new Inspection(directory.resolve("data"), mailServer), publishing);
    }

    private void judge(Inspection inspection, PublishingLoad publishing) throws Exception {
        var held = inspection.held();
        var decidedBy = inspection.decidedBy();
        var faults = LedgerChecker.check(ledger, held);
        System.out.printf(
                "crash loop: %d kills %s, %d forms promised, %d logged, %d mails, %d uncertain, %d saves, %d versions: %s%n",
                total(), kills, ledger.acknowledged().size(), held.logged().size(), held.mails().size(), held.uncertain().size(),
                publishing.saves(), decidedBy.size(), faults.summary());
        assertThat(held.mails()).as("mails that left under fire").isNotEmpty();
        assertThat(kills).as("kills by what the engine was busy with").containsKeys(Kill.values());
        assertThat(publishing.valid()).as("versions that passed the gate").containsAll(decidedBy);
        assertThat(faults).isEqualTo(LedgerChecker.Faults.NONE);
    }

    private static List<String> settings(SmtpTap tap, PublishingLoad publishing) {
        var settings = new ArrayList<>(publishing.settings());
        settings.addAll(List.of("--spring.mail.host=127.0.0.1", "--spring.mail.port=" + tap.port(),
                "--rapport.intake.forms-per-minute=1000000", "--rapport.action.lease=20s",
                "--rapport.action.poll-interval=100ms"));
        return settings;
    }

    /** Goes on until there were enough kills and enough promises; every fifth kill is of each kind. */
    private void killUnderLoad(RunningEngine engine, SmtpTap tap, MergeLoad merging, PublishingLoad publishing)
            throws InterruptedException {
        for (var kind = 0; total() < KILLS || ledger.acknowledged().size() < EVENTS; kind++) {
            var moment = MOMENTS[kind % MOMENTS.length];
            if (moment != Kill.STARTING) {
                engine.awaitUp();
                publishing.lookAt(engine);
                awaitPromises(1 + random.nextInt(Math.max(1, 2 * EVENTS / KILLS)));
            }
            if (kill(moment, engine, tap, merging, publishing)) {
                kills.merge(moment, 1, Integer::sum);
            } else {
                kills.merge(Kill.ANY_TIME, 1, Integer::sum);
            }
            engine.start();
        }
    }

    /** @return whether it died at the moment it should */
    private boolean kill(Kill moment, RunningEngine engine, SmtpTap tap, MergeLoad merging, PublishingLoad publishing)
            throws InterruptedException {
        return switch (moment) {
            case STARTING, ANY_TIME -> {
                letPass(Duration.ofMillis(random.nextInt(2_000)));
                engine.kill();
                yield true;
            }
            case SENDING -> tap.at(SmtpTap.Moment.values()[random.nextInt(3)], 10, engine::kill);
            case MERGING -> {
                var asked = merging.awaitOneUnderWay(10);
                letPass(Duration.ofMillis(random.nextInt(30)));
                engine.kill();
                yield asked;
            }
            case PUBLISHING -> {
                var saved = publishing.awaitSave(10);
                letPass(Duration.ofMillis(random.nextInt(2_000)));
                engine.kill();
                yield saved;
            }
        };
    }

    private int total() {
        return kills.values().stream().mapToInt(Integer::intValue).sum();
    }

    private void awaitPromises(int more) {
        var promised = ledger.acknowledged().size();
        await().atMost(Duration.ofMinutes(2)).until(() -> ledger.acknowledged().size() >= promised + more);
    }

    /** The load goes on meanwhile; there is nothing to wait for but the time itself. */
    private static void letPass(Duration duration) {
        await().pollDelay(duration).atMost(duration.plusSeconds(10)).until(() -> true);
    }

    private static void awaitQuiet(RunningEngine engine) {
        await("queue and outbox are empty").atMost(3, TimeUnit.MINUTES).pollInterval(500, TimeUnit.MILLISECONDS)
                .until(() -> Inspection.isQuiet(engine));
        await("everybody is decided by the live rules").atMost(3, TimeUnit.MINUTES).pollInterval(500, TimeUnit.MILLISECONDS)
                .until(() -> Inspection.isEverybodyDecided(engine));
    }
}
