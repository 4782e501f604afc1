package io.rapport.rulebook.reading;

import io.rapport.rulebook.Concepts;
import io.rapport.rulebook.Consequence;

/** The result of a table row in a few words. */
public final class RuleName {

    private RuleName() {}

    public static String of(Consequence consequence) {
        return switch (consequence) {
            case Consequence.Conclude conclude -> {
                var concept = Concepts.find(conclude.concept());
                yield (concept == null ? conclude.concept() : concept.english()) + " " + conclude.value();
            }
            case Consequence.Lift lift -> lift.concept() + " " + (lift.by() > 0 ? "+" : "") + lift.by();
            case Consequence.Bound bound -> bound.concept() + " at most " + bound.value();
            case Consequence.Send send -> "message " + send.template();
            case Consequence.GiveTask task -> "task " + task.title();
            case Consequence.OpenComplaint _ -> "a complaint is opened";
            case Consequence.Escalate _ -> "the complaint climbs";
            case Consequence.WithdrawConsent withdraw -> "consent to " + withdraw.purpose().word() + " is withdrawn";
            case Consequence.HoldBack _ -> "held back";
            case Consequence.Cap cap -> new ActionWording(false).of(cap).replaceFirst("^allow ", "");
            case Consequence.QuietHours quiet -> "quiet from " + quiet.from() + " to " + quiet.to();
        };
    }
}
