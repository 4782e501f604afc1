package io.rapport.rulebook;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.rapport.facts.Purpose;
import io.rapport.rulebook.Problems.Place;

/** Reads what follows a consequence after a comma: reason, due, validity, purpose. */
final class OptionSayings {

    private static final Map<String, Duration> UNITS = Map.ofEntries(Map.entry("minute", Duration.ofMinutes(1)),
            Map.entry("minutes", Duration.ofMinutes(1)), Map.entry("分钟", Duration.ofMinutes(1)),
            Map.entry("hour", Duration.ofHours(1)),
            Map.entry("hours", Duration.ofHours(1)), Map.entry("小时", Duration.ofHours(1)), Map.entry("day", Duration.ofDays(1)),
            Map.entry("days", Duration.ofDays(1)), Map.entry("天", Duration.ofDays(1)));

    private interface Setter {

        void set(Saying.Match match, ActionSayings.Options options, RuleDraft draft, Place place, Problems problems);
    }

    private record Entry(Saying saying, Setter setter) {}

    private static final List<Entry> ENTRIES = new ArrayList<>();

    static {
        add("because {text}", (match, _, draft, place, _) -> because(match, false, draft, place));
        add("因为{text}", (match, _, draft, place, _) -> because(match, true, draft, place));
        add("due in {deadline for the tier}", "期限{按客户等级}", (_, options, _, _, _) -> options.due = null);
        add("due in {number} {unit}", "期限{number}{unit}",
                (match, options, _, place, problems) -> options.due = span(match, place, problems));
        add("as promotion", "作为推广", (_, options, _, _, _) -> options.purpose = Purpose.PROMOTION);
        add("valid until the end of the day", "当天有效", (_, options, _, _, _) -> options.validFor = Consequence.Send.TODAY);
        add("valid for {number} {unit}", "有效期{number}{unit}",
                (match, options, _, place, problems) -> options.validFor = span(match, place, problems));
    }

    private OptionSayings() {}

    static void read(String clause, Place place, ActionSayings.Options options, RuleDraft draft, Problems problems) {
        var written = Saying.Written.of(clause);
        for (var entry : ENTRIES) {
            var match = entry.saying().match(written);
            if (match != null) {
                entry.setter().set(match, options, draft, place, problems);
                return;
            }
        }
        NearestSaying.report(clause, place, ENTRIES.stream().map(entry -> entry.saying().pattern()).toList(), problems);
    }

    private static void add(String english, String chinese, Setter setter) {
        add(english, setter);
        add(chinese, setter);
    }

    private static void add(String pattern, Setter setter) {
        ENTRIES.add(new Entry(new Saying(pattern), setter));
    }

    private static void because(Saying.Match match, boolean chinese, RuleDraft draft, Place place) {
        var part = match.part("text");
        draft.because(part.text(), chinese, place.part(part.start(), part.text().length()));
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
                    Problems.maybe(unit.text(), UNITS.keySet()));
        }
        return length == null || Double.isNaN(number) ? Duration.ofDays(1) : length.multipliedBy((long) number);
    }
}
