package io.rapport.publishing.dryrun;

import static io.rapport.publishing.dryrun.Histories.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;

import io.rapport.facts.Channel;
import io.rapport.facts.CustomerEvent;
import io.rapport.facts.EventData;
import io.rapport.facts.EventTypes;
import io.rapport.facts.Purpose;
import io.rapport.publishing.dryrun.DryRun.Settings;
import io.rapport.publishing.dryrun.DryRunReport.DeedChange;
import io.rapport.rulebook.Rulebook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DryRunTests {

    private static final String WIN_BACK = "4-care/win-back.sentences";

    private static final List<CustomerEvent> HISTORY = Histories.drawn(110, 260, 7);

    private static final long CUSTOMERS = HISTORY.stream().map(CustomerEvent::identities).distinct().count();

    @TempDir
    private static Path shared;

    private static Rulebook live;
    private static Rulebook sooner;

    /** The drawn history with win-backs a month sooner. */
    private static DryRunReport whole;

    @TempDir
    private Path folder;

    @BeforeAll
    static void compile() {
        live = Histories.shipped();
        sooner = Histories.shippedBut(WIN_BACK, "90 days", "60 days");
        whole = dryRun(sooner, 3).run(Histories.source(HISTORY), shared, _ -> {}, () -> false);
    }

    @AfterAll
    static void close() {
        live.close();
        sooner.close();
    }

    @Test
    void theResultIsTheSameWhateverTheNumberOfThreads() {
        var one = run(sooner, HISTORY, 1, "one");
        var two = run(sooner, HISTORY, 2, "two");

        assertThat(one.subject().customers()).isEqualTo(CUSTOMERS);
        assertThat(one.affected()).isNotEmpty();
        assertThat(two).isEqualTo(one);
        assertThat(whole).isEqualTo(one);
    }

    @Test
    void theSameRulesChangeNothingForAnybody() {
        var report = run(live, HISTORY, 2, "same");

        assertThat(report.affectedInAll()).isZero();
        assertThat(report.values()).isNotEmpty().allMatch(value -> value.changed() == 0);
        assertThat(report.subject().steps().difference()).isZero();
        assertThat(report.score().live()).isEqualTo(report.score().candidate());
        assertThat(report.summary(Locale.ENGLISH)).contains("Nothing changes for anybody");
        assertThat(report.summary(Locale.CHINESE)).contains("没有变化");
    }

    @Test
    void aRunThatWasCancelledGoesOnAndEndsAsIfItHadNot() throws Exception {
        var looks = new AtomicInteger();
        var here = folder.resolve("cancelled");

        assertThatThrownBy(() -> dryRun(sooner, 1).run(Histories.source(HISTORY), here, _ -> {},
                () -> looks.incrementAndGet() % 50 == 0 && finishedParts(here) >= 5)).isInstanceOf(CancellationException.class);
        var finished = finishedParts(here);
        var resumed = dryRun(sooner, 2).run(EventSource.of("drawn", "drawn-" + HISTORY.size(), _ -> {
            throw new AssertionError("The history was surveyed before");
        }, () -> 0), here, _ -> {}, () -> false);

        assertThat(finished).isBetween(5L, 31L);
        assertThat(resumed).isEqualTo(whole);
        assertThat(Checkpoints.report(here)).isEqualTo(whole);
        assertThat(Files.list(here).map(file -> String.valueOf(file.getFileName()))).noneMatch(name -> name.startsWith("spool"));
    }

    @Test
    void anotherComparisonInTheSameFolderBeginsAnew() {
        run(sooner, HISTORY.subList(0, 60), 1, "again");

        var report = run(live, HISTORY.subList(0, 90), 1, "again");

        assertThat(report.subject().events()).isEqualTo(90);
        assertThat(report.affectedInAll()).isZero();
    }

    @Test
    void whoGetsAMessageSoonerIsNoGainAndWhoGetsItAtAllIs() {
        var history = new ArrayList<CustomerEvent>();
        history.add(Histories.consent(1, START));
        history.add(Histories.order(1, START.plus(Duration.ofDays(1)), "CAKE TIN", 20));
        history.add(Histories.consent(2, START));
        history.add(Histories.order(2, START.plus(Duration.ofDays(1)), "CAKE TIN", 20));
        history.add(Histories.order(2, START.plus(Duration.ofDays(76)), "CAKE TIN", 20));
        history.add(Histories.order(3, START.plus(Duration.ofDays(100)), "CAKE TIN", 20));

        var report = run(sooner, history, 1, "gains");

        assertThat(report.deeds()).filteredOn(deed -> deed.what().equals("win-back")).singleElement()
                .satisfies(deed -> {
                    assertThat(deed.done()).isEqualTo(new Both(1, 2));
                    assertThat(deed.gains()).isEqualTo(1);
                    assertThat(deed.loses()).isZero();
                    assertThat(deed.moves()).isEqualTo(1);
                    assertThat(deed.daysLater()).isBetween(-30.0, -20.0);
                });
        assertThat(report.affected()).filteredOn(row -> row.change().equals(Affected.GAINS)).singleElement()
                .satisfies(row -> {
                    assertThat(row.who()).isEqualTo("order-system:C2");
                    assertThat(row.candidateBecause().english()).startsWith("silent for 6");
                    assertThat(row.candidateBecause().chinese()).contains("沉默");
                    assertThat(row.liveBecause().english()).contains("silent", "(it is ");
                });
    }

    @Test
    void whatTheOtherSideHoldsBackItSaysSo() {
        var fewer = Histories.shippedBut("5-limits/contacts-per-channel.csv", "email,promotion,2,7", "email,promotion,0,7");
        var report = run(fewer, HISTORY, 2, "caps");

        var winBack = deed(report, "win-back");
        assertThat(winBack.done().live()).isPositive();
        assertThat(winBack.done().candidate()).isZero();
        assertThat(winBack.loses()).isPositive();
        assertThat(report.heldBack()).filteredOn(DryRunReport.HeldBack::cap).filteredOn(held -> held.rule().startsWith("LIM-001"))
                .singleElement()
                .satisfies(held -> assertThat(held.actions().candidate()).isPositive());
        assertThat(report.affected()).filteredOn(row -> row.change().equals(Affected.LOSES) && row.what().contains("win-back"))
                .isNotEmpty().allSatisfy(row -> assertThat(row.candidateBecause().english()).startsWith("Held back: "));
        fewer.close();
    }

    @Test
    void whereNobodyToldAConsentPromotionShowsOnlyAsIfAllHadAgreed() {
        var orders = HISTORY.stream().filter(event -> !event.is(EventTypes.CONSENT_GIVEN)).toList();

        var asTheyAre = run(sooner, orders, 2, "as-they-are");
        var asIf = DryRun.of(Histories.context(live), sooner, new Settings(2, 90, ChannelCosts.usual(), true))
                .run(Histories.source(orders), folder.resolve("as-if"), _ -> {}, () -> false);

        assertThat(asTheyAre.deeds()).noneMatch(deed -> deed.what().equals("win-back"));
        assertThat(asTheyAre.heldBack()).filteredOn(held -> held.rule().equals("policy/consent")).singleElement()
                .satisfies(held -> assertThat(held.each()).anySatisfy(each -> {
                    assertThat(each.what()).isEqualTo("win-back");
                    assertThat(each.actions().candidate()).isPositive();
                }));
        assertThat(deed(asIf, "win-back").gains()).isPositive();
        assertThat(asIf.subject().asIfAgreed()).isTrue();
        assertThat(asIf.summary(Locale.ENGLISH)).contains("As if all had agreed");
        assertThat(asIf.summary(Locale.CHINESE)).contains("假定所有人都已同意");
    }

    @Test
    void whoWithdrawsHasWithdrawnAlsoWhenAllAreTakenForAgreed() {
        var history = List.of(
                Histories.order(1, START.plus(Duration.ofDays(1)), "CAKE TIN", 20),
                Histories.event(1, "withdrawn", EventTypes.CONSENT_WITHDRAWN, START.plus(Duration.ofDays(2)),
                        new EventData.Consent(Channel.EMAIL, Purpose.PROMOTION, "form")),
                Histories.order(3, START.plus(Duration.ofDays(100)), "CAKE TIN", 20));

        var report = DryRun.of(Histories.context(live), sooner, new Settings(1, 90, ChannelCosts.usual(), true))
                .run(Histories.source(history), folder.resolve("withdrawn"), _ -> {}, () -> false);

        assertThat(report.deeds()).noneMatch(deed -> deed.what().equals("win-back"));
    }

    @Test
    void whatWaitedUntilItsTimeWasOverIsHeldBackOnceByWhatItWaitedFor() {
        assertThat(whole.heldBack()).isNotEmpty().allSatisfy(held -> assertThat(
                held.each().stream().map(DryRunReport.HeldAction::actions).reduce(Both.NONE, Both::plus))
                .isEqualTo(held.actions()));
        assertThat(whole.heldBack()).filteredOn(held -> held.rule().equals("policy/missed"))
                .flatExtracting(DryRunReport.HeldBack::each).noneMatch(each -> each.what().equals("win-back"));
    }

    @Test
    void theChangedRuleComesFirstWithWhatItDid() {
        assertThat(whole.changedRules()).singleElement().satisfies(rule -> {
            assertThat(rule.rule()).startsWith("CARE-005/");
            assertThat(rule.change()).isEqualTo("changed");
            assertThat(rule.spoke().live()).isPositive();
            assertThat(rule.actions()).isEqualTo(deed(whole, "win-back").done());
        });
    }

    @Test
    void tasksAreCountedByTeamWithWhatTheRulesSayACallCosts() {
        var dearer = Histories.shippedBut("1-classify/cost-to-serve.csv", "1,30,60,30", "1,45,60,30");
        var report = run(dearer, HISTORY, 2, "dearer");
        dearer.close();

        var work = report.work();
        assertThat(work).isNotNull();
        assertThat(work.teams().stream().map(DryRunReport.Load::tasks).reduce(Both.NONE, Both::plus)).isEqualTo(
                report.deeds().stream().filter(deed -> deed.kind().equals("task")).map(DeedChange::done)
                        .reduce(Both.NONE, Both::plus));
        assertThat(work.teams()).filteredOn(load -> load.met().equals("call-centre")).isNotEmpty().allSatisfy(load -> {
            assertThat(load.live()).isEqualByComparingTo(BigDecimal.valueOf(30 * load.tasks().live()));
            assertThat(load.candidate()).isEqualByComparingTo(BigDecimal.valueOf(45 * load.tasks().candidate()));
        });
        assertThat(work.tasksLive().howMany()).isPositive();
        assertThat(work.tasksLive().day()).isNotNull();
    }

    @Test
    void allThatHoldsOfACustomerIsComparedAndWhatChangesComesFirst() {
        var shorter = Histories.shippedBut("2-relate/account-size.csv", "ordinary", "major");
        var report = run(shorter, HISTORY, 2, "sizes");
        shorter.close();

        assertThat(report.values()).extracting(DryRunReport.ValueChange::concept)
                .contains("tier", "account-size", "care-plan", "retention", "portfolio", "complaint-deadline");
        assertThat(report.values()).extracting(DryRunReport.ValueChange::changed)
                .isSortedAccordingTo(java.util.Comparator.reverseOrder());
        assertThat(report.values()).filteredOn(value -> value.concept().equals("account-size")).singleElement()
                .satisfies(size -> assertThat(size.customers("ordinary", "major")).isPositive());
        assertThat(report.affected()).anyMatch(row -> row.change().equals("account-size"));
    }

    @Test
    void messagesAreCountedByDayAndChannelAndCostWhatTheirChannelCosts() {
        var sent = whole.messages().stream().map(DryRunReport.Daily::messages).reduce(Both.NONE, Both::plus);
        assertThat(whole.messages()).isNotEmpty().allMatch(daily -> daily.channel().equals("email"));
        assertThat(whole.costs().channels()).singleElement().satisfies(email -> {
            assertThat(email.messages()).isEqualTo(sent);
            assertThat(email.candidate()).isEqualByComparingTo(
                    new BigDecimal("0.002").multiply(BigDecimal.valueOf(sent.candidate())));
        });
    }

    @Test
    void contactsOfThePastAreLeftOutAndWhatAnEarlierRulebookConcludedToo() {
        var at = START.plus(Duration.ofDays(40));
        var contacted = new CustomerEvent("contact", "delivery", EventTypes.CUSTOMER_CONTACTED, HISTORY.getFirst().identities(),
                at, new EventData.Contact("a", "CARE-005/1", "o", Channel.EMAIL, Purpose.PROMOTION, "win-back", "delivered"));
        var moved = new CustomerEvent("moved", "engine", EventTypes.STAGE_MOVED, HISTORY.getFirst().identities(), at,
                new EventData.Move("stage", null, "commitment", "STAGE-001/1"));
        var history = new ArrayList<>(HISTORY);
        history.add(contacted);
        history.add(moved);

        var report = run(sooner, history, 1, "contacts");

        assertThat(report.subject().contacts()).isEqualTo(2);
        assertThat(report.deeds()).isEqualTo(whole.deeds());
    }

    @Test
    void productsSortedOtherwiseMakeAnotherPopulation() {
        var otherwise = Histories.shippedBut("1-classify/product-line.csv", "Christmas,27", "Christmas,90");
        var report = run(otherwise, HISTORY, 2, "lines");

        assertThat(report.subject().onePopulation()).isFalse();
        assertThat(report.values()).filteredOn(value -> value.concept().equals("tier")).singleElement()
                .satisfies(tier -> {
                    assertThat(tier.changed()).isPositive();
                    assertThat(tier.cells().stream().mapToLong(DryRunReport.Cell::customers).sum()).isEqualTo(CUSTOMERS);
                });
        assertThat(report.affected()).anySatisfy(row -> {
            assertThat(row.change()).isEqualTo("tier");
            assertThat(row.liveBecause().english()).isNotEmpty();
        });
        otherwise.close();
    }

    @Test
    void flagsAreJudgedByWhatHappenedAfterwards() {
        var history = new ArrayList<CustomerEvent>();
        for (var customer = 1; customer <= 4; customer++) {
            history.add(Histories.order(customer, START.plus(Duration.ofDays(1)), "CAKE TIN", 20));
        }
        history.add(Histories.order(1, START.plus(Duration.ofDays(290)), "CAKE TIN", 20));
        history.add(Histories.order(2, START.plus(Duration.ofDays(390)), "CAKE TIN", 20));

        var score = run(sooner, history, 1, "score").score();

        assertThat(score.asOf()).isEqualTo(START.plus(Duration.ofDays(300)));
        assertThat(score.live().flagged().customers()).isPositive();
        assertThat(score.live().flagged().customers() + score.live().others().customers()).isEqualTo(4);
        assertThat(score.live().flagged().returned() + score.live().others().returned()).isEqualTo(1);
        assertThat(score.live().flags().raised()).isEqualTo(score.live().flags().returned() + score.live().flags().lost());
    }

    @Test
    void rulesThatNeverHeldAreNamedForBothRulebooks() {
        assertThat(whole.neverFired()).extracting(DryRunReport.NeverFired::rule).contains("CARE-002/1")
                .doesNotContain("CARE-005/1", "CARE-003/1");
        assertThat(whole.neverFired()).filteredOn(rule -> rule.rule().equals("CARE-002/1")).singleElement()
                .satisfies(rule -> {
                    assertThat(rule.live()).isTrue();
                    assertThat(rule.candidate()).isTrue();
                    assertThat(rule.file()).isEqualTo("4-care/birthday-greeting.sentences");
                });
    }

    @Test
    void everybodyWhoIsAffectedStandsInTheFile() {
        var rows = Checkpoints.affected(shared).toList();

        assertThat(rows).hasSize((int) whole.affectedInAll()).containsAll(whole.affected());
    }

    @Test
    void progressGrowsToTheEndAndTellsHowLongItTakes() {
        var shares = new ArrayList<Double>();

        dryRun(sooner, 2).run(Histories.source(HISTORY.subList(0, 100)), folder.resolve("progress"),
                news -> shares.add(news.share()), () -> false);

        assertThat(shares).isSorted().endsWith(1.0);
    }

    private static DeedChange deed(DryRunReport report, String what) {
        return report.deeds().stream().filter(deed -> deed.what().equals(what)).findFirst().orElseThrow();
    }

    private static long finishedParts(Path here) {
        try (var files = Files.list(here)) {
            return files.filter(file -> file.toString().endsWith(".json") && file.toString().contains("part-")).count();
        } catch (java.io.IOException notYet) {
            return 0;
        }
    }

    private static DryRun dryRun(Rulebook candidate, int threads) {
        return DryRun.of(Histories.context(live), candidate, new Settings(threads, 90, ChannelCosts.usual()));
    }

    private DryRunReport run(Rulebook candidate, List<CustomerEvent> history, int threads, String name) {
        return dryRun(candidate, threads).run(Histories.source(history), folder.resolve(name), _ -> {}, () -> false);
    }
}
