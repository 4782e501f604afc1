package io.rapport.rulebook.terms;

import static io.rapport.facts.Situation.Scope.CUSTOMER;
import static io.rapport.rulebook.Phrase.Shape.AT_MOST;
import static io.rapport.rulebook.Phrase.Shape.EXACTLY;
import static io.rapport.rulebook.Phrase.Shape.NO;
import static io.rapport.rulebook.Phrase.Shape.YES;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;

import io.rapport.facts.Situation;
import io.rapport.facts.Told;
import io.rapport.rulebook.Motion;
import io.rapport.rulebook.Term;
import org.jspecify.annotations.Nullable;

/** Days of the customer that come back each year: his birthday, and the anniversaries of the first order and of any date told of him. */
public final class YearlyTerms {

    private static final int LONGEST_LIFE = 130;

    /** A date told of a customer may be anything that can be written. */
    private static final int LAST_YEAR = 9_999;

    private static final Yearly BIRTHDAY = new Yearly("birthday", s -> Told.date(s.memory().traits().get("birthday")),
            Integer.MIN_VALUE);

    private static final Yearly FIRST_ORDER = new Yearly("anniversary of the first order",
            s -> s.memory().purchases() == null ? null : s.memory().purchases().first(), 1);

    private YearlyTerms() {}

    public static List<Term> all() {
        return List.of(birthday(), untilBirthday(), ageReached(), firstOrder(), untilFirstOrder(), yearsOfFirstOrder());
    }

    /**
     * A day of each year. The 29th of February is kept on the 28th in common years.
     *
     * @param name what makes an occasion of it, together with the year in which it comes
     * @param date the date that it comes back of; null while it is not known
     * @param since how many years after that date it comes for the first time
     */
    private record Yearly(String name, Function<Situation, @Nullable LocalDate> date, int since) {

        /** The first of these days from a day on; null while the date is not known. */
        @Nullable
        LocalDate from(Situation situation, LocalDate day) {
            var origin = date.apply(situation);
            if (origin == null || origin.getYear() > LAST_YEAR) {
                return null;
            }
            var year = (int) Math.max(day.getYear(), (long) origin.getYear() + since);
            var next = origin.withYear(year);
            return next.isBefore(day) ? origin.withYear(year + 1) : next;
        }

        double today(Situation situation, long day) {
            var until = until(situation, day);
            return Double.isNaN(until) ? until : until == 0 ? 1 : 0;
        }

        double until(Situation situation, long day) {
            var today = LocalDate.ofEpochDay(day);
            var next = from(situation, today);
            return next == null ? Double.NaN : ChronoUnit.DAYS.between(today, next);
        }

        /** How many years it is since the date, on the day itself; 0 on any other. */
        double years(Situation situation, long day) {
            var until = until(situation, day);
            return Double.isNaN(until) ? until
                    : until > 0 ? 0
                            : Math.max(0, LocalDate.ofEpochDay(day).getYear()
                                    - java.util.Objects.requireNonNull(date.apply(situation)).getYear());
        }

        /** The day itself, and the one behind it. */
        Motion turning() {
            return new Motion.OnDays((s, _, day) -> {
                var next = from(s, day);
                return next == null || next.isAfter(day) ? next : day.plusDays(1);
            });
        }

        Motion countingDown() {
            return new Motion.CountsDown((s, _, day) -> from(s, day.plusDays(1)));
        }

        /** The year is a part of it, so that each comes once; the day is not, so that a date put right brings none twice. */
        String occasion(Situation situation) {
            var next = from(situation, situation.today());
            return next == null ? "" : name + " " + next.getYear();
        }
    }

    private static Term birthday() {
        return today(BIRTHDAY, "birthday-today").noun("birthday", "生日")
                .say(YES, "today is the customer's birthday", "今天是客户的生日")
                .say(NO, "today is not the customer's birthday", "今天不是客户的生日")
                .help("In the customer's time zone; 29 February is kept on 28 February in common years.").done();
    }

    private static Term untilBirthday() {
        return until(BIRTHDAY, "days-until-birthday").noun("days until the birthday", "距生日的天数")
                .say(EXACTLY, "the customer's birthday is in {number} days", "再过{number}天是客户的生日")
                .help("0 on the day itself. Unknown without a birthday.").done();
    }

