package io.rapport.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import io.rapport.facts.Decimal;
import io.rapport.facts.Channel;
import io.rapport.facts.CustomerEvent;
import io.rapport.facts.EventData;
import io.rapport.facts.EventTypes;
import io.rapport.facts.Memory;
import io.rapport.facts.Purpose;
import io.rapport.facts.Snapshot;
import io.rapport.rulebook.RuleFiles;
import io.rapport.rulebook.Rulebook;
import io.rapport.rulebook.RulebookCompiler;

/** What would be decided if one thing were otherwise, and which one thing makes a rule act; by the rules that ship. */
class WhatIfTests {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final Instant NOW = Instant.parse("2026-06-15T12:00:00Z");
    private static final String WIN_BACK = "CARE-005/1";
    private static final String BIRTHDAY = "CARE-002/1";

    private static Rulebook rulebook;
    private static WhatIf whatIf;

    @BeforeAll
    static void compileRules() {
        rulebook = new RulebookCompiler().read(RuleFiles.ofFolder(Path.of("rules"))).rulebook();
        whatIf = new WhatIf(rulebook);
    }

    @AfterAll
    static void close() {
        whatIf.close();
        rulebook.close();
    }

    @Test
    void fifteenDaysLaterTheWinBackGoesByItselfAndHadSheBoughtEarlierItWouldGoNow() {
        var flips = flips(WIN_BACK, boughtOnceAndAgreed(75));

        assertThat(flips).extracting(Flip::change).contains(
                new Change.LastPurchase(90), new Change.Later(LocalDate.of(2026, 6, 30).atStartOfDay(LONDON).toInstant()));
        assertThat(flips).filteredOn(flip -> flip.change() instanceof Change.LastPurchase).singleElement()
                .extracting(Flip::instead).isEqualTo("75");
    }

    @Test
    void theMissingConsentIsNamed() {
        var memory = remembered(order("o1", 100));

        assertThat(flips(WIN_BACK, memory).getFirst().change()).isEqualTo(new Change.Consent(Channel.EMAIL, true));
    }

    @Test
    void anOpenComplaintIsNamed() {
        var memory = remembered(order("o1", 100), consent(99), new CustomerEvent("c1", "test", EventTypes.COMPLAINT_RAISED,
                List.of(), NOW.minus(Duration.ofDays(1)), new EventData.Complaint("c1", Channel.EMAIL, "broken")));

        assertThat(flips(WIN_BACK, memory)).extracting(Flip::change).contains(new Change.ComplaintsResolved());
    }

    @Test
    void aBirthdayOfTodayIsNamed() {
        assertThat(flips(BIRTHDAY, boughtOnceAndAgreed(10))).extracting(Flip::change)
                .contains(new Change.Trait("birthday", "1990-06-15"));
    }

    @Test
    void whatIsMissingAltogetherIsNamed() {
        assertThat(flips("CARE-004/1", boughtOnceAndAgreed(10))).extracting(Flip::change)
                .contains(new Change.Complains(Channel.EMAIL));
        assertThat(flips("CARE-001/2", boughtOnceAndAgreed(10))).extracting(Flip::change)
                .anySatisfy(change -> assertThat(change).isInstanceOf(Change.Writes.class));
    }

    @Test
    void aDeliveryFiveDaysAgoIsNamed() {
        assertThat(flips("CARE-003/1", remembered(order("o1", 10, "1200")))).extracting(Flip::change)
                .contains(new Change.Delivered(5));
    }

    @Test
    void everyFlipActsWhenItIsDecidedAgainAndOneDayLessDoesNot() {
        for (var days = 1; days < 140; days += 23) {
            var memory = boughtOnceAndAgreed(days);
            for (var answer : whatIf.whyNot(memory, context(), NOW)) {
                for (var flip : answer.flips()) {
                    assertThat(WhatIf.acts(answer.refusal().rule(), whatIf.with(flip.change(), memory, context(), NOW)))
                            .as("%s by %s", answer.refusal().rule().id(), flip).isTrue();
                    if (flip.change() instanceof Change.LastPurchase last && last.daysAgo() > days) {
                        assertThat(WhatIf.acts(answer.refusal().rule(),
                                whatIf.with(new Change.LastPurchase(last.daysAgo() - 1), memory, context(), NOW))).isFalse();
                    }
                }
            }
        }
    }

