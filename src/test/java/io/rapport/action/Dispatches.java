package io.rapport.action;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.rapport.facts.Action;
import io.rapport.facts.Channel;
import io.rapport.facts.Purpose;
import io.rapport.facts.QuietHours;
import io.rapport.facts.Reason;

/** Actions as a decision lets them through. */
final class Dispatches {

    static final long ANNA = 7;
    static final Instant LONG_AGO = Instant.parse("2026-11-01T00:00:00Z");
    private static final Reason REASON = new Reason("CARE-001/1", List.of());

    private Dispatches() {}

    static Dispatch birthdayGreeting(String id) {
        return greeting(id, null);
    }

    static Dispatch greeting(String id, @Nullable Instant validUntil) {
        return new Dispatch(message(id, Channel.EMAIL, Purpose.PROMOTION, LONG_AGO, validUntil), "anna@example.org",
                "Alles Gute, Anna 生日快乐", "Dear Anna,\n\nall the best: 生日快乐.\n", "en");
    }

    static Dispatch to(String id, @Nullable String recipient, String subject) {
        return new Dispatch(message(id, Channel.EMAIL, Purpose.SERVICE, LONG_AGO, null), recipient, subject, "text", "en");
    }

    static Dispatch notBefore(String id, Instant notBefore) {
        return new Dispatch(message(id, Channel.EMAIL, Purpose.SERVICE, notBefore, null), "anna@example.org", "subject",
                "text", "en");
    }

    /** Decided by day, with the quiet hours that hold for it whenever it is tried. */
    static Dispatch quietIn(String id, QuietHours quiet) {
        var action = new Action(id, ANNA, Action.Kind.MESSAGE, "birthday", Channel.EMAIL, Purpose.PROMOTION, "", "2026", LONG_AGO,
                List.of(quiet), null, null, Map.of(), REASON);
        return new Dispatch(action, "anna@example.org", "subject", "text", "en");
    }

    static Dispatch letter(String id) {
        return new Dispatch(message(id, Channel.LETTER, Purpose.SERVICE, LONG_AGO, null), "1 Main Street", "We miss you",
                "Dear Anna", "en");
    }

    static Dispatch answerComplaint(String id, String assignee, String complaint, @Nullable Instant due) {
        var action = new Action(id, ANNA, Action.Kind.TASK, "answer the complaint", Channel.IN_PERSON, Purpose.SERVICE, assignee,
                complaint + "|" + due, LONG_AGO, List.of(), due, null, Map.of(Tasks.COMPLAINT, complaint), REASON);
        return new Dispatch(action, null, "", "a complaint has been raised", "en");
    }

    static Dispatch qualityCall(String id, @Nullable Instant due, @Nullable Instant validUntil) {
        var action = new Action(id, ANNA, Action.Kind.TASK, "quality call", Channel.CALL_CENTRE, Purpose.SERVICE, "service",
                "ORDER-1", LONG_AGO, List.of(), due, validUntil, Map.of(), REASON);
        return new Dispatch(action, null, "", "", "en");
    }

    private static Action message(
            String id, Channel channel, Purpose purpose, Instant notBefore, @Nullable Instant validUntil) {
        return new Action(id, ANNA, Action.Kind.MESSAGE, "birthday", channel, purpose, "", "2026", notBefore, List.of(), null,
                validUntil,
                Map.of(), REASON);
    }
}
