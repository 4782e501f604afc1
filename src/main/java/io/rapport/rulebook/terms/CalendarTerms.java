package io.rapport.rulebook.terms;

import static io.rapport.facts.Situation.Scope.CUSTOMER;
import static io.rapport.rulebook.Phrase.Shape.IS;
import static io.rapport.rulebook.Phrase.Shape.IS_NOT;
import static io.rapport.rulebook.Phrase.Shape.NOT_WITHIN;
import static io.rapport.rulebook.Phrase.Shape.ONE_OF;
import static io.rapport.rulebook.Phrase.Shape.WITHIN;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;

import io.rapport.rulebook.Check;
import io.rapport.rulebook.Motion;
import io.rapport.rulebook.Term;
import io.rapport.rulebook.Weekdays;

/** Which day it is, by the customer's own calendar. */
public final class CalendarTerms {

    private CalendarTerms() {}

    public static List<Term> all() {
        return List.of(weekday(), dayOfYear());
    }

    private static Term weekday() {
        return Draft.word(CUSTOMER, Weekdays.TERM, s -> s.today().getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH))
                .noun("day of the week", "星期几").values(Weekdays.WORDS).unordered()
                .moving(new Motion.OnDays((_, _, day) -> day.plusDays(1)))
                .say(IS, "today is {weekday}", "今天是{weekday}").say(ONE_OF, "today is {weekdays}", "今天是{weekdays}")
                .say(IS_NOT, "today is not {weekdays}", "今天不是{weekdays}")
                .help("In the customer's time zone. Several with \"or\" between them, or Monday to Friday; public holidays are "
                        + "days like others.")
                .done();
    }

    private static Term dayOfYear() {
        return Draft
                .day(CUSTOMER, "day-of-year",
                        (_, _, day) -> Check.Window.number(MonthDay.from(LocalDate.ofEpochDay(day))))
                .noun("day of the year", "日期").moving(new Motion.ByCalendar())
                .say(WITHIN, "today is {window}", "今天{window}").say(NOT_WITHIN, "today is not {window}", "今天不{window}")
                .help("In the customer's time zone: between 1 December and 24 December (both included), over New Year too, "
                        + "in December, or 24 December. Each year is one occasion.")
                .done();
    }
}
