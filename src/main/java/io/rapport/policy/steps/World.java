package io.rapport.policy.steps;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.function.IntSupplier;
import java.util.stream.Stream;

import io.rapport.decision.Context;
import io.rapport.decision.Step;
import io.rapport.rulebook.Concepts;
import io.rapport.rulebook.Templates;
import io.rapport.facts.Conclusion;
import io.rapport.facts.CustomerEvent;
import io.rapport.facts.Decision;
import io.rapport.facts.EventData;
import io.rapport.facts.EventTypes;
import io.rapport.facts.Reason;
import io.rapport.facts.Situation;
import io.rapport.policy.wording.UnclearStep;

/**
 * What one scenario is about: a clock that moves, people, and the population around them. What a scenario tells is kept until
 * somebody looks, then it is played in the order of time, by the same loop that the live engine uses.
 */
public final class World {

    /** Where the company is, unless the scenario says so. */
    private static final ZoneId HOME = ZoneId.of("Europe/London");

    private static final ZonedDateTime USUAL_START = ZonedDateTime.of(2026, 3, 2, 9, 0, 0, 0, HOME);

    /** 26 weeks: the engine's own default for the decayed counters. */
    public static final double TAU_DAYS = 182;

    private static final String TOLD = "examples";

    private final Trials trials;
    private final Population population = new Population();
    private final Map<String, Person> people = new LinkedHashMap<>();
    private ZonedDateTime now = USUAL_START;
    private Trials.Trial trial;
    private int told;

    public World(Trials trials) {
        this.trials = trials;
        this.trial = trials.usual();
    }

    /** From now on these rules hold beside the others. */
    void furtherRules(String sentences) {
        trial = trials.with(sentences);
    }

    ZonedDateTime now() {
        return now;
    }

    Population population() {
        return population;
    }

    /** The person of that name, new to the company when first named. */
    Person person(String name) {
        return people.computeIfAbsent(name, known -> new Person(known, people.size() + 1L));
    }

    Collection<Person> people() {
        return people.values();
    }

    /** Every event of everybody: told, understood by the step, or concluded by it. */
    Stream<CustomerEvent> events() {
        return steps().map(Step::noted);
    }

    /** A rank that was found for an earlier scenario, if it is still right, else found anew. */
    int rankOf(String what, IntPredicate isRight, IntSupplier found) {
        return trial.rankOf(what, isRight, found);
    }

    Stream<Step> steps() {
        return people.values().stream().flatMap(person -> person.steps().stream());
    }

    /** Every order line, as the step understood it. */
    Stream<EventData.OrderLine> orderLines() {
        return events().map(CustomerEvent::data).filter(EventData.Order.class::isInstance)
                .flatMap(data -> ((EventData.Order) data).lines().stream());
    }

    /** Moves the clock, or sets it when nothing has been played yet; whatever falls due on the way is played. */
    void moveTo(ZonedDateTime later) {
        if (people.values().stream().noneMatch(Person::hasLived)) {
            now = later;
            return;
        }
        if (later.isBefore(now)) {
            throw new UnclearStep("The clock cannot go back to [" + later.toLocalDateTime() + "]",
                    "move this line above the people.");
        }
        settle();
        now = later;
        settle();
    }

    /** Moves the clock while nobody looks; what fell due meanwhile is looked at once, afterwards. */
    void sleepUntil(ZonedDateTime later) {
        settle();
        now = later;
        people.values().forEach(person -> person.sleep(trial.course(), context(), now.toInstant()));
    }

    /** Something happens to a person at a moment, which may lie before now as long as nobody has looked yet. */
    void tell(Person person, String type, EventData data, Instant at) {
        person.expects(event(person, type, data, at));
    }

    /** Something that is so before anything else happens to the person. */
    void has(Person person, String type, EventData data) {
        person.has(event(person, type, data, now.toInstant()));
    }

    /** Something that is remembered of a person from before the scenario, and was decided then. */
    void remember(Person person, String type, EventData data, Instant at) {
        var event = event(person, type, data, at);
        person.is(memory -> trial.judge().step(memory, event, context(), at).memory());
    }

    /** Something that happened before and becomes known now: it is decided as of now. */
    void learns(Person person, String type, EventData data, Instant happened) {
        person.learns(trial.course(), context(), event(person, type, data, happened), now.toInstant());
    }

    /** Whether the scenario told it, in contrast to what followed from it. */
    static boolean isTold(CustomerEvent event) {
        return event.source().equals(TOLD);
    }

    private CustomerEvent event(Person person, String type, EventData data, Instant at) {
        told++;
        return new CustomerEvent("example/" + told, TOLD, type, List.of(person.identity()), at, data);
    }

    void tell(Person person, String type, EventData data) {
        tell(person, type, data, now.toInstant());
    }

    /** Plays everything told so far, and everybody's reviews up to now. */
    void settle() {
        people.values().forEach(person -> person.live(trial.course(), context(), now.toInstant()));
    }

    /** Looks at a person now, without anything having happened. */
    Decision decidedNow(Person person) {
        var at = now.toInstant();
        person.expects(event(person, EventTypes.REVIEW_DUE, new EventData.ReviewDue(at, "example"), at));
        person.live(trial.course(), context(), at);
        return person.decision();
    }

    /** The rules behind a wrong value, as they are now. */
    Suspects suspects() {
        return new Suspects(context());
    }

    private Context context() {
        return new Context(trial.rulebook(), population.snapshot(now), now.getZone(), TAU_DAYS);
    }

    Templates templates() {
        return trial.rulebook().templates();
    }

    Sentences sentences() {
        return new Sentences(trial.rulebook());
    }

    /** A figure about a person as of his last decision: a number in plain notation, or {@code unknown}. */
    String figure(Person person, String term) {
        var conclusions = new HashMap<String, Conclusion>();
        person.decision().conclusions().stream().filter(each -> each.subject().isEmpty())
                .forEach(each -> conclusions.put(Concepts.key(each), each));
        var memory = person.memory();
        return trial.rulebook().figure(term, new Situation(
                Situation.Scope.CUSTOMER, null, memory, person.steps().getLast().noted(), now.toInstant(),
                memory.zoneOr(now.getZone()), population.snapshot(now), TAU_DAYS, conclusions));
    }

    /** Whether a reason reads so, in English or in Chinese. */
    boolean reads(Reason reason, String because) {
        return sentences().same(reason, because);
    }

    /** The reason as a sentence, for a failure message. */
    String sentence(Reason reason) {
        return "\"" + sentences().of(reason, Locale.ENGLISH) + "\" (" + reason.ruleId() + ")";
    }
}
