package io.rapport.action;

import org.jspecify.annotations.Nullable;

import io.rapport.facts.Action;

/**
 * An action with everything that is needed to carry it out, so that nothing is rendered or looked up later.
 *
 * @param recipient the address on the action's channel; null when it is not known, and for a task
 * @param subject of the message, or the title of the task (empty: the action's own words)
 * @param text of the message in plain text, or what the agent should know
 * @param language of subject and text, for instance {@code en} or {@code zh}
 */
public record Dispatch(Action action, @Nullable String recipient, String subject, String text, String language) {

    @Override
    public String toString() {
        return "Dispatch[" + action.id() + "]";
    }
}
