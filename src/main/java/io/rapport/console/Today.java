package io.rapport.console;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import io.rapport.action.Outbox;
import io.rapport.action.Task;
import io.rapport.action.Tasks;
import io.rapport.console.TodayView.Count;
import io.rapport.console.TodayView.DoorView;
import io.rapport.console.TodayView.TaskCounts;
import io.rapport.console.customers.DecisionView;
import io.rapport.console.customers.Explanations;
import io.rapport.console.rules.RulebookDesk;
import io.rapport.console.work.Sending;
import io.rapport.console.work.TaskView;
import io.rapport.customer.CustomerFile;
import io.rapport.customer.CustomerSearch;
import io.rapport.customer.Population;
import io.rapport.facts.Decision;
import io.rapport.facts.EventTypes;
import io.rapport.intake.Quarantine;
import io.rapport.intake.Quarantined;
import org.springframework.stereotype.Component;

/** Gathers the first page. */
@Component
class Today {

    /** Sources of events that came from inside: conclusions, the clock, outcomes of what was sent. */
    private static final Set<String> INSIDE = Set.of("engine", "action");

    /** Decisions about these only repeat what the decision before them said. */
    private static final Set<String> FOLLOW_UPS = Set.of(EventTypes.CUSTOMER_CONTACTED, EventTypes.STAGE_MOVED,
            EventTypes.STATUS_MOVED, EventTypes.CASE_OPENED, EventTypes.CASE_ESCALATED);

    private static final int LOOKED_AT = 300;

    private static final int SHOWN = 8;

    private static final int MOST_COUNTED = 200;

    private final Population population;

    private final CustomerFile file;

    private final CustomerSearch search;

    private final Quarantine quarantine;

    private final Outbox outbox;

    private final Tasks tasks;

    private final Sending sending;

    private final Explanations explanations;

    private final Engine engine;

    private final RulebookDesk rulebook;

    private final SweepDesk sweep;

    private final Clock clock;

    private final Times times;

    Today(
            Population population,
            CustomerFile file,
            CustomerSearch search,
            Quarantine quarantine,
            Outbox outbox,
            Tasks tasks,
            Sending sending,
            Explanations explanations,
            Engine engine,
            RulebookDesk rulebook,
            SweepDesk sweep,
            Clock clock,
            Times times) {
        this.population = population;
        this.file = file;
        this.search = search;
        this.quarantine = quarantine;
        this.outbox = outbox;
        this.tasks = tasks;
        this.sending = sending;
        this.explanations = explanations;
        this.engine = engine;
        this.rulebook = rulebook;
        this.sweep = sweep;
        this.clock = clock;
        this.times = times;
    }

    TodayView now() {
        var now = clock.instant();
        var pace = engine.pace();
        var arrivals = population.arrivals(LocalDate.ofInstant(now, times.zone()).atStartOfDay(times.zone()).toInstant());
        return new TodayView(
                now,
                times.zone().getId(),
                arrivals.stream().filter(door -> !INSIDE.contains(door.name()))
                        .map(door -> new DoorView(door.name(), door.events())).toList(),
                pace.waiting(),
                quarantine.count(Quarantined.Status.WAITING),
                arrivals.stream().mapToLong(Population.Arrivals::known).sum(),
                decisions(),
                outbox.counts().entrySet().stream()
                        .map(entry -> new Count(entry.getKey().word(), entry.getValue())).toList(),
                tasks(now),
                rulebook.line(),
                sweep.now(),
                pace.throughput(),
                engine.importing(),
                engine.unfinishedImports(),
                sending.switches(),
                engine.untaken());
    }

    /** A look that changed nothing is only of interest on the customer's own page. */
    private static boolean worthReading(CustomerFile.Item item) {
        var decision = item.decision();
        return decision != null && !FOLLOW_UPS.contains(item.event().type()) && !(item.event().is(EventTypes.REVIEW_DUE)
                && decision.actions().isEmpty() && decision.heldBack().isEmpty());
    }

    private List<DecisionView> decisions() {
        var latest = file.latest(LOOKED_AT).stream()
                .filter(Today::worthReading)
                .map(CustomerFile.Item::decision)
                .filter(Objects::nonNull)
                .limit(SHOWN)
                .toList();
        var names = search.names(latest.stream().map(Decision::customer).distinct().toList());
        return latest.stream()
                .map(decision -> explanations.decision(decision, names.getOrDefault(decision.customer(), "")))
                .toList();
    }

    /** Open tasks come by urgency, so the overdue ones are the first; beyond a page of them nobody counts. */
    private TaskCounts tasks(Instant now) {
        var open = tasks.openCounts().values().stream().mapToLong(Long::longValue).sum();
        var overdue = tasks.list(Task.Status.OPEN, 0, MOST_COUNTED).stream()
                .filter(task -> TaskView.overdue(task, now)).count();
        return new TaskCounts(open, overdue);
    }
}
