package io.rapport.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import io.rapport.facts.Decimal;
import io.rapport.facts.Memory;
import io.rapport.facts.Purchases;
import io.rapport.facts.Situation;
import io.rapport.rulebook.reading.PhraseBook;
import org.junit.jupiter.api.Test;

/** Days of the customer that come back each year, on his own calendar. */
class YearlyTermsTests {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    @Test
    void theFirstOrderHasAnAnniversaryFromTheFirstYearOn() {
        var bought = bought(LocalDate.of(2024, 3, 5));

        assertThat(days("today is the anniversary of the first order", bought, "2024-03-05", "2025-03-04", "2025-03-05",
                "2025-03-06", "2026-03-05")).containsExactly("2025-03-05", "2026-03-05");
        assertThat(days("today is the 2nd anniversary of the first order", bought, "2025-03-05", "2026-03-05", "2027-03-05"))
                .containsExactly("2026-03-05");
        assertThat(days("the anniversary of the first order is in 7 days", bought, "2026-02-25", "2026-02-26", "2026-02-27"))
                .containsExactly("2026-02-26");
        assertThat(days("the number of the anniversary of the first order is at least 2", bought, "2025-03-05", "2026-03-05",
                "2026-03-06", "2027-03-05")).containsExactly("2026-03-05", "2027-03-05");
    }

    @Test
    void aDateToldOfACustomerHasAnAnniversaryToo() {
        var told = told("wedding day", "2020-06-12");

        assertThat(days("today is the anniversary of the trait \"wedding day\"", told, "2020-06-12", "2026-06-11", "2026-06-12"))
                .containsExactly("2026-06-12");
        assertThat(days("today is the 10th anniversary of the trait \"wedding day\"", told, "2029-06-12", "2030-06-12"))
                .containsExactly("2030-06-12");
        assertThat(days("the anniversary of the trait \"wedding day\" is at most 3 days ahead", told, "2026-06-08", "2026-06-09",
                "2026-06-12", "2026-06-13")).containsExactly("2026-06-09", "2026-06-12");
        assertThat(days("今天是特征\"wedding day\"的周年日", told, "2026-06-12", "2026-06-13")).containsExactly("2026-06-12");
    }

    @Test
    void whatIsNoDateOrLiesAheadHasNone() {
        var today = "today is the anniversary of the trait \"contract begins\"";

        assertThat(days(today, told("contract begins", "soon"), "2026-06-12")).isEmpty();
        assertThat(days(today, told("contract begins", "2027-06-12"), "2026-06-12", "2027-06-12", "2028-06-12"))
                .containsExactly("2028-06-12");
        assertThat(days(today, told("contract begins", "+999999999-12-31"), "2026-12-31")).isEmpty();
        assertThat(due(today, told("contract begins", "+999999999-12-31"), "2026-12-31")).isNull();
    }

    @Test
    void theTwentyNinthOfFebruaryIsKeptOnTheTwentyEighthInCommonYears() {
        var bought = bought(LocalDate.of(2024, 2, 29));

        assertThat(days("today is the anniversary of the first order", bought, "2025-02-28", "2025-03-01", "2028-02-28",
                "2028-02-29")).containsExactly("2025-02-28", "2028-02-29");
    }

    @Test
    void aRoundBirthdayIsSayable() {
        var born = told("birthday", "1986-03-07");

        assertThat(days("today is the customer's 40th birthday", born, "2025-03-07", "2026-03-07", "2026-03-08"))
                .containsExactly("2026-03-07");
        assertThat(days("今天是客户的40岁生日", born, "2026-03-07")).hasSize(1);
        assertThat(days("the age reached today is at least 18", born, "2026-03-07", "2026-03-08")).hasSize(1);
        assertThat(days("the customer's birthday is in 7 days", born, "2026-02-28", "2026-03-01")).containsExactly("2026-02-28");
    }

