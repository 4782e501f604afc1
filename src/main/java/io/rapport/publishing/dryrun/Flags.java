package io.rapport.publishing.dryrun;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.rapport.facts.Decision;
import io.rapport.rulebook.Concepts;
import org.jspecify.annotations.Nullable;

/**
 * When one rulebook said of a customer that he is leaving, and what happened afterwards. A flag is raised when the churn level
 * rises to {@code high} or above, and judged once: he bought within the horizon, or he did not.
 */
final class Flags {

    static final String CONCEPT = "churn-level";

    private static final List<String> LEVELS = Concepts.values(CONCEPT);
    private static final int FLAGGED = LEVELS.indexOf("high");

    private final Duration horizon;
    private boolean up;
    private @Nullable Instant raised;
    private long returned;
    private long lost;

    Flags(Duration horizon) {
        this.horizon = horizon;
    }

    static boolean isFlagged(@Nullable String level) {
        return level != null && LEVELS.indexOf(level) >= FLAGGED;
    }

    void look(Decision decision) {
        var is = isFlagged(decision.valueOf(CONCEPT));
        if (is && !up && raised == null) {
            raised = decision.at();
        }
        up = is;
    }

    /** Before the purchase is decided. */
    void bought(Instant at) {
        if (raised != null) {
            if (at.isAfter(raised.plus(horizon))) {
                lost++;
            } else {
                returned++;
            }
            raised = null;
        }
    }

    /** Adds up: raised, returned, lost, and raised too late to be judged. */
    long[] atTheEnd(Instant end) {
        var open = raised != null && raised.plus(horizon).isAfter(end);
        var gone = raised != null && !open ? lost + 1 : lost;
        return new long[] {returned + gone, returned, gone, open ? 1 : 0};
    }
}
