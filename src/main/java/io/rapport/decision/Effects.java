package io.rapport.decision;

import static io.rapport.facts.EventTypes.CASE_ESCALATED;
import static io.rapport.facts.EventTypes.CASE_OPENED;
import static io.rapport.facts.EventTypes.COMPLAINT_RAISED;
import static io.rapport.facts.EventTypes.CONSENT_WITHDRAWN;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.rapport.facts.Channel;
import io.rapport.facts.CustomerEvent;
import io.rapport.facts.EventData;
import io.rapport.facts.Identity;
import io.rapport.facts.Memory;
import io.rapport.facts.Memory.OpenComplaint;
import io.rapport.rulebook.Consequence;
import io.rapport.rulebook.Hit;
import org.jspecify.annotations.Nullable;

/** What the rules of care bring about beside actions: complaints, their cases, consent taken back. */
final class Effects {

    private final Memory memory;
    private final Conclusions conclusions;
    private final Offspring offspring;
    private final Set<String> done = new HashSet<>();

    Effects(Memory memory, Conclusions conclusions, Offspring offspring) {
        this.memory = memory;
        this.conclusions = conclusions;
        this.offspring = offspring;
    }

    void into(List<CustomerEvent> events, List<Hit> hits) {
        for (var hit : hits) {
            if (hit.situation().thing() instanceof OpenComplaint complaint) {
                follow(events, complaint, hit);
            }
        }
        for (var hit : hits) {
            for (var consequence : hit.rule().then()) {
                switch (consequence) {
                    case Consequence.WithdrawConsent withdraw -> withdraw(events, withdraw, hit);
                    case Consequence.OpenComplaint _ -> open(events);
                    default -> {}
                }
            }
        }
    }

    /** The first task for a complaint opens its case; each missed deadline takes it one level up. */
    private void follow(List<CustomerEvent> events, OpenComplaint complaint, Hit hit) {
        var task = first(hit, Consequence.GiveTask.class);
        var escalates = first(hit, Consequence.Escalate.class) != null;
        var opens = task != null && complaint.owner().isEmpty();
        if (!escalates && !opens || !done.add(complaint.id())) {
            return;
        }
        var level = escalates ? complaint.level() + 1 : complaint.level();
        var deadline = Proposals.due(task, hit.situation(), conclusions);
        var upwards = new Consequence.GiveTask("", Consequence.GiveTask.NEXT_LEVEL, null);
        var owner = Proposals.assignee(task == null ? upwards : task, hit.situation(), conclusions);
        events.add(offspring.event("case/" + complaint.id() + "/" + level, escalates ? CASE_ESCALATED : CASE_OPENED,
                new EventData.Case(
                        complaint.id(), level, owner,
                        deadline != null && deadline.isAfter(offspring.now()) ? deadline : null)));
    }

    private static <C extends Consequence> @Nullable C first(Hit hit, Class<C> type) {
        for (var consequence : hit.rule().then()) {
            if (type.isInstance(consequence)) {
                return type.cast(consequence);
            }
        }
        return null;
    }

    private void withdraw(List<CustomerEvent> events, Consequence.WithdrawConsent withdraw, Hit hit) {
        var channel = Proposals.answering(hit.situation());
        var key = channel.word() + "/" + withdraw.purpose().word();
        var known = memory.consents().get(key);
        if (known != null && known.isForbiddenBy(Identity.speaker(offspring.parent().identities())) || !done.add(key)) {
            return;
        }
        events.add(offspring.event("consent/" + key, CONSENT_WITHDRAWN,
                new EventData.Consent(channel, withdraw.purpose(), offspring.parent().id())));
    }

    /** A message in the thread of an open complaint adds to it; after its end the same thread opens another one. */
    private void open(List<CustomerEvent> events) {
        var complaint = complaint();
        if (complaint != null && !isOpen(complaint.complaintId()) && done.add("complaint")) {
            events.add(offspring.event("complaint", COMPLAINT_RAISED, complaint));
        }
    }

    private EventData.@Nullable Complaint complaint() {
        var event = offspring.parent();
        return switch (event.data()) {
            case EventData.Message message -> new EventData.Complaint(
                    id(message.thread()), message.channel(), message.text());
            case EventData.Form form -> new EventData.Complaint(event.id(), Channel.WEB, form.text());
            default -> null;
        };
    }

    private String id(String thread) {
        var isNew = thread.isBlank() || memory.occasions().containsKey(Complaints.resolved(thread));
        return isNew ? offspring.parent().id() : thread;
    }

    private boolean isOpen(String id) {
        for (var complaint : memory.complaints()) {
            if (complaint.id().equals(id)) {
                return true;
            }
        }
        return false;
    }
}
