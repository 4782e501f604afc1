package io.rapport.console.customers;

import java.time.Instant;

/**
 * One thing that happened, in a sentence.
 *
 * @param decided whether something was decided about it, so that the past can be seen from there
 * @param text the longer part, shown when asked for; empty if the sentence says it all
 */
public record TimelineView(String id, String source, String type, Instant time, String sentence, String text,
        boolean decided) {

    TimelineView saying(String other) {
        return new TimelineView(id, source, type, time, other, text, decided);
    }
}