    @Test
    void anOrderNowChangesTheConclusionsAndWritesNothing() {
        var memory = remembered(order("o1", 300), order("o2", 340), order("o3", 380));

        var before = whatIf.unchanged(memory, context(), NOW);
        var after = whatIf.with(new Change.Orders("Scented candle", BigDecimal.valueOf(900)), memory, context(), NOW);

        assertThat(before.decision().valueOf("stage")).isNotEqualTo(after.decision().valueOf("stage"));
        assertThat(memory.purchases().days()).isEqualTo(3);
        assertThat(after.memory().purchases().days()).isEqualTo(4);
    }

    @Test
    void aLaterLookPlaysWhatFallsDueOnTheWay() {
        var after = whatIf.with(new Change.Later(NOW.plus(Duration.ofDays(400))), boughtOnceAndAgreed(10), context(), NOW);

        assertThat(after.actions()).extracting(action -> action.what()).contains("win-back");
        assertThat(after.decision().valueOf("status")).isEqualTo("lost");
    }

    @Test
    void whyNotDiamondIsTheRankAndTheNearestValueThatReachesIt() {
        var memory = boughtOnceAndAgreed(10);

        var kept = kept("tier", "diamond", memory);

        var path = kept.other().paths().getFirst();
        assertThat(path.rule().id()).isEqualTo("TIER-001/1");
        assertThat(path.failed()).singleElement().satisfies(finding -> {
            assertThat(finding.condition().term().id()).isEqualTo("current-value-top");
            assertThat(finding.needed(Locale.ENGLISH)).isEqualTo("at most 1");
            assertThat(finding.needed(Locale.CHINESE)).isEqualTo("不超过1");
        });
        assertThat(kept.other().stands().value()).isEqualTo("lead");
        var value = kept.flips().stream().map(Flip::change).filter(Change.CurrentValue.class::isInstance)
                .map(Change.CurrentValue.class::cast).findFirst().orElseThrow().value();
        assertThat(tierWith(value, memory)).isEqualTo("diamond");
        assertThat(tierWith(value - 1, memory)).isNotEqualTo("diamond");
    }

    @Test
    void aNarrowTierBetweenTwoIsReachedToo() {
        assertThat(kept("tier", "gold", boughtOnceAndAgreed(10)).flips()).extracting(Flip::change)
                .anySatisfy(change -> assertThat(change).isInstanceOf(Change.CurrentValue.class));
    }

    @Test
    void whyNotCommitmentNamesWhatFailsAndTheRowThatGoesFirst() {
        var kept = kept("stage", "commitment", remembered(order("o1", 300), order("o2", 260), order("o3", 220)));

        assertThat(kept.other().paths()).singleElement().satisfies(path -> {
            assertThat(path.failed()).extracting(finding -> finding.condition().term().id()).contains("purchase-days");
            assertThat(path.before().id()).startsWith("STAGE-001/");
        });
    }

    @Test
    void whyNotAnotherRelationshipLooksAtEachProductLineAndAtWhatLifts() {
        var kept = kept("relationship", "accountable", remembered(order("o1", 40, "600"), order("o2", 10, "600")));

        assertThat(kept.other().stands().value()).isEqualTo("proactive");
        assertThat(kept.other().paths()).extracting(path -> path.rule().id()).contains("REL-001/5", "REL-001/7");
        assertThat(kept.other().paths()).filteredOn(path -> path.rule().meta().id().equals("REL-002")).isNotEmpty()
                .allSatisfy(path -> assertThat(path.rule().name()).contains("more distant"));
        assertThat(kept.other().paths()).filteredOn(path -> path.rule().id().equals("REL-001/7")).singleElement()
                .extracting(OtherValue.Path::subject).isEqualTo("product line/Candles and lights");
        assertThat(kept.flips()).extracting(Flip::change).contains(new Change.Trait("relationship", "looser"));
        assertThat(kept("relationship", "partnership", Memory.blank(1)).other().paths())
                .anyMatch(OtherValue.Path::isAboutNothing);
    }

