package io.rapport.console;

import java.time.Instant;

/**
 * One thing that happened, in a sentence.
 *
 * @param text the longer part, shown when asked for; empty if the sentence says it all
 */
record TimelineView(String id, String source, String type, Instant time, String sentence, String text) {}
