package io.rapport.rulebook.reading;

import java.time.Duration;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import io.rapport.facts.Channel;
import io.rapport.facts.Purpose;
import io.rapport.rulebook.Consequence;
import io.rapport.rulebook.Problems;
import io.rapport.rulebook.Problems.Place;
import io.rapport.rulebook.Recurrence;
import io.rapport.rulebook.Text;
import io.rapport.rulebook.Vocabulary;
import io.rapport.rulebook.terms.Doing;
import io.rapport.rulebook.terms.Saying;
import org.jspecify.annotations.Nullable;

/** Reads what follows a consequence after a comma: reason, due, validity, purpose. */
final class OptionSayings {

    private static final Map<String, Duration> UNITS = Map.ofEntries(Map.entry("minute", Duration.ofMinutes(1)),
            Map.entry("minutes", Duration.ofMinutes(1)), Map.entry("分钟", Duration.ofMinutes(1)),
            Map.entry("hour", Duration.ofHours(1)),
            Map.entry("hours", Duration.ofHours(1)), Map.entry("小时", Duration.ofHours(1)), Map.entry("day", Duration.ofDays(1)),
            Map.entry("days", Duration.ofDays(1)), Map.entry("天", Duration.ofDays(1)));

    private static final Map<String, Period> PERIODS = Map.ofEntries(Map.entry("day", Period.ofDays(1)),
            Map.entry("days", Period.ofDays(1)), Map.entry("天", Period.ofDays(1)), Map.entry("日", Period.ofDays(1)),
            Map.entry("week", Period.ofWeeks(1)), Map.entry("weeks", Period.ofWeeks(1)), Map.entry("周", Period.ofWeeks(1)),
            Map.entry("个星期", Period.ofWeeks(1)), Map.entry("星期", Period.ofWeeks(1)),
            Map.entry("month", Period.ofMonths(1)), Map.entry("months", Period.ofMonths(1)),
            Map.entry("月", Period.ofMonths(1)), Map.entry("个月", Period.ofMonths(1)), Map.entry("year", Period.ofYears(1)),
            Map.entry("years", Period.ofYears(1)), Map.entry("年", Period.ofYears(1)));

    /** How people say that a customer is met by somebody of us. */
    private static final Map<String, Channel> MET = Map.of("phone", Channel.CALL_CENTRE, "telephone", Channel.CALL_CENTRE,
            "call", Channel.CALL_CENTRE, "a call", Channel.CALL_CENTRE, "电话", Channel.CALL_CENTRE, "visit", Channel.IN_PERSON,
            "a visit", Channel.IN_PERSON, "拜访", Channel.IN_PERSON, "上门", Channel.IN_PERSON, "上门拜访", Channel.IN_PERSON);

    /** What was done is remembered for two years. */
    private static final int MOST_TIMES = 731;

    private interface Setter {

        void set(Saying.Match match, ActionSayings.Options options, RuleDraft draft, Place place, Problems problems);
    }

    private record Entry(Saying saying, String example, Setter setter) {

        /** The letters of a period are no number: "every month". */
        Saying.@Nullable Match match(Saying.Written written) {
            var match = saying.match(written);
            var number = match == null || !match.byName().containsKey("period") ? null : match.byName().get("number");
            return number == null || WrittenNumber.read(number.text()) != null ? match : null;
        }
    }

    private static final List<Entry> ENTRIES = new ArrayList<>();

    static {
        add(Doing.BECAUSE, (match, _, draft, place, _) -> because(match, false, draft, place));
        add(Doing.BECAUSE_IN_CHINESE, (match, _, draft, place, _) -> because(match, true, draft, place));
        add(Doing.DUE_BY_TIER, (_, options, _, _, _) -> options.due = null);
        add(Doing.DUE, (match, options, _, place, problems) -> options.due = span(match, place, problems));
        add(Doing.PROMOTION, (_, options, _, _, _) -> options.purpose = Purpose.PROMOTION);
        add(Doing.TODAY, (_, options, _, _, _) -> options.validFor = Consequence.Send.TODAY);
        add(Doing.BY, (match, options, _, place, problems) -> options.by = by(match.part("channel"), place, problems));
        ENTRIES.add(new Entry(new Saying("in person"), SampleAction.of(Doing.BY, false),
                (_, options, _, _, _) -> options.by = Channel.IN_PERSON));
        ENTRIES.add(new Entry(new Saying("当面"), SampleAction.of(Doing.BY, true),
                (_, options, _, _, _) -> options.by = Channel.IN_PERSON));
        add(Doing.VALID, (match, options, _, place, problems) -> options.validFor = span(match, place, problems));
    }

