package io.rapport.publishing.dryrun;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

import io.rapport.customer.Known;
import io.rapport.decision.Context;
import io.rapport.decision.Course;
import io.rapport.decision.Judge;
import io.rapport.facts.Action;
import io.rapport.facts.Conclusion;
import io.rapport.facts.Decision;
import io.rapport.rulebook.Concept;
import io.rapport.rulebook.Rulebook;
import org.jspecify.annotations.Nullable;

/**
 * What publishing a candidate would do at once. Everybody, as the engine remembers him now, is looked at by both rulebooks and by
 * the population that counts now, just as the engine looks at everybody after a publication; nothing is acted on.
 */
final class AtOnce {

    private final Context live;
    private final Context candidate;
    private final Instant now;
    private final Findings findings = Findings.none();
    private final List<Affected> affected = new ArrayList<>();
    private long customers;

    private AtOnce(Context live, Rulebook candidate, Instant now) {
        this.live = live;
        this.candidate = live.with(candidate);
        this.now = now;
    }

    /** @param affected one for each value and action that differs */
    record Result(DryRunReport.AtOnce report, List<Affected> affected) {}

    /**
     * @param live what decides now
     * @param everybody shows each customer to its argument
     * @throws CancellationException when it was cancelled
     */
    static Result of(Context live, Rulebook candidate, Instant now, Consumer<Consumer<Known>> everybody,
            BooleanSupplier cancelled) {
        var atOnce = new AtOnce(live, candidate, now);
        try (var one = new Judge(live.rulebook()); var other = new Judge(candidate)) {
            var byLive = new Course(one);
            var byCandidate = new Course(other);
            everybody.accept(customer -> {
                if (cancelled.getAsBoolean() || Thread.currentThread().isInterrupted()) {
                    throw new CancellationException("The dry run was cancelled");
                }
                atOnce.compare(customer, byLive, byCandidate);
            });
        }
        return atOnce.result();
    }

    private Result result() {
        var tables = new Tables(findings, live.rulebook(), candidate.rulebook());
        return new Result(new DryRunReport.AtOnce(now, customers, tables.values(), tables.deeds(), tables.heldBack(),
                affected.stream().mapToLong(Affected::customer).distinct().count()), List.copyOf(affected));
    }

    private void compare(Known customer, Course byLive, Course byCandidate) {
        customers++;
        var look = Course.reviewDue(customer.id(), List.of(), now.truncatedTo(ChronoUnit.MILLIS), "");
        var one = Look.of(byLive.take(customer.memory(), look, live, now), false, findings);
        var other = Look.of(byCandidate.take(customer.memory(), look, candidate, now), true, findings);
        for (var concept : Customer.COMPARED) {
            compare(customer.id(), concept, one.conclusion(concept.id()), other.conclusion(concept.id()));
        }
        var keys = new TreeMap<String, Both>();
        one.actions.forEach((key, actions) -> keys.merge(key, new Both(actions.size(), 0), Both::plus));
        other.actions.forEach((key, actions) -> keys.merge(key, new Both(0, actions.size()), Both::plus));
        keys.forEach((key, done) -> compare(customer.id(), key, done, one, other));
    }

    private void compare(long customer, Concept concept, @Nullable Conclusion one, @Nullable Conclusion other) {
        var before = value(one);
        var after = value(other);
        if (!before.equals(after)) {
            findings.value(concept.id(), before, after);
            affected.add(new Affected(customer, "", Affected.NOW + concept.id(), "", before, after, now,
                    because(one, live), because(other, candidate)));
        } else {
            var shown = one != null && concept.number() ? Findings.SAME : before;
            findings.value(concept.id(), shown, shown);
        }
    }

    private void compare(long customer, String key, Both done, Look one, Look other) {
        var gains = done.candidate() > done.live();
        var loses = done.candidate() < done.live();
        findings.deeds().merge(key, new Findings.Deeds(done, gains ? 1 : 0, loses ? 1 : 0, 0, 0, 0), Findings.Deeds::plus);
        if (gains || loses) {
            affected.add(new Affected(customer, "", Affected.NOW + (gains ? Affected.GAINS : Affected.LOSES),
                    key.substring(key.lastIndexOf('|') + 1), Long.toString(done.live()), Long.toString(done.candidate()), now,
                    because(one, key, live), because(other, key, candidate)));
        }
    }

    private static Said because(Look look, String key, Context context) {
        var actions = look.actions.getOrDefault(key, List.of());
        return actions.isEmpty() ? Said.NOTHING : Sentences.because(context.rulebook(), actions.getFirst().reason());
    }

    private static Said because(@Nullable Conclusion conclusion, Context context) {
        return conclusion == null ? Said.NOTHING : Sentences.because(context.rulebook(), conclusion.reason());
    }

    private static String value(@Nullable Conclusion conclusion) {
        return conclusion == null ? Findings.UNKNOWN : conclusion.value();
    }

    /** @param actions that would leave, by what they are */
    private record Look(Decision last, Map<String, List<Action>> actions) {

        static Look of(List<io.rapport.decision.Step> steps, boolean isCandidate, Findings findings) {
            var actions = new TreeMap<String, List<Action>>();
            for (var step : steps) {
                step.decision().actions().forEach(
                        action -> actions.computeIfAbsent(Ledger.key(action), _ -> new ArrayList<>()).add(action));
            }
            var last = steps.getLast().decision();
            last.heldBack().forEach(held -> findings.heldBack(held, isCandidate));
            return new Look(last, actions);
        }

        @Nullable
        Conclusion conclusion(String concept) {
            return last.conclusions().stream()
                    .filter(each -> each.subject().isEmpty() && each.concept().equals(concept)).findFirst().orElse(null);
        }
    }
}
