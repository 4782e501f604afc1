package io.rapport.publishing.dryrun;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.rapport.customer.Census;
import io.rapport.customer.Standing;
import io.rapport.decision.Context;
import io.rapport.decision.Course;
import io.rapport.decision.Judge;
import io.rapport.facts.CustomerEvent;
import io.rapport.facts.Memory;
import io.rapport.facts.Snapshot;
import io.rapport.rulebook.Rule;
import io.rapport.rulebook.Rulebook;
import io.rapport.rulebook.Stratum;

/**
 * The customers of a history as one rulebook remembers them, looked at and counted at month ends as the engine counts them: with
 * forecasts fitted to their purchases, and with what the rulebook concludes of each (costs, rate of the potential, tier).
 */
final class Population implements AutoCloseable {

    private final Judge judge;
    private final Course course;
    private final Map<Long, Memory> memories = new LinkedHashMap<>();
    private Context context;

    Population(Context context) {
        this.judge = new Judge(context.rulebook());
        this.course = new Course(judge);
        this.context = new Context(context.rulebook(), Snapshot.NONE, context.zone(), context.tauDays(), true);
    }

    void take(long customer, CustomerEvent event, Instant at) {
        var before = memories.get(customer);
        memories.put(customer, judge.remember(before == null ? Memory.blank(customer) : before, event, context, at));
    }

    Snapshot count(Instant at) {
        var census = new Census(at, context.zone());
        memories.replaceAll((_, memory) -> lookedAt(memory, at, census));
        var snapshot = census.snapshot(context.snapshot());
        context = context.with(snapshot);
        return snapshot;
    }

    /** Remembers what lasts of the look, such as his stage. */
    private Memory lookedAt(Memory memory, Instant at, Census census) {
        var looking = Course.reviewDue(memory.customer(), List.of(), at, "");
        var last = course.take(memory, looking, context, at).getLast();
        census.count(last.memory(), Standing.of(last.decision()));
        return last.memory();
    }

    long size() {
        return memories.size();
    }

    /** Whether two rulebooks count the same: their files with rules that classify have the same texts. */
    static boolean isOne(Rulebook one, Rulebook other) {
        return classifying(one).equals(classifying(other));
    }

    private static Map<String, String> classifying(Rulebook rulebook) {
        var texts = new LinkedHashMap<String, String>();
        for (Rule rule : rulebook.rules()) {
            if (rule.stratum() == Stratum.CLASSIFY) {
                var file = rule.origin().file();
                texts.put(file, rulebook.files().texts().getOrDefault(file, ""));
            }
        }
        return texts;
    }

    @Override
    public void close() {
        judge.close();
    }
}
