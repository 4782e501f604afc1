package io.rapport.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.rapport.facts.Memory;
import io.rapport.facts.Situation;
import io.rapport.rulebook.reading.CellReader;
import io.rapport.rulebook.reading.Column;
import io.rapport.rulebook.reading.HeaderReader;
import io.rapport.rulebook.reading.PhraseBook;
import org.junit.jupiter.api.Test;

/** Which day it is: windows of the year and days of the week. */
class CalendarTermsTests {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private static final Check ADVENT = window(12, 1, 12, 24);

    @Test
    void aWindowIsSaidInManyWays() {
        for (var sentence : List.of("today is between 1 December and 24 December", "today is between 1 and 24 December",
                "today is from 1 to 24 December", "today is 1-24 December", "from 1 to 24 December",
                "between December 1 and December 24", "between the 1st and the 24th of December", "today is 1 Dec to 24 Dec",
                "today is from 1.12. to 24.12.", "between 1 and 24 December each year", "今天在12月1日至12月24日之间", "今天在12月1日至24日之间",
                "今天是12月1日到24日", "12月1日至24日", "今天处于十二月一日至二十四日期间", "今天在12月1号到24号", "今天在12月1日和24日之间")) {
            assertThat(read(sentence).check()).as(sentence).isEqualTo(ADVENT);
        }
        for (var sentence : List.of("today is between 20 December and 6 January", "from 20 December to 6 January",
                "today is from 20 Dec - 6 Jan", "between 20 December and 6 January of the next year", "今天在12月20日至次年1月6日之间")) {
            assertThat(read(sentence).check()).as(sentence).isEqualTo(window(12, 20, 1, 6));
        }
        for (var sentence : List.of("today is in December", "in December", "today is December", "today is in dec", "今天在12月",
                "今天在十二月",
                "今天在12月份", "在12月")) {
            assertThat(read(sentence).check()).as(sentence).isEqualTo(window(12, 1, 12, 31));
        }
        for (var sentence : List.of("today is 24 December", "today is December 24", "on 24 December",
                "today is the 24th of December",
                "今天是12月24日")) {
            assertThat(read(sentence).check()).as(sentence).isEqualTo(window(12, 24, 12, 24));
        }
        assertThat(read("from November to February").check()).isEqualTo(window(11, 1, 2, 29));
        assertThat(read("today is not in December").check()).isEqualTo(read("今天不在12月").check())
                .isEqualTo(new Check.Window(MonthDay.of(12, 1), MonthDay.of(12, 31), true));
    }

    @Test
    void weekdaysAreSaidInManyWays() {
        for (var sentence : List.of("today is Monday", "today is a Monday", "on Mondays", "every Monday", "today is Mon",
                "今天是星期一", "今天是周一",
                "每周一", "今天是礼拜一", "the day of the week is Monday")) {
            assertThat(read(sentence).check()).as(sentence).isEqualTo(days("Monday"));
        }
        for (var sentence : List.of("today is Monday to Friday", "on Monday to Friday", "today is a weekday",
                "from Monday to Friday",
                "today is a working day", "between Monday and Friday", "今天是星期一至星期五", "今天是周一到周五", "今天是周一至五", "今天是工作日")) {
            assertThat(read(sentence).check()).as(sentence)
                    .isEqualTo(days("Monday", "Tuesday", "Wednesday", "Thursday", "Friday"));
        }
        for (var sentence : List.of("today is Saturday or Sunday", "on the weekend", "at weekends", "on Saturdays and Sundays",
                "今天是周末",
                "今天是星期六或星期日", "今天是周六、周日")) {
            assertThat(read(sentence).check()).as(sentence).isEqualTo(days("Saturday", "Sunday"));
        }
        assertThat(read("today is Friday to Monday").check()).isEqualTo(days("Friday", "Saturday", "Sunday", "Monday"));
        assertThat(read("today is not Sunday").check()).isEqualTo(new Check.OneOf(List.of("Sunday"), true));
    }

