package io.rapport.rulebook.terms;

import static io.rapport.facts.Situation.Scope.CUSTOMER;
import static io.rapport.rulebook.Phrase.Shape.AT_LEAST;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Pattern;

import io.rapport.facts.Situation;
import io.rapport.facts.Tally;
import io.rapport.rulebook.Motion;
import io.rapport.rulebook.Term;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of any kind of event: any type may arrive, so these terms are made when an author names one. Also of what
 * is counted under a name of its own, as a customer's page lists it: {@code contact.email}, {@code margin}.
 */
public final class CountTerms {

    private static final Pattern QUOTED = Pattern.compile("[\"“]([a-z][a-z0-9]*(?:[.-][a-z0-9]+){0,7})[\"”]",
            Pattern.CASE_INSENSITIVE);

    private static final int LONGEST = 60;

    private static final double MOST = 1e12;

    /** How it is read, by the beginning of the term's id. */
    private enum Reading {
        COUNT("event-count:", CountTerms::count),
        COUNT_WITHIN("event-count-within:", CountTerms::countWithin),
        AMOUNT("event-amount:", CountTerms::amount),
        AMOUNT_WITHIN("event-amount-within:", CountTerms::amountWithin),
        SINCE_LAST("event-last:", CountTerms::sinceLast),
        SINCE_FIRST("event-first:", CountTerms::sinceFirst);

        private final String prefix;
        private final Function<String, Term> maker;

        Reading(String prefix, Function<String, Term> maker) {
            this.prefix = prefix;
            this.maker = maker;
        }
    }

    private static final Map<String, Term> MADE = new ConcurrentHashMap<>();

    private CountTerms() {}

    /** The term of an id as reasons keep it; null if it is none. */
    public static @Nullable Term ofId(String id) {
        for (var reading : Reading.values()) {
            if (id.startsWith(reading.prefix)) {
                return made(reading, id.substring(reading.prefix.length()));
            }
        }
        return null;
    }

    /** The terms that a sentence, a header or a reason may be about: of every kind of event it names, each reading. */
    public static List<Term> in(String sentence) {
        var names = new LinkedHashSet<String>();
        var matcher = QUOTED.matcher(sentence);
        while (matcher.find()) {
            if (matcher.group(1).length() <= LONGEST) {
                names.add(matcher.group(1).toLowerCase(java.util.Locale.ROOT));
            }
        }
        var terms = new ArrayList<Term>();
        for (var name : names) {
            for (var reading : Reading.values()) {
                terms.add(made(reading, name));
            }
        }
        return terms;
    }

    /** The term of a noun as a reason has it, where no further quotes may stand; null if it is none. */
    public static @Nullable Term called(String noun) {
        var name = Pattern.compile("[a-z][a-z0-9]*(?:[.-][a-z0-9]+){1,7}").matcher(noun);
        if (!name.find()) {
            return null;
        }
        var bare = unquoted(noun);
        return in('"' + name.group() + '"').stream().filter(term -> bare.equalsIgnoreCase(unquoted(term.english()))
                || bare.equals(unquoted(term.chinese()))).findFirst().orElse(null);
    }

    /** Quotes inside quotes are left out. */
    public static String unquoted(String noun) {
        return noun.replaceAll("[\"“”]", "").strip();
    }

    /** What stands in the places of the term's noun, in either language; null when another term is meant. */
    public static Saying.@Nullable Match match(Term term, Saying.Written written) {
        var english = new Saying(term.english()).match(written);
        return english == null ? new Saying(term.chinese()).match(written) : english;
    }

    private static Term made(Reading reading, String name) {
        return MADE.computeIfAbsent(reading.prefix + name, _ -> reading.maker.apply(name));
    }

    private static Term count(String name) {
        return Draft.number(CUSTOMER, Reading.COUNT.prefix + name, (s, _, _) -> {
            var tally = tally(s, name);
            return tally == null ? 0 : tally.count();
        }).noun("number of \"" + name + "\" events", "事件\"" + name + "\"的次数").whole().help("Ever.").done();
    }

    private static Term countWithin(String name) {
        return Draft.number(CUSTOMER, Reading.COUNT_WITHIN.prefix + name, (s, n, day) -> Tallies.count(s, name, day, n[0]))
                .noun("number of \"" + name + "\" events in the last {days} days", "最近{days}天事件\"" + name + "\"的次数").whole()
                .moving(new Motion.ByDay()).anchor(s -> Tallies.last(s, name))
                .help("Whole calendar days of the customer, today included; up to two years.").done();
    }

    private static Term amount(String name) {
        return Draft.number(CUSTOMER, Reading.AMOUNT.prefix + name, (s, _, _) -> {
            var tally = tally(s, name);
            return tally == null ? 0 : tally.sum().toDouble();
        }).noun("amount of \"" + name + "\" events", "事件\"" + name + "\"的金额").bounds(-MOST, MOST).help("Ever.").done();
    }

    private static Term amountWithin(String name) {
        return Draft.number(CUSTOMER, Reading.AMOUNT_WITHIN.prefix + name, (s, n, day) -> Tallies.sum(s, name, day, n[0]))
                .noun("amount of \"" + name + "\" events in the last {days} days", "最近{days}天事件\"" + name + "\"的金额")
                .bounds(-MOST, MOST)
                .moving(new Motion.OnDays((s, n, day) -> Tallies.nextLeaving(s, day, List.of(name), (int) n[0])))
                .anchor(s -> Tallies.last(s, name))
                .help("Whole calendar days of the customer, today included; up to two years.").done();
    }

    private static Term sinceLast(String name) {
        return Draft
                .number(CUSTOMER, Reading.SINCE_LAST.prefix + name, (s, _, day) -> since(s, tally(s, name), Tally::last, day))
                .noun("days since the last \"" + name + "\" event", "距上次事件\"" + name + "\"的天数").unit("days").whole()
                .moving(new Motion.ByDay()).anchor(s -> Tallies.last(s, name))
                .say(AT_LEAST, "the last \"" + name + "\" event was {number} days ago or earlier",
                        "上次事件\"" + name + "\"已过{number}天")
                .help("Unknown when there was none.").done();
    }

    private static Term sinceFirst(String name) {
        return Draft
                .number(CUSTOMER, Reading.SINCE_FIRST.prefix + name, (s, _, day) -> since(s, tally(s, name), Tally::first, day))
                .noun("days since the first \"" + name + "\" event", "距首次事件\"" + name + "\"的天数").unit("days").whole()
                .moving(new Motion.ByDay()).anchor(s -> "first " + name).help("Unknown when there was none.").done();
    }

    private static double since(Situation situation, @Nullable Tally tally, Function<Tally, Instant> moment, long day) {
        return tally == null ? Double.NaN
                : Math.max(0, day - LocalDate.ofInstant(moment.apply(tally), situation.zone()).toEpochDay());
    }

    private static @Nullable Tally tally(Situation situation, String name) {
        return situation.memory().tallies().get(name);
    }
}
