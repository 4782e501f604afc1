package io.rapport.publishing.dryrun;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleConsumer;

import io.rapport.decision.Context;
import io.rapport.facts.CustomerEvent;
import io.rapport.facts.Snapshot;
import io.rapport.publishing.dryrun.Plan.Kind;
import io.rapport.publishing.dryrun.Plan.Mark;
import io.rapport.publishing.dryrun.Spool.Happened;
import org.jspecify.annotations.Nullable;

/**
 * One pass over a history that decides nothing but at the end of each month, where it counts the population as an import does,
 * and parts the history by customer. Afterwards every customer can be played without the others.
 */
final class Survey {

    private static final int BETWEEN_NEWS = 256;

    private final ZoneId zone;
    private final Spool spool;
    private final Population live;
    private final @Nullable Population candidate;
    private final List<Mark> marks = new ArrayList<>();
    private @Nullable Instant from;
    private @Nullable Instant reached;
    private long events;
    private long anonymous;
    private long contacts;

    private Survey(Context live, Context candidate, Spool spool) {
        this.zone = live.zone();
        this.spool = spool;
        this.live = new Population(live);
        this.candidate = Population.isOne(live.rulebook(), candidate.rulebook()) ? null : new Population(candidate);
    }

    /** @param news told from time to time how much of the source was read; may end the survey by throwing */
    static Plan of(
            EventSource source, String key, Context live, Context candidate, Duration horizon, Path folder,
            DoubleConsumer news) {
        try (var spool = new Spool(folder)) {
            var survey = new Survey(live, candidate, spool);
            try (var _ = survey.live; var _ = survey.candidate) {
                source.read((customer, event) -> survey.take(customer, event, source, news));
                return survey.plan(source, key, horizon);
            }
        } catch (IOException full) {
            throw new UncheckedIOException("The dry run cannot write to [" + folder + "]\nMaybe the disk is full.", full);
        }
    }

    private void take(long customer, CustomerEvent event, EventSource source, DoubleConsumer news) {
        if ((events + anonymous) % BETWEEN_NEWS == 0) {
            news.accept(source.share());
        }
        if (!Untouched.happened(event)) {
            contacts++;
        } else if (customer == 0) {
            anonymous++;
        } else {
            take(customer, Untouched.of(event));
        }
    }

    private void take(long customer, CustomerEvent event) {
        var at = reached == null || event.time().isAfter(reached) ? event.time() : reached;
        if (reached != null) {
            for (var month = month(reached); month.isBefore(month(at)); month = month.plusMonths(1)) {
                count(month.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant(), Kind.POPULATION);
            }
        }
        from = from == null || event.time().isBefore(from) ? event.time() : from;
        reached = at;
        events++;
        live.take(customer, event, at);
        if (candidate != null) {
            candidate.take(customer, event, at);
        }
        try {
            spool.add(new Happened(customer, at, event));
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    private void count(Instant at, Kind kind) {
        Snapshot counted = live.count(at);
        marks.add(new Mark(at, kind, counted, candidate == null ? null : candidate.count(at)));
    }

    private Plan plan(EventSource source, String key, Duration horizon) {
        if (reached != null && from != null) {
            var score = reached.minus(horizon);
            if (score.isAfter(from)) {
                marks.add(new Mark(score, Kind.SCORE, null, null));
            }
            count(reached, Kind.END);
        }
        marks.sort(Comparator.comparing(Mark::at).thenComparing(Mark::kind));
        return new Plan(
                key, source.name(), from, reached, events, live.size(), anonymous, contacts + source.contacts(), marks);
    }

    private YearMonth month(Instant instant) {
        return YearMonth.from(instant.atZone(zone));
    }
}
