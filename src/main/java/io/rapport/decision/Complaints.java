package io.rapport.decision;

import static io.rapport.facts.EventTypes.CASE_CLOSED;
import static io.rapport.facts.EventTypes.COMPLAINT_RAISED;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import io.rapport.facts.CustomerEvent;
import io.rapport.facts.EventData;
import io.rapport.facts.Memory;
import io.rapport.facts.Memory.OpenComplaint;
import io.rapport.facts.Occasion;

/**
 * The open complaints, oldest first. A resolved one leaves a mark among the occasions for two years, so that its own
 * {@code complaint.raised}, should it arrive late, does not open it again.
 */
record Complaints(List<OpenComplaint> open, Map<Occasion.Key, Occasion> occasions) {

    private static final Comparator<OpenComplaint> OLDEST_FIRST = Comparator.comparing(OpenComplaint::raised)
            .thenComparing(OpenComplaint::id);

    static Complaints of(Memory memory) {
        return new Complaints(memory.complaints(), memory.occasions());
    }

    /** The mark of a resolved complaint among the occasions. */
    static Occasion.Key resolved(String complaintId) {
        return new Occasion.Key("complaint", "resolved", null, complaintId);
    }

    Complaints with(CustomerEvent event) {
        return switch (event.data()) {
            case EventData.Complaint complaint when event.is(COMPLAINT_RAISED) -> raised(complaint, event.time());
            case EventData.Complaint complaint -> without(complaint.complaintId());
            case EventData.Case closed when event.is(CASE_CLOSED) -> without(closed.complaintId());
            case EventData.Case moved -> moved(moved);
            default -> this;
        };
    }

    /** The occasions with the mark, when this event resolved a complaint. */
    Map<Occasion.Key, Occasion> markedIn(Map<Occasion.Key, Occasion> marks, CustomerEvent event) {
        return switch (event.data()) {
            case EventData.Complaint complaint when !event.is(COMPLAINT_RAISED) -> Copies.with(
                    marks, resolved(complaint.complaintId()), Occasion.acted(event.time()));
            case EventData.Case closed when event.is(CASE_CLOSED) -> Copies.with(
                    marks, resolved(closed.complaintId()), Occasion.acted(event.time()));
            default -> marks;
        };
    }

    private Complaints raised(EventData.Complaint complaint, Instant at) {
        if (occasions.containsKey(resolved(complaint.complaintId())) || isOpen(complaint.complaintId())) {
            return this;
        }
        var all = new ArrayList<>(open);
        all.add(new OpenComplaint(complaint.complaintId(), at, complaint.channel(), 0, "", null));
        all.sort(OLDEST_FIRST);
        return new Complaints(List.copyOf(all), occasions);
    }

    private boolean isOpen(String id) {
        for (var complaint : open) {
            if (complaint.id().equals(id)) {
                return true;
            }
        }
        return false;
    }

    private Complaints moved(EventData.Case moved) {
        var all = new ArrayList<OpenComplaint>(open.size());
        for (var known : open) {
            var isNext = known.id().equals(moved.complaintId()) && moved.level() >= known.level();
            all.add(isNext
                    ? new OpenComplaint(
                            known.id(), known.raised(), known.channel(), moved.level(), moved.owner(), moved.deadline())
                    : known);
        }
        return new Complaints(List.copyOf(all), occasions);
    }

    private Complaints without(String id) {
        return isOpen(id)
                ? new Complaints(open.stream().filter(complaint -> !complaint.id().equals(id)).toList(), occasions)
                : this;
    }
}