    @Test
    void whoIsLoweredAlreadyIsNotToldOfAnotherReasonThatLowersHimNoFurther() {
        var looser = Events.told(NOW.minus(Duration.ofDays(1)).toString(), "relationship", "looser");
        var kept = kept("relationship", "reactive", remembered(order("o1", 40, "600"), order("o2", 10, "600"), looser));

        assertThat(kept.other().stands().value()).isEqualTo("accountable");
        assertThat(kept.other().paths()).extracting(path -> path.rule().meta().id()).containsOnly("REL-001");
    }

    @Test
    void everyFlipOfAValueReachesItWhenItIsDecidedAgain() {
        var memory = remembered(order("o1", 300), order("o2", 160), order("o3", 75));
        for (var concept : List.of("tier", "status", "stage", "relationship", "churn-level", "trust", "loyalty-ladder")) {
            for (var kept : whatIf.whyNot(concept, memory, context(), NOW)) {
                for (var flip : kept.flips()) {
                    assertThat(whatIf.with(flip.change(), memory, context(), NOW).decision().conclusions())
                            .as("%s %s by %s", concept, kept.other().value(), flip)
                            .anyMatch(each -> each.concept().equals(concept) && each.subject().isEmpty()
                                    && each.value().equals(kept.other().value()));
                }
            }
        }
    }

    private static WhatIf.Kept kept(String concept, String value, Memory memory) {
        return whatIf.whyNot(concept, memory, context(), NOW).stream().filter(each -> each.other().value().equals(value))
                .findFirst().orElseThrow();
    }

    private static String tierWith(double currentValue, Memory memory) {
        return whatIf.with(new Change.CurrentValue(currentValue), memory, context(), NOW).decision().valueOf("tier");
    }

    private static List<Flip> flips(String rule, Memory memory) {
        return whatIf.whyNot(memory, context(), NOW).stream().filter(answer -> answer.refusal().rule().id().equals(rule))
                .findFirst().orElseThrow().flips();
    }

    private static Memory boughtOnceAndAgreed(int daysAgo) {
        return remembered(order("o1", daysAgo), consent(daysAgo));
    }

    private static Memory remembered(CustomerEvent... events) {
        var memory = Memory.blank(1);
        for (var event : events) {
            memory = MemoryFold.fold(memory, event, LONDON, 182);
        }
        return memory;
    }

    private static CustomerEvent order(String id, int daysAgo) {
        return order(id, daysAgo, "10");
    }

    private static CustomerEvent order(String id, int daysAgo, String price) {
        var lines = new ArrayList<EventData.OrderLine>();
        lines.add(new EventData.OrderLine("candle", "candle", BigDecimal.ONE, new BigDecimal(price), "Candles and lights", 0.38));
        return new CustomerEvent(id, "test", EventTypes.ORDER_PLACED, List.of(), NOW.minus(Duration.ofDays(daysAgo)),
                new EventData.Order(id, "EUR", lines));
    }

    private static CustomerEvent consent(int daysAgo) {
        return new CustomerEvent("consent", "test", EventTypes.CONSENT_GIVEN, List.of(), NOW.minus(Duration.ofDays(daysAgo)),
                new EventData.Consent(Channel.EMAIL, Purpose.PROMOTION, "form"));
    }

    private static Context context() {
        var ascending = new double[500];
        for (var i = 0; i < ascending.length; i++) {
            ascending[i] = i;
        }
        return new Context(rulebook, new Snapshot("s", Instant.EPOCH, 500, Map.of("current-value", ascending),
                Map.of("Candles and lights", new Snapshot.LineFigures(20, Decimal.of(9_000), 0.38))), LONDON,
                182);
    }
}
