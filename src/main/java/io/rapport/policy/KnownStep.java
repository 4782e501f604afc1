package io.rapport.policy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * One step that examples may use.
 *
 * @param group what it is about: {@code Order}, {@code Clock} ...
 * @param wordings sentences that mean the same, English and Chinese
 */
public record KnownStep(String group, List<String> wordings) {

    public KnownStep {
        wordings = List.copyOf(wordings);
    }

    /** Every step, by group. */
    public static List<KnownStep> all() {
        var byMethod = new LinkedHashMap<String, List<String>>();
        var backend = new StepBackend(new ScenarioObjects(() -> {
            throw new IllegalStateException("Nobody plays a scenario here");
        }));
        for (var wording : backend.wordings()) {
            byMethod.computeIfAbsent(wording.getLocation(), place -> new ArrayList<>()).add(wording.getPattern());
        }
        return byMethod.entrySet().stream().map(step -> new KnownStep(group(step.getKey()), step.getValue())).toList();
    }

    private static String group(String place) {
        return place.substring(0, place.indexOf('.')).replaceAll("Steps$", "");
    }
}
