package io.rapport.publishing.dryrun;

import java.util.HashSet;
import java.util.Set;

import io.rapport.decision.Context;
import io.rapport.decision.Course;
import io.rapport.decision.Judge;
import io.rapport.decision.WhyNot;
import io.rapport.facts.Snapshot;
import io.rapport.rulebook.Rulebook;
import org.jspecify.annotations.Nullable;

/** One rulebook at work in one thread: it plays the lives of many customers, by the population of the month at hand. */
final class Player implements AutoCloseable {

    final boolean candidate;
    final Course course;
    final WhyNot whyNot;
    final Set<String> fired = new HashSet<>();
    private final Judge judge;
    private Context context;

    Player(Context context, boolean candidate) {
        this.candidate = candidate;
        this.judge = new Judge(context.rulebook(), hit -> fired.add(hit.rule().id()));
        this.course = new Course(judge);
        this.whyNot = new WhyNot(judge);
        this.context = context;
    }

    Context context() {
        return context;
    }

    Rulebook rulebook() {
        return context.rulebook();
    }

    /** From the beginning of a history: nobody is known, no rule has spoken. */
    void begin() {
        fired.clear();
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
