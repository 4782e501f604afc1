package io.rapport.rulebook;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;

/** Every check that makes sense for a term, with bounds near what customers have. */
final class SomeChecks {

    private SomeChecks() {}

    static List<Check> of(Term term, SomeCustomers chance) {
        var checks = new ArrayList<Check>(List.of(new Check.Known(), new Check.Unknown()));
        switch (term.type()) {
            case NUMBER -> {
                var bound = term.whole() ? chance.number(6) : chance.chance() * chance.pick(1, 5, 100);
                checks.addAll(List.of(Check.Between.atLeast(bound), Check.Between.above(bound), Check.Between.atMost(bound),
                        Check.Between.below(bound), Check.Between.exactly(chance.number(4)),
                        new Check.Between(bound, chance.number(2) == 0, bound + 7, chance.number(2) == 0)));
            }
            case YES_NO -> checks.addAll(List.of(new Check.Holds(true), new Check.Holds(false)));
            case WORD -> {
                var words = term.values().isEmpty() ? List.of("Candles", "en", "email.received", "win-back") : term.words();
                var some = words.subList(chance.number(words.size()), words.size());
                checks.addAll(List.of(new Check.OneOf(some, false), new Check.OneOf(some, true),
                        new Check.OneOf(words.subList(0, 1), false)));
            }
            case DAY -> checks.addAll(List.of(window(chance), window(chance), window(chance)));
            case TEXT -> checks.addAll(List.of(new Check.Mentions(List.of("refund", "lights", "投诉")),
                    new Check.Mentions(List.of("re*", "what", "太差")), new Check.Mentions(List.of("is my", "glass ball", "red"))));
        }
        return checks;
    }

    private static Check window(SomeCustomers chance) {
        var from = day(chance);
        var to = chance.number(3) == 0 ? from : day(chance);
        return new Check.Window(from, to, chance.number(3) == 0);
    }

    private static MonthDay day(SomeCustomers chance) {
        return chance.number(5) == 0 ? MonthDay.of(2, 29) : MonthDay.from(LocalDate.of(2028, 1, 1).plusDays(chance.number(366)));
    }
}
