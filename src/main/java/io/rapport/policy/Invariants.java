package io.rapport.policy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import io.rapport.decision.Context;
import io.rapport.decision.Course;
import io.rapport.decision.Judge;
import io.rapport.decision.Step;
import io.rapport.facts.Action;
import io.rapport.facts.CustomerEvent;
import io.rapport.facts.EventData;
import io.rapport.facts.EventTypes;
import io.rapport.facts.Purpose;
import io.rapport.facts.Snapshot;
import io.rapport.forecast.ModelParameters;
import io.rapport.policy.steps.World;
import io.rapport.rulebook.Concepts;
import io.rapport.rulebook.Consequence;
import io.rapport.rulebook.Rulebook;

/**
 * What must hold for every customer whatever the rules say, tried on customers drawn by lot. What breaks it is made as short as
 * it goes and told as a scenario.
 */
public final class Invariants {

    private static final ZoneId ZONE = ZoneId.of("Europe/London");
    private static final Duration AFTERWARDS = Duration.ofDays(120);
    private static final int POPULATION = 500;
    private static final List<String> STAGES = Concepts.values("stage");

    private final Context context;
    private final boolean concludesTiers;

    private Invariants(Rulebook rulebook) {
        this.context = new Context(rulebook, population(), ZONE, World.TAU_DAYS);
        this.concludesTiers = rulebook.rules().stream().flatMap(rule -> rule.then().stream())
                .anyMatch(what -> what instanceof Consequence.Conclude said && said.concept().equals("tier"));
    }

    /** What must hold. */
    public enum Invariant {
        /** Every customer who has bought has exactly one tier; for rules that know tiers. */
        ONE_TIER,
        /** Nothing promotional leaves while a complaint is open. */
        NO_OFFER_DURING_A_COMPLAINT,
        /** On the way up every stage is passed. */
        NO_STAGE_SKIPPED,
        /** Nobody is abandoned by the portfolio and courted by retention at once. */
        NOBODY_ABANDONED_AND_COURTED;

        /** The sentence in English or Chinese. */
        public String sentence(Locale locale) {
            return Texts.in(locale).of("invariant." + name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
    }

    /**
     * An invariant that does not hold.
     *
     * @param scenario the shortest customer found for whom it does not, as a feature in Gherkin
     */
    public record Broken(Invariant invariant, String scenario) {

        /** The sentence, and the customer as Gherkin. */
        public String render(Locale locale) {
            return Texts.in(locale).of("invariant.broken", invariant.sentence(locale)) + "\n\n" + scenario;
        }
    }

    /**
     * Tries a rulebook.
     *
     * @param customers how many to draw; the same number draws the same ones
     * @param locale language of the scenarios
     * @return one for each invariant that does not hold, empty when all do
     */
    public static List<Broken> check(Rulebook rulebook, int customers, Locale locale) {
        var invariants = new Invariants(rulebook);
        var broken = new LinkedHashMap<Invariant, Broken>();
        try (var judge = new Judge(rulebook)) {
            for (var seed = 1L; seed <= customers; seed++) {
                var life = GeneratedLife.of(seed);
                for (var breach : invariants.breaches(new Course(judge), seed, life).keySet()) {
                    if (!broken.containsKey(breach)) {
                        broken.put(breach, invariants.told(new Course(judge), seed, life, breach, locale));
                    }
                }
            }
        }
        return List.copyOf(broken.values());
    }

    /** Tries one life: what it breaks. */
    static List<Invariant> broken(Rulebook rulebook, long seed) {
        try (var judge = new Judge(rulebook)) {
            return List.copyOf(new Invariants(rulebook).breaches(new Course(judge), seed, GeneratedLife.of(seed)).keySet());
        }
    }

    /** A step at which an invariant does not hold, and everything logged before it. */
    private record Breach(Step step, List<CustomerEvent> before) {}

    private Map<Invariant, Breach> breaches(Course course, long customer, List<CustomerEvent> life) {
        var breaches = new LinkedHashMap<Invariant, Breach>();
        var log = new ArrayList<CustomerEvent>();
        new Living(course, context, step -> {
            for (var invariant : Invariant.values()) {
                if (step.decided() && !breaches.containsKey(invariant) && !holds(invariant, step)) {
                    breaches.put(invariant, new Breach(step, List.copyOf(log)));
                }
            }
            log.add(step.noted());
        }).through(customer, life, AFTERWARDS);
        return breaches;
    }

    private boolean holds(Invariant invariant, Step step) {
        return switch (invariant) {
            case ONE_TIER -> !concludesTiers || step.memory().purchases() == null || step.decision().conclusions().stream()
                    .filter(each -> each.concept().equals("tier") && each.subject().isEmpty()).count() == 1;
            case NO_OFFER_DURING_A_COMPLAINT -> step.memory().complaints().isEmpty() || step.decision().actions().stream()
                    .noneMatch(action -> action.kind() == Action.Kind.MESSAGE && action.purpose() == Purpose.PROMOTION);
            case NO_STAGE_SKIPPED -> !step.noted().is(EventTypes.STAGE_MOVED)
                    || !(step.noted().data() instanceof EventData.Move move) || isNext(move);
            case NOBODY_ABANDONED_AND_COURTED -> !concludes(step, "portfolio", "abandon")
                    || !concludes(step, "retention", "rescue") && !concludes(step, "retention", "win-back");
        };
    }

    private static boolean concludes(Step step, String concept, String value) {
        return step.decision().conclusions().stream().anyMatch(
                each -> each.concept().equals(concept) && each.subject().isEmpty() && each.value().equals(value));
    }

    private static boolean isNext(EventData.Move move) {
        var from = move.from() == null ? -1 : STAGES.indexOf(move.from());
        var to = STAGES.indexOf(move.to());
        return to == STAGES.size() - 1 || to <= from + 1 || from == STAGES.size() - 1;
    }

    /** Leaves out what can be left out, and writes the rest. */
    private Broken told(Course course, long seed, List<CustomerEvent> life, Invariant invariant, Locale locale) {
        var needed = new ArrayList<>(life);
        for (var i = needed.size() - 1; i >= 0; i--) {
            var left = new ArrayList<>(needed);
            left.remove(i);
            if (breaches(course, seed, left).containsKey(invariant)) {
                needed.remove(i);
            }
        }
        var breach = breaches(course, seed, needed).get(invariant);
        if (breach == null) {
            throw new IllegalStateException("A customer breaks [" + invariant + "] only now and then");
        }
        var source = new ScenarioWriter.Source(
                breach.before(), breach.step().noted(), breach.step().memory(), breach.step().decision(), context);
        return new Broken(invariant, switch (new ScenarioWriter(locale.getLanguage().equals("zh")).write(source)) {
            case ScenarioWriter.Scenario scenario -> scenario.feature();
            case ScenarioWriter.Declined declined -> declined.why() + "\n\n" + bare(needed);
        });
    }

    /** For what a scenario cannot tell: the events, one a line. */
    private static String bare(List<CustomerEvent> events) {
        return String.join("\n", events.stream().map(event -> event.time() + "  " + event.type()).toList());
    }

    private static Snapshot population() {
        var ascending = new double[POPULATION];
        for (var i = 0; i < POPULATION; i++) {
            ascending[i] = i;
        }
        var measures = new TreeMap<>(Map.of("current-value", ascending, "spend", ascending, "frequency", ascending, "recency",
                ascending, "historical-value", ascending, "potential-value", ascending));
        measures.putAll(ModelParameters.published(LocalDate.EPOCH).measure());
        return new Snapshot("drawn", Instant.EPOCH, POPULATION, measures, Map.of());
    }
}