    private static Term ageReached() {
        return years(BIRTHDAY, "age-reached-today").noun("age reached today", "今天满的岁数")
                .say(EXACTLY, "today is the customer's {number}th birthday", "今天是客户的{number}岁生日")
                .help("On the birthday the years since the birth, 0 on any other day. Unknown without a birthday.").done();
    }

    private static Term firstOrder() {
        return today(FIRST_ORDER, "first-order-anniversary").noun("anniversary of the first order", "首次订购的周年日")
                .say(YES, "today is the anniversary of the first order", "今天是首次订购的周年日")
                .say(YES, "today is the anniversary of the first purchase", "今天是首次购买的周年日")
                .say(NO, "today is not the anniversary of the first order", "今天不是首次订购的周年日")
                .help("Each year from the first on, in the customer's time zone; 29 February is kept on 28 February in common "
                        + "years. Unknown before the first order.")
                .done();
    }

    private static Term untilFirstOrder() {
        return until(FIRST_ORDER, "days-until-first-order-anniversary")
                .noun("days until the anniversary of the first order", "距首次订购周年日的天数")
                .say(EXACTLY, "the anniversary of the first order is in {number} days", "再过{number}天是首次订购的周年日")
                .say(AT_MOST, "the anniversary of the first order is at most {number} days ahead", "距首次订购的周年日不超过{number}天")
                .help("0 on the day itself. Unknown before the first order.").done();
    }

    private static Term yearsOfFirstOrder() {
        return years(FIRST_ORDER, "first-order-anniversary-years")
                .noun("number of the anniversary of the first order", "首次订购的第几周年")
                .say(EXACTLY, "today is the {number}th anniversary of the first order", "今天是首次订购{number}周年")
                .help("On the anniversary the years since the first order, 0 on any other day. Unknown before the first order.")
                .done();
    }

    /** Of a trait that tells a date. */
    static Draft today(String trait, String id) {
        return today(of(trait), id)
                .say(YES, "today is the anniversary of the trait \"" + trait + "\"", "今天是特征\"" + trait + "\"的周年日")
                .say(NO, "today is not the anniversary of the trait \"" + trait + "\"", "今天不是特征\"" + trait + "\"的周年日")
                .help("Each year after the date told, in the customer's time zone; 29 February is kept on 28 February in common "
                        + "years. Unknown when what was told is no date.");
    }

    static Draft until(String trait, String id) {
        return until(of(trait), id)
                .say(EXACTLY, "the anniversary of the trait \"" + trait + "\" is in {number} days",
                        "再过{number}天是特征\"" + trait + "\"的周年日")
                .say(AT_MOST, "the anniversary of the trait \"" + trait + "\" is at most {number} days ahead",
                        "距特征\"" + trait + "\"的周年日不超过{number}天")
                .help("0 on the day itself. Unknown when what was told is no date.");
    }

    static Draft years(String trait, String id) {
        return years(of(trait), id)
                .say(EXACTLY, "today is the {number}th anniversary of the trait \"" + trait + "\"",
                        "今天是特征\"" + trait + "\"的{number}周年")
                .help("On the anniversary the years since the date told, 0 on any other day. Unknown when what was told is no date.");
    }

    private static Yearly of(String trait) {
        return new Yearly("anniversary of " + trait, s -> Told.date(s.memory().traits().get(trait)), 1);
    }

    private static Draft today(Yearly yearly, String id) {
        return Draft.yesNo(CUSTOMER, id, (s, _, day) -> yearly.today(s, day)).moving(yearly.turning()).anchor(yearly::occasion);
    }

    private static Draft until(Yearly yearly, String id) {
        return Draft.number(CUSTOMER, id, (s, _, day) -> yearly.until(s, day)).unit("days").whole().bounds(0, 366)
                .moving(yearly.countingDown()).anchor(yearly::occasion);
    }

    private static Draft years(Yearly yearly, String id) {
        return Draft.number(CUSTOMER, id, (s, _, day) -> yearly.years(s, day)).whole().bounds(0, LONGEST_LIFE)
                .moving(yearly.turning()).anchor(yearly::occasion);
    }
}