    @Test
    void itIsLookedAtWhenTheDayBeginsAndWhenItEnds() {
        var bought = bought(LocalDate.of(2024, 7, 5));
        var sentence = "today is the anniversary of the first order";

        assertThat(due(sentence, bought, "2026-03-05")).isEqualTo(Instant.parse("2026-07-04T23:00:00Z"));
        assertThat(due(sentence, bought, "2026-07-05")).isEqualTo(Instant.parse("2026-07-05T23:00:00Z"));
        assertThat(due("the anniversary of the first order is in 30 days", bought, "2026-07-05"))
                .isEqualTo(Instant.parse("2027-06-04T23:00:00Z"));
        assertThat(due("the days until the anniversary of the first order is at most 30", bought, "2026-07-05"))
                .isEqualTo(Instant.parse("2026-07-05T23:00:00Z"));
    }

    @Test
    void theYearIsPartOfTheOccasionAndTheDayIsNot() {
        var sentence = "today is the anniversary of the trait \"wedding day\"";

        assertThat(occasion(sentence, told("wedding day", "2020-06-12"), "2026-06-12"))
                .isEqualTo(occasion(sentence, told("wedding day", "2020-06-15"), "2026-06-15"))
                .isNotEqualTo(occasion(sentence, told("wedding day", "2020-06-12"), "2027-06-12"));
        assertThat(occasion("the anniversary of the trait \"wedding day\" is in 7 days", told("wedding day", "2020-01-03"),
                "2026-12-27")).contains("2027");
    }

    @Test
    void whatIsReadIsSaidAgainInBothLanguages() {
        for (var sentence : List.of("today is the anniversary of the trait \"wedding day\"",
                "today is not the anniversary of the trait \"wedding day\"", "today is the 1st anniversary of the first order",
                "today is the 12th anniversary of the trait \"wedding day\"", "today is the customer's 22nd birthday",
                "the anniversary of the trait \"wedding day\" is in 3 days")) {
            var condition = read(sentence);

            assertThat(condition.wording(Locale.ENGLISH)).isEqualTo(sentence);
            assertThat(read(condition.wording(Locale.CHINESE))).as(condition.wording(Locale.CHINESE)).isEqualTo(condition);
            assertThat(Vocabulary.shipped().term(condition.term().id())).isSameAs(condition.term());
        }
    }

    private static Memory bought(LocalDate first) {
        var blank = Memory.blank(1);
        return new Memory(1, blank.tallies(), Purchases.of(first, Decimal.of(10), Decimal.of(3)), Map.of(), List.of(), List.of(),
                Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Instant.EPOCH);
    }

    private static Memory told(String trait, String value) {
        return new Memory(1, Map.of(), null, Map.of(), List.of(), List.of(), new TreeMap<>(Map.of(trait, value)), Map.of(),
                Map.of(), Map.of(), Map.of(), Instant.EPOCH);
    }

    private static List<String> days(String sentence, Memory memory, String... days) {
        var condition = read(sentence);
        return java.util.Arrays.stream(days).filter(day -> Interpreter.passes(condition, on(memory, day))).toList();
    }

    private static Instant due(String sentence, Memory memory, String day) {
        var condition = read(sentence);
        return condition.term().next(on(memory, day), condition.arguments(), condition.check());
    }

    private static String occasion(String sentence, Memory memory, String day) {
        return String.valueOf(java.util.Objects.requireNonNull(read(sentence).term().source().anchor()).of(on(memory, day)));
    }

    private static Situation on(Memory memory, String day) {
        var some = new SomeCustomers(1).situation(Situation.Scope.CUSTOMER);
        return new Situation(Situation.Scope.CUSTOMER, null, memory, some.event(),
                LocalDate.parse(day).atTime(12, 0).atZone(LONDON).toInstant(), LONDON, some.snapshot(), SomeCustomers.TAU,
                Map.of());
    }

    private static Condition read(String sentence) {
        var problems = new Problems("a", List.of(sentence));
        var condition = PhraseBook.shipped().read(sentence, new Problems.Place(1, 1, sentence.length()), problems);
        assertThat(condition).as(sentence + " " + Shelf.rendered(problems.found())).isNotNull();
        return condition;
    }
}
