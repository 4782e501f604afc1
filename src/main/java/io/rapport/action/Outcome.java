package io.rapport.action;

import java.util.Locale;

/** What became of an action, as it goes back through the door in {@code customer.contacted}. */
enum Outcome {
    DELIVERED,
    UNCERTAIN,
    FAILED,
    MISSED,
    DONE,
    POSTPONED;

    /** The word in the event: {@code delivered}. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
