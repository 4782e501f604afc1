package io.rapport.console.work;

import java.time.Instant;
import java.util.Objects;

import io.rapport.action.Task;
import io.rapport.console.Wording;
import org.jspecify.annotations.Nullable;

/**
 * A task for an agent.
 *
 * @param text what to say, or why; may be empty
 * @param dueAt its deadline, null if it has none
 * @param note what the agent wrote when doing or postponing it; empty before
 */
public record TaskView(
        String id,
        long customer,
        String title,
        String text,
        String assignee,
        String status,
        @Nullable Instant dueAt,
        Instant createdAt,
        boolean overdue,
        String rule,
        String note) {

    public static TaskView of(Task task, Instant now, Wording wording) {
        return new TaskView(
                task.actionId(),
                task.customer(),
                task.title(),
                task.text(),
                task.assignee(),
                task.status().word(),
                task.dueAt(),
                task.createdAt(),
                overdue(task, now),
                task.ruleId(),
                wording.reason(Objects.requireNonNullElse(task.reason(), "")));
    }

    public static boolean overdue(Task task, Instant now) {
        var dueAt = task.dueAt();
        var open = task.status() == Task.Status.OPEN || task.status() == Task.Status.POSTPONED;
        return open && dueAt != null && dueAt.isBefore(now);
    }
}
