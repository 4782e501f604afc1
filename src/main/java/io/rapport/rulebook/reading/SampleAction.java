package io.rapport.rulebook.reading;

import java.time.Duration;
import java.time.LocalTime;
import java.util.Map;

import io.rapport.facts.Channel;
import io.rapport.facts.Purpose;
import io.rapport.rulebook.Consequence;
import io.rapport.rulebook.Consequence.Cap.Counts;
import io.rapport.rulebook.terms.Doing;

/** One sentence of each consequence and option that works as it stands. */
public final class SampleAction {

    private static final Map<Doing, Consequence> SAMPLES = Map.ofEntries(
            Map.entry(Doing.SEND_BACK,
                    new Consequence.Send("complaint-received", null, Purpose.SERVICE, ActionSayings.VALID_FOR)),
            Map.entry(Doing.SEND, new Consequence.Send("win-back", Channel.EMAIL, Purpose.PROMOTION, Duration.ofDays(30))),
            Map.entry(Doing.TASK_ABOVE,
                    new Consequence.GiveTask("answer the complaint", Consequence.GiveTask.NEXT_LEVEL, Duration.ofHours(4))),
            Map.entry(Doing.TASK, new Consequence.GiveTask("quality call", "service", Duration.ofDays(2))),
            Map.entry(Doing.OPEN_COMPLAINT, new Consequence.OpenComplaint()),
            Map.entry(Doing.ESCALATE, new Consequence.Escalate()),
            Map.entry(Doing.WITHDRAW, new Consequence.WithdrawConsent(Purpose.PROMOTION)),
            Map.entry(Doing.HOLD_BACK, new Consequence.HoldBack()),
            Map.entry(Doing.QUIET, new Consequence.QuietHours(LocalTime.of(21, 0), LocalTime.of(8, 0))),
            Map.entry(Doing.CAP, new Consequence.Cap(2, 7)),
            Map.entry(Doing.CAP_THIS_MESSAGE, new Consequence.Cap(2, 90, Counts.THIS_MESSAGE)),
            Map.entry(Doing.CAP_PROMOTIONS_BY_CHANNEL, new Consequence.Cap(2, 7, Counts.PROMOTIONS_BY_CHANNEL)),
            Map.entry(Doing.CAP_BY_CHANNEL, new Consequence.Cap(3, 7, Counts.BY_CHANNEL)),
            Map.entry(Doing.CAP_PROMOTIONS, new Consequence.Cap(2, 7, Counts.PROMOTIONS)),
            Map.entry(Doing.CAP_CONTACTS, new Consequence.Cap(5, 30, Counts.CONTACTS)),
            Map.entry(Doing.LIFT, new Consequence.Lift("relationship", 1)),
            Map.entry(Doing.LOWER, new Consequence.Lift("relationship", -1)),
            Map.entry(Doing.BOUND, new Consequence.Bound("relationship", "reactive")),
            Map.entry(Doing.CONCLUDE, new Consequence.Conclude("churn-sign", "silent")));

    private SampleAction() {}

    public static String of(Doing doing, boolean chinese) {
        var sample = SAMPLES.get(doing);
        if (sample != null) {
            return new ActionWording(chinese).of(sample);
        }
        if (doing == Doing.BY) {
            return new ActionWording(chinese).by(Channel.CALL_CENTRE);
        }
        var period = doing == Doing.EVERY_ONE ? chinese ? "月" : "month" : chinese ? "天" : "days";
        return doing.pattern(chinese).replace("{period}", period).replace("{number}", "2")
                .replace("{unit}", chinese ? "天" : "days")
                .replace("{text}", doing == Doing.BECAUSE_IN_CHINESE ? "\"客户已沉默\"" : "\"the customer is silent\"");
    }
}
