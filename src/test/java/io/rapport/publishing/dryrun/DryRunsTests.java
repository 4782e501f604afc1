package io.rapport.publishing.dryrun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

import io.rapport.customer.DecidedBy;
import io.rapport.customer.Known;
import io.rapport.decision.Context;
import io.rapport.facts.Memory;
import io.rapport.publishing.dryrun.DryRunOrder.State;
import io.rapport.rulebook.RuleFiles;
import io.rapport.rulebook.Rulebook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DryRunsTests {

    private static Rulebook live;

    @TempDir
    private Path folder;

    @BeforeAll
    static void compile() {
        live = Histories.tiny("90 days");
    }

    @AfterAll
    static void close() {
        live.close();
    }

    @Test
    void aRunEndsWithAReportThatIsThereAfterARestart() {
        var surroundings = new Shop();
        var runs = runs();

        var id = runs.start("draft", draft(), false, surroundings);
        awaitState(runs, id, State.FINISHED);

        assertThat(surroundings.report).isNotNull().isEqualTo(runs().report(id));
        assertThat(runs().list()).singleElement().satisfies(run -> assertThat(run.order().name()).isEqualTo("draft"));
        assertThat(runs().affected(id)).hasSize((int) surroundings.report.affectedInAll());
    }

    @Test
    void aSecondRunWaitsForNobodyButIsRefusedWhileOneIsUnderWay() {
        var slow = new Shop();
        slow.gate = new CountDownLatch(1);
        var runs = runs();

        var id = runs.start("draft", draft(), false, slow);
        var second = runs.start("draft", draft(), false, new Shop());
        slow.gate.countDown();

        assertThat(second).isNull();
        awaitState(runs, id, State.FINISHED);
    }

    @Test
    void aRunThatWasCancelledGoesOn() {
        var slow = new Shop();
        slow.gate = new CountDownLatch(1);
        var runs = runs();

        var id = runs.start("draft", draft(), false, slow);
        assertThat(runs.cancel(id)).isTrue();
        slow.gate.countDown();
        awaitState(runs, id, State.CANCELLED);
        assertThat(runs.cancel(id)).isFalse();

        assertThat(runs.resume(id, new Shop())).isEqualTo(id);
        awaitState(runs, id, State.FINISHED);
        assertThat(runs.resume(id, new Shop())).isNull();
    }

    @Test
    void aRunThatTheEnginesEndInterruptedIsFoundAgainAndGoesOnWithTheFilesItBeganWith() throws Exception {
        var slow = new Shop();
        slow.gate = new CountDownLatch(1);
        var before = runs();
        var id = before.start("draft", draft(), false, slow);
        before.end();

        var after = runs();
        assertThat(after.find(id)).satisfies(run -> assertThat(run.order().state()).isEqualTo(State.INTERRUPTED));
        var later = new Shop();
        after.resume(id, later);
        awaitState(after, id, State.FINISHED);

        assertThat(later.report).satisfies(report -> assertThat(report.subject().candidate()).isEqualTo(draft().hash()));
    }

    @Test
    void aRunThatFailsSaysWhy() {
        var broken = new Shop();
        broken.gate = null;
        broken.trouble = "The disk has gone";
        var runs = runs();

        var id = runs.start("draft", draft(), false, broken);
        awaitState(runs, id, State.FAILED);

        assertThat(runs.find(id)).satisfies(run -> assertThat(run.order().problem()).contains("The disk has gone"));
    }

    @Test
    void noIdLeavesTheFolderOfRuns() {
        assertThat(runs().find("../../etc")).isNull();
        assertThat(runs().report("..")).isNull();
    }

    private DryRuns runs() {
        return new DryRuns(new DryRunSettings(folder, 1, 90, 20, "GBP", Map.of()), Clock.systemUTC());
    }

    private static RuleFiles draft() {
        return Histories.tinyFiles("60 days");
    }

    private static void awaitState(DryRuns runs, @Nullable String id, State state) {
        await().atMost(Duration.ofMinutes(2)).until(() -> runs.find(String.valueOf(id)),
                run -> run != null && run.order().state() == state);
    }

    /** An engine whose history can be held up. */
    private static final class Shop implements DryRuns.Surroundings {

        private @Nullable CountDownLatch gate;
        private @Nullable String trouble;
        private volatile @Nullable DryRunReport report;

        @Override
        public Context context() {
            return Histories.context(live);
        }

        @Override
        public EventSource history() {
            var events = Histories.drawn(20, 120, 3);
            return EventSource.of("shop", "shop", each -> {
                held(gate);
                events.forEach(each);
            }, () -> 0);
        }

        @Override
        public void everybody(Consumer<Known> visitor) {
            visitor.accept(new Known(7, 0, Memory.blank(7), null, "", DecidedBy.NOTHING));
        }

        private void held(@Nullable CountDownLatch latch) {
            if (trouble != null) {
                throw new IllegalStateException(trouble);
            }
            try {
                if (latch != null) {
                    latch.await();
                }
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void finished(DryRunReport done) {
            report = done;
        }
    }
}
