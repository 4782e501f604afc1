package io.rapport.rulebook;

import static io.rapport.facts.Situation.Scope.ACTION;
import static io.rapport.facts.Situation.Scope.COMPLAINT;
import static io.rapport.facts.Situation.Scope.CUSTOMER;
import static io.rapport.facts.Situation.Scope.DELIVERY;
import static io.rapport.facts.Situation.Scope.ORDER_LINE;
import static io.rapport.facts.Situation.Scope.PRODUCT_LINE;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.stream.Collectors;

import io.rapport.facts.Purpose;
import io.rapport.facts.Situation.Scope;
import io.rapport.rulebook.Problems.Place;
import io.rapport.rulebook.checks.Meeting;
import io.rapport.rulebook.reading.BecauseReader;
import io.rapport.rulebook.reading.RuleDraft;
import io.rapport.rulebook.reading.RuleName;

/** Makes rules of what was read: finds the scope, refuses what the stratum does not allow. */
public final class RuleBuilder {

    private static final Map<Stratum, Set<Scope>> SCOPES = Map.of(Stratum.CLASSIFY, Set.of(CUSTOMER, ORDER_LINE), Stratum.RELATE,
            Set.of(CUSTOMER, PRODUCT_LINE, COMPLAINT), Stratum.CHURN, Set.of(CUSTOMER), Stratum.CARE,
            Set.of(CUSTOMER, COMPLAINT, DELIVERY), Stratum.LIMITS, Set.of(ACTION));

    private static final int LONGEST_NAME = 100;

    private final Stratum stratum;
    private final Problems problems;
    private final Templates templates;

    /** @param templates which say what their messages are for */
    public RuleBuilder(Stratum stratum, Problems problems, Templates templates) {
        this.stratum = stratum;
        this.problems = problems;
        this.templates = templates;
    }

    /** What rules of a folder may be about. */
    public static Set<Scope> scopes(Stratum stratum) {
        return SCOPES.getOrDefault(stratum, Set.of());
    }

    public Rule build(RuleMeta meta, RuleDraft draft) {
        draft.when().forEach(when -> checkReads(when, draft));
        draft.then().forEach(this::checkConcludes);
        checkMeeting(draft);
        draft.then().forEach(then -> checkCounts(then, draft));
        var scope = scope(draft);
        var because = new BecauseReader(problems, scope).read(draft);
        var when = draft.when().stream().map(RuleDraft.When::condition).toList();
        var then = draft.then().stream().map(this::withItsPurpose).toList();
        var name = draft.name().isEmpty() ? name(draft) : draft.name();
        return new Rule(meta.id() + "/" + draft.number(), name, stratum, scope, meta,
                new Origin(problems.file(), draft.place().line()), when, then, because);
    }

    private void checkReads(RuleDraft.When when, RuleDraft draft) {
        var id = when.condition().term().concept();
        var concept = id == null ? null : Concepts.find(id);
        if (concept != null && concept.home().ordinal() >= stratum.ordinal()) {
            var met = Meeting.of(draft.when().stream().map(RuleDraft.When::condition).toList());
            problems.add(problems.at(when.place(),
                    "\"" + concept.english() + "\" is not yet known here: " + concept.home().folder() + " concludes it",
                    "A rule reads what earlier folders concluded.", "")
                    .about(met == null ? Shown.NOTHING : ExampleCustomer.of(met)));
        }
    }

    /** Two conditions about one word that exclude each other, or one that no value of the word passes. */
    private void checkMeeting(RuleDraft draft) {
        var conditions = draft.when().stream().map(RuleDraft.When::condition).toList();
        var excluding = Meeting.contradiction(conditions);
        if (excluding.isEmpty()) {
            return;
        }
        var last = draft.when().stream().filter(when -> excluding.contains(when.condition())).toList().getLast();
        var words = excluding.stream().map(condition -> Wording.needed(condition.check())).distinct()
                .collect(Collectors.joining(" and "));
        var met = Meeting.of(conditions.stream().filter(condition -> !excluding.contains(condition)
                || condition.equals(excluding.getFirst()) && excluding.size() > 1).toList());
        problems.add(problems.at(last.place(),
                "the rule can never hold: nobody's \"" + Wording.noun(last.condition(), Locale.ENGLISH) + "\" is " + words,
                excluding.size() > 1 ? "All conditions of a rule must hold at once: write two rules." : "", "")
                .about(met == null ? Shown.NOTHING : ExampleCustomer.of(met)));
    }

    private void checkConcludes(RuleDraft.Then then) {
        var allowed = switch (then.consequence()) {
            case Consequence.Conclude conclude -> isHome(conclude.concept(), then.place());
            case Consequence.Lift lift -> isHome(lift.concept(), then.place());
            case Consequence.Bound bound -> isHome(bound.concept(), then.place());
            case Consequence.HoldBack _,Consequence.Cap _,Consequence.QuietHours _ -> stratum == Stratum.LIMITS;
            default -> stratum == Stratum.CARE;
        };
        if (!allowed) {
            problems.add(then.place(), "this does not follow in " + stratum.folder(),
                    "Folders 1 to 3 conclude, 4-care acts, 5-limits holds back.");
        }
    }

