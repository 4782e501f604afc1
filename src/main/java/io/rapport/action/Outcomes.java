package io.rapport.action;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

import io.rapport.facts.CustomerEvent;
import io.rapport.facts.EventData;
import io.rapport.facts.EventTypes;
import io.rapport.intake.EventQueue;

/**
 * Tells what became of actions, through the same door as every other event. An outcome is marked as told only after the
 * queue has it; if the process dies in between it is told twice with the same id, and the event log skips the second.
 */
@Component
final class Outcomes {

    private static final int AT_ONCE = 200;

    private final Rows rows;
    private final Customers customers;
    private final EventQueue queue;

    /** @param queue looked up at its first use: the engine makes it, and needs the outbox itself */
    Outcomes(Rows rows, Customers customers, @Lazy EventQueue queue) {
        this.rows = rows;
        this.customers = customers;
        this.queue = queue;
    }

    /** One outcome, what to say about it, and the row that keeps it until then. */
    private record Untold(String entity, String actionId, Outcome outcome, List<CustomerEvent> events) {}

    /** @return how many outcomes went out; more may be waiting when it is not 0 */
    int tell() {
        List<Untold> untold = new ArrayList<>();
        rows(OutboxRow.class).forEach(row -> untold.add(ofMessage(row)));
        rows(TaskRow.class).forEach(row -> untold.add(ofTask(row)));
        if (!untold.isEmpty()) {
            queue.putAll(untold.stream().flatMap(each -> each.events().stream()).toList());
            markTold(untold);
        }
        return untold.size();
    }

    private <T> List<T> rows(Class<T> entity) {
        return rows.read(session -> session.createSelectionQuery(
                "from " + entity.getSimpleName() + " where untoldOutcome is not null order by actionId", entity)
                .setMaxResults(AT_ONCE).getResultList());
    }

    /** Only where it is still the outcome that was told: it may have moved on meanwhile. */
    private void markTold(List<Untold> told) {
        rows.change(session -> told.forEach(each -> session.createMutationQuery("update versioned " + each.entity()
                + " set untoldOutcome = null where actionId = :id and untoldOutcome = :told")
                .setParameter("id", each.actionId()).setParameter("told", each.outcome()).executeUpdate()));
    }

    private Untold ofMessage(OutboxRow row) {
        Outcome outcome = requireNonNull(row.untoldOutcome);
        var contact = new EventData.Contact(row.actionId, row.ruleId, row.occasion, row.channel, row.purpose, row.what,
                outcome.word());
        CustomerEvent event = event(row.actionId + "/" + outcome.word(), row.channel.word(), EventTypes.CUSTOMER_CONTACTED,
                row.customer, row.closedAt, contact);
        return new Untold("OutboxRow", row.actionId, outcome, List.of(event));
    }

    private Untold ofTask(TaskRow row) {
        Outcome outcome = requireNonNull(row.untoldOutcome);
        boolean again = outcome == Outcome.POSTPONED && row.postponements > 1;
        String id = row.actionId + "/" + outcome.word() + (again ? "/" + row.postponements : "");
        var contact = new EventData.Contact(row.actionId, row.ruleId, row.occasion, row.channel, row.purpose, row.what,
                outcome.word(), outcome == Outcome.DONE ? row.met : null);
        List<CustomerEvent> events = new ArrayList<>();
        events.add(event(id, "task", EventTypes.CUSTOMER_CONTACTED, row.customer, row.changedAt, contact));
        if (row.resolves && row.complaintId != null) {
            var complaint = new EventData.Complaint(row.complaintId, row.channel, requireNonNullElse(row.reason, ""));
            events.add(event(row.actionId + "/resolved", "task", EventTypes.COMPLAINT_RESOLVED, row.customer, row.changedAt,
                    complaint));
        }
        return new Untold("TaskRow", row.actionId, outcome, events);
    }

    private CustomerEvent event(String id, String way, String type, long customer, @Nullable Instant at,
            EventData data) {
        return new CustomerEvent(id, "action/" + way, type, customers.identities(customer), requireNonNull(at), data);
    }
}
