package io.rapport.rulebook.terms;

import static io.rapport.facts.Situation.Scope.CUSTOMER;
import static io.rapport.rulebook.Phrase.Shape.AT_LEAST;
import static io.rapport.rulebook.Phrase.Shape.AT_MOST;
import static io.rapport.rulebook.Phrase.Shape.IS;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Pattern;

import io.rapport.facts.Situation;
import io.rapport.facts.Told;
import io.rapport.rulebook.Motion;
import io.rapport.rulebook.Term;
import org.jspecify.annotations.Nullable;

/**
 * Whatever was told of a customer: traits are open-ended, so their terms are made when an author names one. The same trait can
 * be read as a word ({@code trait "contract"}), a number ({@code number of trait "visits"}) and a date ({@code days until trait
 * "contract end"}); read as what it is not, it is unknown.
 */
public final class TraitTerms {

    private static final String NAME = "[\"“”]?([\\p{L}\\p{N}][\\p{L}\\p{N} ._-]{0,39})[\"“”]?";

    private static final Pattern INSIDE = Pattern.compile("(?:trait|特征[^\"“”]{0,5})\\s*[\"“]([^\"“”]+)[\"”]",
            Pattern.CASE_INSENSITIVE);

    /** How a trait is read, by the beginning of the term's id. */
    private enum Reading {
        WORD("trait:", "trait", "特征", TraitTerms::word),
        NUMBER("trait-number:", "number of trait", "数值特征", TraitTerms::number),
        UNTIL("trait-until:", "days until trait", "距日期特征的天数", TraitTerms::until),
        SINCE("trait-since:", "days since trait", "日期特征至今的天数", TraitTerms::since),
        ANNIVERSARY("trait-anniversary:", "anniversary of trait", "日期特征周年日", TraitTerms::anniversary),
        UNTIL_ANNIVERSARY("trait-until-anniversary:", "days until the anniversary of trait", "距日期特征周年的天数",
                TraitTerms::untilAnniversary),
        ANNIVERSARY_YEARS("trait-anniversary-years:", "number of the anniversary of trait", "日期特征的第几周年",
                TraitTerms::anniversaryYears);

        private final String prefix;
        private final String english;
        private final String chinese;
        private final Function<String, Term> maker;
        private final Pattern noun;

        Reading(String prefix, String english, String chinese, Function<String, Term> maker) {
            this.prefix = prefix;
            this.english = english;
            this.chinese = chinese;
            this.maker = maker;
            this.noun = Pattern.compile("(?:" + english + "\\s+|" + chinese + "\\s*)" + NAME, Pattern.CASE_INSENSITIVE);
        }
    }

    private static final Map<String, Term> MADE = new ConcurrentHashMap<>();

    private TraitTerms() {}

    /** The term of a noun as a table's header or a reason has it: {@code trait "contract"}; null if it is none. */
    public static @Nullable Term called(String noun) {
        for (var reading : Reading.values()) {
            var matcher = reading.noun.matcher(noun.strip());
            if (matcher.matches()) {
                return made(reading, matcher.group(1).strip());
            }
        }
        return null;
    }

    /** The term of an id as reasons keep it; null if it is none. */
    public static @Nullable Term ofId(String id) {
        for (var reading : Reading.values()) {
            if (id.startsWith(reading.prefix)) {
                return made(reading, id.substring(reading.prefix.length()));
            }
        }
        return null;
    }

    /** The terms that a sentence may be about: of every trait that it names, each reading. */
    public static List<Term> in(String sentence) {
        var names = new LinkedHashSet<String>();
        var matcher = INSIDE.matcher(sentence);
        while (matcher.find()) {
            if (matcher.group(1).matches(NAME)) {
                names.add(matcher.group(1).strip());
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

    private static Term made(Reading reading, String name) {
        return MADE.computeIfAbsent(reading.prefix + name, _ -> reading.maker.apply(name));
    }

    private static Term word(String name) {
        return noun(Draft.word(CUSTOMER, Reading.WORD.prefix + name, s -> {
            var told = told(s, name);
            var yesOrNo = Told.yesOrNo(told);
            return yesOrNo == null ? told : yesOrNo;
        }), Reading.WORD, name).say(IS, "the trait \"" + name + "\" is \"{value}\"", "特征\"" + name + "\"是\"{value}\"")
                .help("As it was told last.").done();
    }

    private static Term number(String name) {
        return noun(Draft.number(CUSTOMER, Reading.NUMBER.prefix + name, (s, _, _) -> Told.number(told(s, name))), Reading.NUMBER,
                name).help("Unknown when what was told is no number.").done();
    }

    private static Term until(String name) {
        return noun(Draft.number(CUSTOMER, Reading.UNTIL.prefix + name, (s, _, day) -> days(s, name, day)), Reading.UNTIL, name)
                .unit("days").moving(new Motion.ByDay()).anchor(s -> name + " " + told(s, name))
                .say(AT_MOST, "the trait \"" + name + "\" is at most {number} days ahead", "距特征\"" + name + "\"不超过{number}天")
                .help("Below 0 when the date has passed. Unknown when what was told is no date.").done();
    }

    private static Term since(String name) {
        return noun(Draft.number(CUSTOMER, Reading.SINCE.prefix + name, (s, _, day) -> -days(s, name, day)), Reading.SINCE, name)
                .unit("days").moving(new Motion.ByDay()).anchor(s -> name + " " + told(s, name))
                .say(AT_LEAST, "the trait \"" + name + "\" was {number} days ago or earlier", "特征\"" + name + "\"已过{number}天")
                .help("Below 0 while the date is ahead. Unknown when what was told is no date.").done();
    }

    private static Term anniversary(String name) {
        return noun(YearlyTerms.today(name, Reading.ANNIVERSARY.prefix + name), Reading.ANNIVERSARY, name).done();
    }

    private static Term untilAnniversary(String name) {
        return noun(YearlyTerms.until(name, Reading.UNTIL_ANNIVERSARY.prefix + name), Reading.UNTIL_ANNIVERSARY, name).done();
    }

    private static Term anniversaryYears(String name) {
        return noun(YearlyTerms.years(name, Reading.ANNIVERSARY_YEARS.prefix + name), Reading.ANNIVERSARY_YEARS, name).done();
    }

    private static Draft noun(Draft draft, Reading reading, String name) {
        return draft.noun(reading.english + " \"" + name + "\"", reading.chinese + "\"" + name + "\"");
    }

    private static double days(Situation situation, String name, long day) {
        var date = Told.date(told(situation, name));
        return date == null ? Double.NaN : ChronoUnit.DAYS.between(LocalDate.ofEpochDay(day), date);
    }

    private static @Nullable String told(Situation situation, String name) {
        return situation.memory().traits().get(name);
    }
}
