package io.rapport.rulebook.reading;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import io.rapport.facts.Purpose;
import io.rapport.rulebook.Consequence;
import io.rapport.rulebook.Problems;
import io.rapport.rulebook.Problems.Place;
import io.rapport.rulebook.terms.Doing;
import io.rapport.rulebook.terms.Saying;

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

    private record Entry(Saying saying, String example, Setter setter) {}

    private static final List<Entry> ENTRIES = new ArrayList<>();

    static {
        add(Doing.BECAUSE, (match, _, draft, place, _) -> because(match, false, draft, place));
        add(Doing.BECAUSE_IN_CHINESE, (match, _, draft, place, _) -> because(match, true, draft, place));
        add(Doing.DUE_BY_TIER, (_, options, _, _, _) -> options.due = null);
        add(Doing.DUE, (match, options, _, place, problems) -> options.due = span(match, place, problems));
        add(Doing.PROMOTION, (_, options, _, _, _) -> options.purpose = Purpose.PROMOTION);
        add(Doing.TODAY, (_, options, _, _, _) -> options.validFor = Consequence.Send.TODAY);
        add(Doing.VALID, (match, options, _, place, problems) -> options.validFor = span(match, place, problems));
    }

    private OptionSayings() {}

    static void read(String clause, Place place, ActionSayings.Options options, RuleDraft draft, Problems problems) {
        var written = Saying.Written.of(clause);
        for (var entry : ENTRIES) {
            var match = entry.saying().match(written);
            if (match != null) {
                var before = problems.found().size();
                entry.setter().set(match, options, draft, place, problems);
                problems.exampleSince(before, entry.example());
                return;
            }
        }
        var offers = ENTRIES.stream().map(entry -> new NearestSaying.Offer(entry.saying().pattern(), entry.example())).toList();
        NearestSaying.report(clause, place, offers,
                text -> ENTRIES.stream().anyMatch(entry -> entry.saying().match(Saying.Written.of(text)) != null), problems);
    }

    private static void add(Doing doing, Setter setter) {
        ENTRIES.add(new Entry(new Saying(doing.pattern(false)), SampleAction.of(doing, false), setter));
        if (!doing.pattern(true).equals(doing.pattern(false))) {
            ENTRIES.add(new Entry(new Saying(doing.pattern(true)), SampleAction.of(doing, true), setter));
        }
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
                    Problems.maybe(unit.text(), new TreeSet<>(UNITS.keySet())));
        }
        return length == null || Double.isNaN(number) ? Duration.ofDays(1) : length.multipliedBy((long) number);
    }
}