    /** What says more stands before what says less. */
    static {
        recurring(Doing.ONCE_IN, false, "每{number}{period}最多一次", "{number}{period}内最多一次", "{number}{period}内同一消息最多一次",
                "{number}{period}内最多发一次",
                "{number}{period}内只发一次");
        for (var once : List.of("at most once", "no more than once", "not more than once", "once")) {
            for (var within : List.of("in", "within", "per")) {
                recurring(Doing.ONCE_IN, false, once + " " + within + " {number} {period}",
                        once + " " + within + " {number} {period} for this message");
            }
        }
        recurring(Doing.ONCE_IN, false, "at most once every {number} {period}", "at most once a {period}",
                "at most once every {period}", "每{period}最多一次");
        recurring(Doing.EVERY, true, "每隔{number}{period}一次", "每隔{number}{period}", "每{number}{period}一次", "每{number}{period}",
                "every {number} {period}", "once every {number} {period}");
        recurring(Doing.EVERY_ONE, true, "每{period}一次", "每{period}", "every {period}", "each {period}", "once every {period}",
                "once a {period}", "once per {period}");
    }

    private OptionSayings() {}

    static void read(String clause, Place place, ActionSayings.Options options, RuleDraft draft, Problems problems) {
        var written = Saying.Written.of(clause);
        for (var entry : ENTRIES) {
            var match = entry.match(written);
            if (match != null) {
                var before = problems.found().size();
                entry.setter().set(match, options, draft, place, problems);
                problems.exampleSince(before, entry.example());
                return;
            }
        }
        var offers = ENTRIES.stream().map(entry -> new NearestSaying.Offer(entry.saying().pattern(), entry.example())).toList();
        NearestSaying.report(clause, place, offers,
                text -> ENTRIES.stream().anyMatch(entry -> entry.match(Saying.Written.of(text)) != null), problems);
    }

    private static void add(Doing doing, Setter setter) {
        ENTRIES.add(new Entry(new Saying(doing.pattern(false)), SampleAction.of(doing, false), setter));
        if (!doing.pattern(true).equals(doing.pattern(false))) {
            ENTRIES.add(new Entry(new Saying(doing.pattern(true)), SampleAction.of(doing, true), setter));
        }
    }

    private static void recurring(Doing doing, boolean again, String... patterns) {
        for (var pattern : patterns) {
            var example = SampleAction.of(doing, pattern.chars().anyMatch(c -> Text.isHan((char) c)));
            ENTRIES.add(new Entry(new Saying(pattern), example,
                    (match, options, _, place, problems) -> options.recurrence = recurrence(match, place, again, problems)));
        }
    }

    private static @Nullable Channel by(Saying.Part part, Place place, Problems problems) {
        var met = MET.get(ValueReader.lower(part.text()));
        if (met != null) {
            return met;
        }
        var term = java.util.Objects.requireNonNull(Vocabulary.shipped().term("action-channel"));
        var word = new ValueReader(problems).word(term, "channel", part.text(),
                place.part(part.start(), part.text().length()));
        return word == null ? null : Channel.ofWord(word);
    }

    private static @Nullable Recurrence recurrence(Saying.Match match, Place place, boolean again, Problems problems) {
        var number = match.byName().get("number");
        var times = number == null ? 1
                : new ValueReader(problems).number("time", number.text(),
                        place.part(number.start(), number.text().length()), 1, MOST_TIMES, true);
        var unit = match.part("period");
        var one = PERIODS.get(ValueReader.lower(unit.text()));
        if (one == null) {
            problems.add(place.part(unit.start(), unit.text().length()),
                    "a recurrence needs days, weeks, months or years, found [" + unit.text() + "]",
                    Problems.maybe(unit.text(), new TreeSet<>(PERIODS.keySet())));
        }
        return one == null || Double.isNaN(times) ? null : new Recurrence(one.multipliedBy((int) times), again);
    }

    private static void because(Saying.Match match, boolean chinese, RuleDraft draft, Place place) {
        var part = match.part("text");
        draft.because(part.text(), chinese, place.part(part.start(), part.text().length()));
    }

    private static String inDays(String written, String unit) {
        var days = OtherUnit.inDays(written);
        return days.isEmpty() ? Problems.maybe(unit, new TreeSet<>(UNITS.keySet())) : "Maybe you meant: " + days + " days";
    }

    private static Duration span(Saying.Match match, Place place, Problems problems) {
        var part = match.part("number");
        var number = new ValueReader(problems).number("time", part.text(), place.part(part.start(), part.text().length()), 1,
                10_000, true);
        var unit = match.part("unit");
        var length = UNITS.get(ValueReader.lower(unit.text()));
        if (length == null) {
            problems.add(place.part(unit.start(), unit.text().length()),
                    "a time needs minutes, hours or days, found [" + unit.text() + "]",
                    inDays(part.text() + " " + unit.text(), unit.text()));
        }
        return length == null || Double.isNaN(number) ? Duration.ofDays(1) : length.multipliedBy((long) number);
    }
}