    @Test
    void whatIsReadIsSaidAgainInBothLanguages() {
        for (var sentence : List.of("today is between 20 December and 6 January", "today is not in December",
                "today is 24 December",
                "today is Monday to Friday", "today is Monday or Thursday", "today is not Saturday or Sunday")) {
            var condition = read(sentence);

            assertThat(condition.wording(Locale.ENGLISH)).isEqualTo(sentence);
            assertThat(read(condition.wording(Locale.CHINESE))).as(condition.wording(Locale.CHINESE)).isEqualTo(condition);
        }
        assertThat(read("from 1 to 24 December").wording(Locale.CHINESE)).isEqualTo("今天在12月1日至12月24日之间");
        assertThat(read("on Monday to Friday").wording(Locale.CHINESE)).isEqualTo("今天是星期一至星期五");
    }

    @Test
    void theyAreColumnsToo() {
        assertThat(cell("day of the year", "1 to 24 December")).isEqualTo(ADVENT).isEqualTo(cell("日期", "12月1日至24日"))
                .isEqualTo(cell("day of the year", "1-Dec to 24-Dec"));
        assertThat(cell("day of the year", "December")).isEqualTo(window(12, 1, 12, 31)).isEqualTo(cell("日期", "12月"));
        assertThat(cell("day of the year", "not 20 December to 6 January"))
                .isEqualTo(new Check.Window(MonthDay.of(12, 20), MonthDay.of(1, 6), true));
        assertThat(cell("day of the week", "Monday to Friday")).isEqualTo(cell("星期几", "星期一至星期五"))
                .isEqualTo(cell("day of the week", "Mon-Fri")).isEqualTo(cell("星期几", "工作日"));
        assertThat(cell("day of the week", "not Sunday")).isEqualTo(new Check.OneOf(List.of("Sunday"), true));
    }

    @Test
    void itHoldsOnTheCustomersOwnDaysFirstAndLastIncluded() {
        assertThat(holding("from 1 to 24 December", "2026-11-30", "2026-12-01", "2026-12-24", "2026-12-25"))
                .containsExactly("2026-12-01", "2026-12-24");
        assertThat(
                holding("between 20 December and 6 January", "2026-12-19", "2026-12-20", "2026-12-31", "2027-01-01", "2027-01-06",
                        "2027-01-07"))
                .containsExactly("2026-12-20", "2026-12-31", "2027-01-01", "2027-01-06");
        assertThat(holding("today is not between 20 December and 6 January", "2026-12-19", "2026-12-20", "2027-01-07"))
                .containsExactly("2026-12-19", "2027-01-07");
        assertThat(holding("from November to February", "2028-02-29", "2027-02-28", "2027-03-01", "2026-10-31"))
                .containsExactly("2028-02-29", "2027-02-28");
        assertThat(holding("on Mondays", "2026-11-29", "2026-11-30", "2026-12-01")).containsExactly("2026-11-30");
        assertThat(Interpreter.passes(read("on Mondays"), at("2026-11-29T16:00:00Z", ZoneId.of("Asia/Shanghai"))))
                .as("it is Monday in Shanghai").isTrue();
    }

    @Test
    void itIsLookedAtWhenTheDaysBeginAndWhenTheyAreOver() {
        assertThat(due("from 1 to 24 December", "2026-11-29")).isEqualTo("2026-12-01T00:00:00Z");
        assertThat(due("from 1 to 24 December", "2026-12-03")).isEqualTo("2026-12-25T00:00:00Z");
        assertThat(due("from 1 to 24 December", "2026-12-25")).isEqualTo("2027-12-01T00:00:00Z");
        assertThat(due("today is in June", "2026-06-03")).isEqualTo("2026-06-30T23:00:00Z");
        assertThat(due("today is 29 February", "2026-06-03")).isEqualTo("2028-02-29T00:00:00Z");
        assertThat(due("on Mondays", "2026-11-25")).isEqualTo("2026-11-30T00:00:00Z");
        assertThat(due("on Monday to Friday", "2026-11-25")).isEqualTo("2026-11-28T00:00:00Z");
        assertThat(due("on Sundays", "2026-03-29")).as("the clocks change on that day").isEqualTo("2026-03-29T23:00:00Z");
    }

    /** What the reviews say, found by looking at each of the days. */
    @Test
    void theNextTurnIsTheFirstDayThatIsOtherwise() {
        var chance = new SomeCustomers(11);
        for (var i = 0; i < 2_000; i++) {
            var window = (Check.Window) SomeChecks.of(read("in December").term(), chance).getLast();
            var day = LocalDate.of(2026, 1, 1).plusDays(chance.number(3_000));
            var next = day;
            while (window.holds(next) == window.holds(day) && next.isBefore(day.plusYears(9))) {
                next = next.plusDays(1);
            }

            assertThat(window.nextTurn(day)).as(window + " from " + day).isEqualTo(next.isBefore(day.plusYears(9)) ? next : null);
        }
    }

