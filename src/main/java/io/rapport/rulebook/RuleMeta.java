package io.rapport.rulebook;

import java.time.LocalDate;
import java.util.List;

/**
 * What the head of a rule file says; the same for all its rules.
 *
 * @param id for instance {@code TIER-001}
 * @param title the first line
 * @param owner the department that answers for it
 * @param since from when it holds
 * @param wronglyCatches whom it is known to hit by mistake
 * @param ownThresholds bounds that stand elsewhere too and may move here alone: {@code number of purchase days 5}
 */
public record RuleMeta(
        String id, String title, String owner, Status status, LocalDate since, String purpose, String wronglyCatches,
        HitPolicy hitPolicy, List<String> ownThresholds) {

    public RuleMeta {
        ownThresholds = List.copyOf(ownThresholds);
    }

    RuleMeta(String id, String title, String owner, Status status, LocalDate since, String purpose, String wronglyCatches,
            HitPolicy hitPolicy) {
        this(id, title, owner, status, since, purpose, wronglyCatches, hitPolicy, List.of());
    }

    /** Stands in for a head with problems, so that the rules below it are looked at all the same. */
    public static final RuleMeta UNREAD = new RuleMeta("UNREAD-000", "", "", Status.RETIRED, LocalDate.EPOCH, "", "",
            HitPolicy.ALL);

    /** A retired file is read and checked, and never fires; {@code trial} says that its owner still watches it. */
    public enum Status {
        TRIAL, LIVE, RETIRED
    }
}