    /** What a message is for belongs to its template: a rule may say it too, but not otherwise. */
    private Consequence withItsPurpose(RuleDraft.Then then) {
        if (!(then.consequence() instanceof Consequence.Send send)) {
            return then.consequence();
        }
        var purpose = templates.purpose(send.template(), send.purpose());
        if (send.purpose() == Purpose.PROMOTION && purpose == Purpose.SERVICE) {
            problems.add(then.place(), "the rule sends [" + send.template() + "] as promotion, its template is for service",
                    "Leave that out here, or write Purpose: promotion in the template.");
        }
        return new Consequence.Send(send.template(), send.channel(), purpose, send.validFor(), send.recurrence());
    }

    /** A limit for one message that counts others as well. */
    private void checkCounts(RuleDraft.Then then, RuleDraft draft) {
        if (then.consequence() instanceof Consequence.Cap cap && cap.counts() == Consequence.Cap.Counts.OF_ITS_KIND
                && draft.when().stream().anyMatch(when -> when.condition().term().id().equals("action-what"))) {
            problems.warn(then.place(), "this counts every message by the channel and for the purpose, not this message alone",
                    "For this message alone: "
                            + new Consequence.Cap(cap.atMost(), cap.withinDays(), Consequence.Cap.Counts.THIS_MESSAGE)
                                    .wording(Locale.ENGLISH));
        }
    }

    private boolean isHome(String id, Place place) {
        var concept = Concepts.find(id);
        if (concept != null && concept.home() != stratum) {
            problems.add(place, "\"" + concept.english() + "\" is concluded in " + concept.home().folder(),
                    "Move the rule there.");
        }
        return true;
    }

    private Scope scope(RuleDraft draft) {
        var scopes = EnumSet.noneOf(Scope.class);
        draft.when().forEach(when -> scopes.add(when.condition().term().scope()));
        draft.then().forEach(then -> scopes.add(scope(then.consequence())));
        if (stratum == Stratum.LIMITS) {
            scopes.add(ACTION);
        }
        scopes.remove(CUSTOMER);
        if (scopes.size() > 1) {
            problems.add(draft.place(), "the rule is about several things at once: " + words(scopes),
                    "A rule is about the customer and one kind of his things.");
        }
        var scope = scopes.isEmpty() ? CUSTOMER : scopes.iterator().next();
        if (!SCOPES.getOrDefault(stratum, Set.of()).contains(scope)) {
            problems.add(draft.place(), "rules about a " + word(scope) + " have no place in " + stratum.folder(), "");
        }
        return scope;
    }

    private static Scope scope(Consequence consequence) {
        return switch (consequence) {
            case Consequence.Conclude conclude -> concept(conclude.concept());
            case Consequence.Lift lift -> concept(lift.concept());
            case Consequence.Bound bound -> concept(bound.concept());
            case Consequence.Escalate _ -> COMPLAINT;
            case Consequence.GiveTask task when task.assignee().equals(Consequence.GiveTask.NEXT_LEVEL) -> COMPLAINT;
            default -> CUSTOMER;
        };
    }

    private static Scope concept(String id) {
        var concept = Concepts.find(id);
        return concept == null ? CUSTOMER : concept.scope();
    }

    private static String name(RuleDraft draft) {
        var result = draft.then().stream().map(then -> RuleName.of(then.consequence())).collect(Collectors.joining(", "));
        var reason = draft.when().stream().map(when -> Wording.of(when.condition(), Locale.ENGLISH))
                .collect(Collectors.joining(", "));
        // what stands at a place is known of a customer only; of words that are looked for, the first
        var because = Templates.PLACEHOLDER.matcher(draft.because(false))
                .replaceAll(place -> Matcher.quoteReplacement(firstWord(place.group(1), draft)));
        var why = because.isEmpty() ? reason : because;
        var name = why.isEmpty() ? result : result + ": " + why;
        return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME - 1) + "…" : name;
    }

    private static String firstWord(String term, RuleDraft draft) {
        return draft.when().stream().map(RuleDraft.When::condition).filter(when -> when.term().english().equals(term))
                .map(Condition::check).filter(Check.Mentions.class::isInstance).map(Check.Mentions.class::cast)
                .flatMap(mentions -> WordList.examples(mentions.words()).stream()).findFirst().map(word -> word + " …")
                .orElse("…");
    }

    private static String words(Set<Scope> scopes) {
        return scopes.stream().map(RuleBuilder::word).sorted().collect(Collectors.joining(", "));
    }

    private static String word(Scope scope) {
        return scope.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