    @Test
    void aWindowIsOneOccasionOfTheYearInWhichItOpened() {
        var newYear = List.of("between 20 December and 6 January");

        assertThat(occasion(newYear, "2026-12-20")).isEqualTo(occasion(newYear, "2027-01-06"))
                .isNotEqualTo(occasion(newYear, "2027-12-20"));
        assertThat(occasion(List.of("from 1 to 24 December"), "2026-12-01")).as("put right in December, it brings nothing twice")
                .isEqualTo(occasion(List.of("from 3 to 24 December"), "2026-12-03"));
        assertThat(occasion(List.of("today is not in December"), "2026-11-20")).isEqualTo(Interpreter.ONCE);
    }

    @Test
    void daysOfTheWeekAreAnOccasionEachWeekUnlessTheRuleHasAnother() {
        var mondays = List.of("on Mondays");
        var weekdays = List.of("on Monday to Friday");
        var inDecember = List.of("on Monday to Friday", "in December");

        assertThat(occasion(mondays, "2026-11-30")).isNotEqualTo(occasion(mondays, "2026-12-07"));
        assertThat(occasion(weekdays, "2026-11-30")).isEqualTo(occasion(weekdays, "2026-12-04"))
                .isNotEqualTo(occasion(weekdays, "2026-12-07"));
        assertThat(occasion(inDecember, "2026-12-01")).isEqualTo(occasion(inDecember, "2026-12-14"));
    }

    private static List<String> holding(String sentence, String... days) {
        var condition = read(sentence);
        return Arrays.stream(days).filter(day -> Interpreter.passes(condition, on(day))).toList();
    }

    private static String due(String sentence, String day) {
        var condition = read(sentence);
        return String.valueOf(condition.term().next(on(day), condition.arguments(), condition.check()));
    }

    private static String occasion(List<String> sentences, String day) {
        var meta = new RuleMeta("GEN-001", "t", "o", RuleMeta.Status.LIVE, LocalDate.EPOCH, "p", "w", HitPolicy.ALL);
        return Interpreter.occasion(new Rule("GEN-001/1", "n", Stratum.CARE, Situation.Scope.CUSTOMER, meta, new Origin("f", 1),
                sentences.stream().map(CalendarTermsTests::read).toList(), List.of(), Rule.Because.NONE), on(day));
    }

    private static Situation on(String day) {
        return at(LocalDate.parse(day).atTime(12, 0).atZone(LONDON).toInstant().toString(), LONDON);
    }

    private static Situation at(String now, ZoneId zone) {
        var some = new SomeCustomers(1).situation(Situation.Scope.CUSTOMER);
        return new Situation(Situation.Scope.CUSTOMER, null, Memory.blank(1), some.event(), Instant.parse(now), zone,
                some.snapshot(),
                SomeCustomers.TAU, Map.of());
    }

    private static Check window(int month, int day, int lastMonth, int lastDay) {
        return new Check.Window(MonthDay.of(month, day), MonthDay.of(lastMonth, lastDay), false);
    }

    private static Check days(String... days) {
        return new Check.OneOf(List.of(days), false);
    }

    private static Check cell(String header, String cell) {
        var problems = new Problems("a", List.of());
        var column = (Column.Reads) new HeaderReader(Stratum.CARE, problems).read(header, new Problems.Place(1, 1, 1));
        assertThat(column).as(header).isNotNull();
        var check = new CellReader(problems, false).read(column, header, cell, new Problems.Place(1, 1, 1));
        assertThat(check).as(cell + " " + Shelf.rendered(problems.found())).isNotNull();
        return check;
    }

    private static Condition read(String sentence) {
        var problems = new Problems("a", List.of(sentence));
        var condition = PhraseBook.shipped().read(sentence, new Problems.Place(1, 1, sentence.length()), problems);
        assertThat(condition).as(sentence + " " + Shelf.rendered(problems.found())).isNotNull();
        return condition;
    }
}
