package io.rapport.publishing.dryrun;

/** One figure by the live rulebook and by the candidate. */
public record Both(long live, long candidate) {

    static final Both NONE = new Both(0, 0);

    static Both one(boolean candidate) {
        return candidate ? new Both(0, 1) : new Both(1, 0);
    }

    static Both of(boolean candidate, long figure) {
        return candidate ? new Both(0, figure) : new Both(figure, 0);
    }

    Both plus(Both other) {
        return new Both(live + other.live, candidate + other.candidate);
    }

    public long difference() {
        return candidate - live;
    }
}
