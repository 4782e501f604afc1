package io.rapport.rulebook.editing;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

import io.rapport.rulebook.Concept;
import io.rapport.rulebook.Concepts;
import io.rapport.rulebook.RuleBuilder;
import io.rapport.rulebook.Stratum;
import io.rapport.rulebook.Term;
import io.rapport.rulebook.Vocabulary;
import io.rapport.rulebook.Weekdays;
import io.rapport.rulebook.reading.SampleCells;
import io.rapport.rulebook.reading.WrittenNumber;
import io.rapport.rulebook.terms.Assignees;
import io.rapport.rulebook.terms.ChineseHelp;
import io.rapport.rulebook.terms.Doing;

/** The words that a folder's rules may use, in one language. */
public final class CompletionWords {

    private final Stratum stratum;
    private final boolean chinese;

    public CompletionWords(Stratum stratum, boolean chinese) {
        this.stratum = stratum;
        this.chinese = chinese;
    }

    boolean chinese() {
        return chinese;
    }

    Stratum stratum() {
        return stratum;
    }

    /** The terms that a rule of this folder can look at. */
    Stream<Term> terms() {
        var scopes = RuleBuilder.scopes(stratum);
        return Vocabulary.shipped().terms().stream().filter(term -> scopes.contains(term.scope())
                || term.scope() == io.rapport.facts.Situation.Scope.CUSTOMER).filter(this::isKnownHere);
    }

    private boolean isKnownHere(Term term) {
        var concept = term.concept() == null ? null : Concepts.find(term.concept());
        return concept == null || concept.home().ordinal() < stratum.ordinal();
    }

    Stream<Concept> concepts() {
        return Concepts.all().stream().filter(concept -> concept.home() == stratum);
    }

    String name(Term term) {
        return chinese ? term.chinese() : term.english();
    }

    String name(Concept concept) {
        return chinese ? concept.chinese() : concept.english();
    }

    String help(Term term) {
        return chinese ? ChineseHelp.of(term) : term.help();
    }

    /** The words of a term, in this language. */
    List<String> values(List<Term.Word> values) {
        return values.stream().map(value -> chinese ? value.chinese() : value.word()).toList();
    }

    /** The consequences that may stand in this folder, each concept by its name. */
    List<String> consequences() {
        var found = new ArrayList<String>();
        for (var doing : doings()) {
            var pattern = doing.pattern(chinese);
            if (pattern.contains("{concept}")) {
                concepts().filter(concept -> doing == Doing.CONCLUDE || !concept.values().isEmpty() && !concept.multiple())
                        .forEach(concept -> found.add(pattern.replace("{concept}", name(concept))));
            } else {
                found.add(pattern);
            }
        }
        return found;
    }

    List<String> options() {
        return Stream.of(Doing.values()).filter(Doing::isOption).map(doing -> doing.pattern(chinese)).toList();
    }

    private Set<Doing> doings() {
        return switch (stratum) {
            case CARE -> EnumSet.range(Doing.SEND_BACK, Doing.WITHDRAW);
            case LIMITS -> EnumSet.range(Doing.HOLD_BACK, Doing.CAP);
            default -> EnumSet.range(Doing.LIFT, Doing.CONCLUDE);
        };
    }

    /** What may stand in a place of a pattern, begun with these characters; the bare place when it is open. */
    List<String> fillings(String pattern, String place, String begun) {
        var lower = begun.toLowerCase(Locale.ROOT);
        var words = switch (place) {
            case "channel" -> values(java.util.Objects.requireNonNull(Vocabulary.shipped().term("action-channel")).values());
            case "purpose" -> values(java.util.Objects.requireNonNull(Vocabulary.shipped().term("action-purpose")).values());
            case "assignee" -> values(Assignees.known());
            case "unit" -> chinese ? List.of("分钟", "小时", "天") : List.of("minutes", "hours", "days");
            case "period" -> pattern.contains("{number}")
                    ? chinese ? List.of("天", "周", "个月", "年") : List.of("days", "weeks", "months", "years")
                    : chinese ? List.of("天", "周", "月", "年") : List.of("day", "week", "month", "year");
            case "value", "values" -> valuesOf(pattern);
            case "weekday", "weekdays" -> values(Weekdays.WORDS);
            case "window" -> SampleCells.windows(chinese);
            default -> List.<String>of();
        };
        if (!begun.isEmpty() && !fits(place, begun)) {
            return List.of();
        }
        var begins = words.stream().filter(word -> word.toLowerCase(Locale.ROOT).startsWith(lower)).toList();
        return !words.isEmpty() ? begins : List.of(begun.isEmpty() ? "{" + place + "}" : begun);
    }

    /** Whether a place may begin so. */
    static boolean fits(String place, String begun) {
        return !place.startsWith("number") && !place.equals("days") || WrittenNumber.read(begun) != null;
    }

    private List<String> valuesOf(String pattern) {
        for (var term : terms().toList()) {
            for (var phrase : term.phrases()) {
                if ((chinese ? phrase.chinese() : phrase.english()).equals(pattern)) {
                    return values(term.values());
                }
            }
        }
        return concepts().filter(concept -> Doing.CONCLUDE.pattern(chinese).replace("{concept}", name(concept)).equals(pattern))
                .findFirst().map(concept -> values(concept.values())).orElse(List.of());
    }
}
