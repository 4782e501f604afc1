package io.rapport.decision;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;

import io.rapport.facts.Decision.HeldBack;
import io.rapport.facts.Decision.Review;
import io.rapport.facts.Situation;
import io.rapport.rulebook.Stratum;

/** When to look again though nothing happens: for each rule about time, and for what is held back until then. */
final class Reviews {

    /** Kept with a decision. Only the next one is acted on: what follows is derived afresh then. */
    private static final int MOST = 16;

    private static final Comparator<Review> EARLIEST_FIRST = Comparator.comparing(Review::due)
            .thenComparing(Review::ruleId);

    private final Strata strata;
    private final Instant now;
    private final List<Review> all = new ArrayList<>();

    Reviews(Strata strata, Instant now) {
        this.strata = strata;
        this.now = now;
    }

    Reviews of(Picture picture) {
        add(Stratum.CLASSIFY, picture.customer());
        add(Stratum.RELATE, picture.customer());
        add(Stratum.CHURN, picture.customer());
        addAll(Stratum.RELATE, picture.things().productLines());
        addAll(Stratum.RELATE, picture.things().complaints());
        return ofCare(picture);
    }

    Reviews ofCare(Picture picture) {
        add(Stratum.CARE, picture.customer());
        addAll(Stratum.CARE, picture.things().complaints());
        addAll(Stratum.CARE, picture.things().deliveries());
        return this;
    }

    Reviews of(List<HeldBack> heldBack) {
        for (var held : heldBack) {
            if (held.until() != null) {
                all.add(new Review(held.until(), held.reason().ruleId()));
            }
            if (held.action().validUntil() != null) {
                all.add(new Review(held.action().validUntil(), held.action().reason().ruleId()));
            }
        }
        return this;
    }

    Reviews and(List<Review> others) {
        all.addAll(others);
        return this;
    }

    /** The next ones, earliest first. */
    List<Review> next() {
        all.removeIf(review -> !review.due().isAfter(now));
        all.sort(EARLIEST_FIRST);
        var next = new LinkedHashSet<Review>();
        for (var review : all) {
            if (next.size() == MOST) {
                break;
            }
            next.add(new Review(wholeMillis(review.due()), review.ruleId()));
        }
        return List.copyOf(next);
    }

    /** Never early: a review's event is known by its millisecond. */
    private static Instant wholeMillis(Instant due) {
        var whole = due.truncatedTo(ChronoUnit.MILLIS);
        return whole.equals(due) ? due : whole.plusMillis(1);
    }

    private void addAll(Stratum stratum, List<Situation> situations) {
        for (var situation : situations) {
            add(stratum, situation);
        }
    }

    private void add(Stratum stratum, Situation situation) {
        all.addAll(strata.reviews(stratum, situation));
    }
}
