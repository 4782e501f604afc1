package io.rapport.publishing.dryrun;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.rapport.decision.Context;
import io.rapport.decision.Course;
import io.rapport.decision.Judge;
import io.rapport.decision.Refusal;
import io.rapport.decision.WhyNot;
import io.rapport.facts.CustomerEvent;
import io.rapport.facts.Memory;
import io.rapport.facts.Snapshot;
import io.rapport.rulebook.Rulebook;
import org.jspecify.annotations.Nullable;

/** One rulebook at work in one thread: it plays the lives of many customers, by the population of the month at hand. */
final class Player implements AutoCloseable {

    final boolean candidate;
    final Course course;
    private final Map<String, long[]> spoke = new HashMap<>();
    private final WhyNot whyNot;
    private boolean questioned;
    private final Judge judge;
    private Context context;

    Player(Context context, boolean candidate) {
        this.candidate = candidate;
        this.judge = new Judge(context.rulebook(), hit -> heard(hit.rule().id()));
        this.course = new Course(judge);
        this.whyNot = new WhyNot(judge);
        this.context = context;
    }

    private void heard(String rule) {
        if (!questioned) {
            spoke.computeIfAbsent(rule, _ -> new long[1])[0]++;
        }
    }

    /** How often each rule held since the beginning of the history. */
    void tell(Findings findings) {
        (candidate ? findings.candidateFired() : findings.liveFired()).addAll(spoke.keySet());
        spoke.forEach((rule, times) -> findings.spoke(rule, times[0], candidate));
    }

    /** Why nothing was done; what rules say to that question does not count as held. */
    List<Refusal> whyNot(Memory memory, CustomerEvent occasion, Instant at) {
        questioned = true;
        try {
            return whyNot.whyNot(memory, occasion, context, at);
        } finally {
            questioned = false;
        }
    }

    Context context() {
        return context;
    }

    Rulebook rulebook() {
        return context.rulebook();
    }

    /** From the beginning of a history: nobody is known, no rule has spoken. */
    void begin() {
        spoke.clear();
        context = context.with(Snapshot.NONE);
    }

    /** Goes over to another population; null leaves the one at hand. */
    void turnTo(@Nullable Snapshot population) {
        context = population == null ? context : context.with(population);
    }

    @Override
    public void close() {
        judge.close();
    }
}
