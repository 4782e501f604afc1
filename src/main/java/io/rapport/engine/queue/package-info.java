/** The queue: the broker, who consumes it a batch at a time, what pauses it, and the events that were set aside. */
@NullMarked
@NamedInterface("queue")
package io.rapport.engine.queue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
