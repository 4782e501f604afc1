package io.rapport.publishing.dryrun;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

import io.rapport.publishing.dryrun.Customer.Players;
import io.rapport.publishing.dryrun.Plan.Kind;
import io.rapport.publishing.dryrun.Plan.Mark;
import io.rapport.publishing.dryrun.Spool.Happened;

/**
 * The customers of one part of the history, from its first event to its end. Nothing of it depends on the other parts or on
 * how many run at the same time.
 */
final class Partition {

    private final Plan plan;
    private final Players players;
    private final DryRun.Settings settings;
    private final Pace pace;
    private final TreeMap<Long, Customer> customers = new TreeMap<>();
    private final Findings findings = Findings.none();
    private long events;
    private long stepsTold;

    private Partition(Plan plan, Players players, DryRun.Settings settings, Pace pace) {
        this.plan = plan;
        this.players = players;
        this.settings = settings;
        this.pace = pace;
    }

    /** What came of one part. */
    record Result(long events, Findings findings, List<Affected> affected) {}

    /** Told what is done; may end it by throwing. */
    interface Pace {
        void event();

        void look();

        void steps(long howMany);
    }

    static Result play(Plan plan, Path folder, int part, Players players, DryRun.Settings settings, Pace pace) {
        players.live().begin();
        players.candidate().begin();
        try (var spool = new Spool.Reading(folder, part)) {
            return new Partition(plan, players, settings, pace).play(spool);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private Result play(Spool.Reading spool) {
        var mark = 0;
        for (var happened = spool.next(); happened != null; happened = spool.next()) {
            while (plan.marks().get(mark).kind() != Kind.END && !plan.marks().get(mark).at().isAfter(happened.at())) {
                reach(plan.marks().get(mark++));
            }
            take(happened);
        }
        for (var rest : plan.marks().subList(mark, plan.marks().size())) {
            reach(rest);
        }
        return end();
    }

    private void take(Happened happened) {
        pace.event();
        events++;
        tellSteps();
        var event = happened.event();
        customers.computeIfAbsent(happened.customer(), number -> new Customer(
                number, event.identities().isEmpty() ? "" : event.identities().getFirst().key(), findings, settings,
                players.live().context().zone()))
                .take(event, happened.at(), players);
    }

    private void tellSteps() {
        var steps = findings.steps();
        pace.steps(steps - stepsTold);
        stepsTold = steps;
    }

    /** Everybody's reviews until then, then the new population, then those to whom it makes a difference. */
    private void reach(Mark mark) {
        for (var customer : customers.values()) {
            pace.look();
            customer.playUntil(mark.at(), players);
        }
        if (mark.kind() == Kind.SCORE) {
            customers.values().forEach(customer -> customer.score(mark.at()));
            return;
        }
        var live = players.live().context();
        var candidate = players.candidate().context();
        players.live().turnTo(mark.live());
        players.candidate().turnTo(mark.candidate() == null ? mark.live() : mark.candidate());
        for (var customer : customers.values()) {
            pace.look();
            customer.meet(live, candidate, mark.at(), players);
        }
    }

    private Result end() {
        var affected = new ArrayList<Affected>();
        var end = plan.marks().isEmpty() ? java.time.Instant.EPOCH : plan.marks().getLast().at();
        customers.values().forEach(customer -> customer.end(end, players, affected::add));
        players.live().tell(findings);
        players.candidate().tell(findings);
        tellSteps();
        return new Result(events, findings, affected);
    }
}
