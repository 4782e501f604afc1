package io.rapport.decision;

import java.util.ArrayList;
import java.util.List;

import io.rapport.facts.Conclusion;
import io.rapport.facts.CustomerEvent;
import io.rapport.facts.EventData;
import io.rapport.facts.EventTypes;
import io.rapport.facts.Memory;
import io.rapport.rulebook.Concepts;
import org.jspecify.annotations.Nullable;

/**
 * Changes of lasting conclusions. A life-cycle stage is never skipped on the way up: one decision may pass several, and
 * each is recorded. Dissolution may follow any stage; who comes back from it starts at exploration, since he knows us.
 */
final class Moves {

    private static final String STAGE = "stage";
    private static final String STATUS = "status";
    private static final String MOOD = "mood";
    private static final List<String> STAGES = Concepts.values(STAGE);
    private static final int EXPLORATION = STAGES.indexOf("exploration");
    private static final int DISSOLUTION = STAGES.indexOf("dissolution");

    private Moves() {}

    /** The moves from what is remembered to what is concluded now, in order. */
    static void into(List<CustomerEvent> events, Conclusions conclusions, Memory memory, Offspring offspring) {
        var stage = conclusions.of(STAGE);
        if (stage != null) {
            var from = remembered(memory, STAGE);
            for (var to : path(from, stage.value())) {
                events.add(offspring.event("stage/" + to, EventTypes.STAGE_MOVED, move(stage, from, to)));
                from = to;
            }
        }
        changed(STATUS, EventTypes.STATUS_MOVED, events, conclusions, memory, offspring);
        changed(MOOD, EventTypes.MOOD_MOVED, events, conclusions, memory, offspring);
    }

    private static void changed(String concept, String type, List<CustomerEvent> events, Conclusions conclusions,
            Memory memory, Offspring offspring) {
        var now = conclusions.of(concept);
        if (now != null && !now.value().equals(remembered(memory, concept))) {
            events.add(offspring.event(concept + "/" + now.value(), type, move(now, remembered(memory, concept), now.value())));
        }
    }

    private static @Nullable String remembered(Memory memory, String concept) {
        var concluded = memory.concluded().get(concept);
        return concluded == null ? null : concluded.value();
    }

    private static EventData.Move move(Conclusion conclusion, @Nullable String from, String to) {
        return new EventData.Move(conclusion.concept(), from, to, conclusion.reason().ruleId());
    }

    /** The stages passed on the way, the last one included; empty when nothing moves. */
    static List<String> path(@Nullable String from, String to) {
        var target = STAGES.indexOf(to);
        var start = from == null ? -1 : STAGES.indexOf(from);
        if (to.equals(from)) {
            return List.of();
        }
        if (target == DISSOLUTION || start < DISSOLUTION && target < start || target < EXPLORATION) {
            return List.of(to);
        }
        var path = new ArrayList<String>();
        for (var next = start == DISSOLUTION ? EXPLORATION : start + 1; next <= target; next++) {
            path.add(STAGES.get(next));
        }
        return path;
    }
}
