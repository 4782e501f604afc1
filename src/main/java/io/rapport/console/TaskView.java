package io.rapport.console;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A task for an agent.
 *
 * @param text what to say, or why; may be empty
 * @param dueAt its deadline, null if it has none
 * @param note what the agent wrote when doing or postponing it; empty before
 */
record TaskView(
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
        String note) {}
