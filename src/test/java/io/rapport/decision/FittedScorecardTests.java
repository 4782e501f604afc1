package io.rapport.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.rapport.facts.EventData;
import io.rapport.facts.EventTypes;
import io.rapport.facts.Memory;
import io.rapport.facts.Snapshot;
import io.rapport.forecast.LabelledQuality;
import io.rapport.forecast.LabelledTable;
import io.rapport.forecast.Scorecard;
import io.rapport.forecast.ScorecardFit;
import io.rapport.forecast.ScorecardTable;
import io.rapport.rulebook.RuleFiles;
import io.rapport.rulebook.Rulebook;
import io.rapport.rulebook.RulebookCompiler;
import io.rapport.rulebook.Translation;

/** A scorecard fitted to rows is written as a table, read as rules, and says of each of the rows what was fitted. */
class FittedScorecardTests {

    private static final String FILE = "1-classify/churn-points.csv";

    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");

    private static final List<String> HEADER = List.of("customer_id", "payment", "income", "contract", "status", "months",
            "ratio", "Kosten (netto)", "town", "left");

    /** Words that no cell can hold, that mean something else in a cell, or that traits remember otherwise. */
    private static final List<String> PAYMENTS = List.of("Bank transfer (automatic)", "Credit card (automatic)", "Mailed check",
            "Electronic check");

    private static final List<String> INCOMES = List.of("<40K", "40K-60K", ">120K", "unknown", "");

    private static final List<String> CONTRACTS = List.of("Yes", "No", "yes or no", "not yet", "any");

    private static final List<List<String>> ROWS = rows();

    private static final LabelledTable TABLE = LabelledTable.of(HEADER, ROWS, "left", Set.of());

    private static final Scorecard CARD = ScorecardFit.fit(TABLE, IntStream.range(0, TABLE.rows()).toArray());

    private static final String TEXT = ScorecardTable.of(CARD, TABLE,
            LabelledQuality.of(TABLE, LabelledQuality.folds(TABLE, 3)), "contracts=(2026).csv", LocalDate.of(2026, 3, 1));

    private static List<List<String>> rows() {
        var random = new Random(1);
        var rows = new ArrayList<List<String>>();
        for (var i = 0; i < 1_200; i++) {
            var payment = random.nextInt(PAYMENTS.size());
            var income = random.nextInt(INCOMES.size());
            var contract = random.nextInt(CONTRACTS.size());
            var months = random.nextInt(60) - 5;
            var ratio = random.nextDouble() * 2;
            var odds = 0.7 * payment - 0.8 * income + 0.6 * contract - months / 15.0 + ratio;
            var left = random.nextDouble() < 1 / (1 + Math.exp(-odds));
            rows.add(List.of("k" + i, PAYMENTS.get(payment), INCOMES.get(income), CONTRACTS.get(contract),
                    income == 2 ? "是" : "false", i % 90 == 0 ? "n/a" : " " + months + " ", String.valueOf(ratio), "" + months,
                    "town " + random.nextInt(400), left ? "yes" : "no"));
        }
        return rows;
    }

    private static RuleFiles files(String text) {
        return new RuleFiles(new TreeMap<>(Map.of(FILE, text, "3-churn/churn-level.csv", """
                # A test's table
                # id: CHURN-001, owner: tests, status: live, since: 2026-01-01, hit policy: first
                # purpose: to test
                # wrongly catches: nothing known
                churn probability by points in %,churn level,because
                70 and above,high,{churn probability by points in %} by points
                30 and above,watch,{churn probability by points in %} by points
                any,low,{churn probability by points in %} by points
                """)));
    }

    private static Step step(Rulebook rulebook, Judge judge, List<String> row) {
        var told = new HashMap<String, String>();
        for (var i = 1; i < HEADER.size() - 1; i++) {
            told.put(HEADER.get(i), row.get(i));
        }
        return judge.step(Memory.blank(1),
                Events.event(EventTypes.CUSTOMER_UPDATED, "2026-03-02T11:00:00Z", new EventData.Traits(told)),
                new Context(rulebook, Snapshot.NONE, ZoneOffset.UTC, 180), NOW);
    }

    @Test
    void theWrittenTableIsReadWithoutAProblemOrAWarning() {
        var reading = new RulebookCompiler().read(files(TEXT));

        assertThat(reading.problems()).isEmpty();
        assertThat(reading.warnings()).isEmpty();
        assertThat(TEXT).contains("Not used: customer_id", "Not used: Kosten _netto_", "not Electronic check or Mailed check",
                "\"\"\"unknown\"\"\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void everyRowHasThePointsThatWereFitted(String language) {
        var text = Translation.of(FILE, TEXT, Locale.forLanguageTag(language)).text();
        try (var rulebook = new RulebookCompiler().read(files(text)).rulebook(); var judge = new Judge(rulebook)) {
            for (var i = 0; i < ROWS.size(); i++) {
                var decision = step(rulebook, judge, ROWS.get(i)).decision();

                var points = CARD.points(TABLE, i);
                assertThat(decision.valueOf("churn-points")).as("row %s", ROWS.get(i)).isEqualTo(String.valueOf(points));
                var percent = 100 * Scorecard.probability(points);
                assertThat(decision.valueOf("churn-level")).isEqualTo(percent >= 70 ? "high" : percent >= 30 ? "watch" : "low");
            }
        }
        assertThat(text.contains("流失积分")).isEqualTo(language.equals("zh"));
    }

    @Test
    void theReasonNamesEachRowWithItsPoints() {
        try (var rulebook = new RulebookCompiler().read(files(TEXT)).rulebook(); var judge = new Judge(rulebook)) {
            var points = step(rulebook, judge, ROWS.getFirst()).decision().conclusions().stream()
                    .filter(each -> each.concept().equals("churn-points")).findFirst().orElseThrow();

            assertThat(rulebook.because(points.reason(), Locale.ENGLISH)).matches(
                    "(?s).*start \\(" + CARD.start() + "\\).*").contains("months unknown").contains(" % of ");
            assertThat(rulebook.because(points.reason(), Locale.CHINESE)).contains("起始(" + CARD.start() + ")", "months 未知");
        }
    }

    @Test
    void ofWhomNoneOfItIsKnownNoPointsAreConcluded() {
        try (var rulebook = new RulebookCompiler().read(files(TEXT)).rulebook(); var judge = new Judge(rulebook)) {
            var step = judge.step(Memory.blank(1), Events.told("2026-03-02T11:00:00Z", "shoe size", "42"),
                    new Context(rulebook, Snapshot.NONE, ZoneOffset.UTC, 180), NOW);

            assertThat(step.decision().valueOf("churn-points")).isNull();
            assertThat(step.decision().valueOf("churn-level")).isNull();
        }
    }
}
