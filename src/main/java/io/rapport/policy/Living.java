package io.rapport.policy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

import io.rapport.decision.Context;
import io.rapport.decision.Course;
import io.rapport.decision.Step;
import io.rapport.facts.CustomerEvent;
import io.rapport.facts.EventData;
import io.rapport.facts.EventTypes;
import io.rapport.facts.Memory;
import org.jspecify.annotations.Nullable;

/** Plays a generated life from the first event to a while after the last, the reviews that fall due included. */
record Living(Course course, Context context, Consumer<Step> witness) {

    void through(long customer, List<CustomerEvent> life, Duration afterwards) {
        var memory = Memory.blank(customer);
        @Nullable Instant until = null;
        for (var event : life) {
            memory = until == null ? memory : seen(course.advance(memory, context, until, event.time()), memory);
            until = event.time();
            var happened = resolving(event, memory);
            memory = happened == null ? memory : seen(course.take(memory, happened, context, event.time()), memory);
        }
        if (until != null) {
            seen(course.advance(memory, context, until, until.plus(afterwards)), memory);
        }
    }

    /** A resolution is drawn without knowing of what: it is of the oldest open complaint, null when there is none. */
    private static @Nullable CustomerEvent resolving(CustomerEvent event, Memory memory) {
        if (!event.is(EventTypes.COMPLAINT_RESOLVED)) {
            return event;
        }
        var open = memory.complaints();
        return open.isEmpty() ? null
                : event.withData(
                        new EventData.Complaint(open.getFirst().id(), open.getFirst().channel(), "answered"));
    }

    private Memory seen(List<Step> steps, Memory before) {
        steps.forEach(witness);
        return steps.isEmpty() ? before : steps.getLast().memory();
    }
}
