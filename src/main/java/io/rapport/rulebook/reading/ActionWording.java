package io.rapport.rulebook.reading;

import java.time.Duration;
import java.util.Map;

import io.rapport.facts.Channel;
import io.rapport.facts.Purpose;
import io.rapport.rulebook.Concepts;
import io.rapport.rulebook.Consequence;
import io.rapport.rulebook.Consequence.Cap.Counts;
import io.rapport.rulebook.Recurrence;
import io.rapport.rulebook.Term;
import io.rapport.rulebook.Vocabulary;
import io.rapport.rulebook.Wording;
import io.rapport.rulebook.terms.Assignees;
import io.rapport.rulebook.terms.Doing;

/** A consequence as a sentence, in either language: the way back from the tree to words. */
public final class ActionWording {

    private static final long HOUR = 60;

    private static final long DAY = 24 * HOUR;

    private static final Map<String, String> CHINESE_PERIODS = Map.of("day", "天", "month", "个月", "year", "年");

    private final boolean chinese;

    public ActionWording(boolean chinese) {
        this.chinese = chinese;
    }

    /** The sentence with its options, without its reason. */
    public String of(Consequence consequence) {
        return switch (consequence) {
            case Consequence.Conclude conclude -> say(Doing.CONCLUDE,
                    Map.of("concept", concept(conclude.concept()), "value", value(conclude)));
            case Consequence.Lift lift -> say(lift.by() > 0 ? Doing.LIFT : Doing.LOWER,
                    Map.of("concept", concept(lift.concept()), "number", Integer.toString(Math.abs(lift.by()))));
            case Consequence.Bound bound -> say(Doing.BOUND, Map.of("concept", concept(bound.concept()),
                    "value", value(new Consequence.Conclude(bound.concept(), bound.value()))));
            case Consequence.Send send -> send(send);
            case Consequence.GiveTask task -> task(task);
            case Consequence.OpenComplaint _ -> Doing.OPEN_COMPLAINT.pattern(chinese);
            case Consequence.Escalate _ -> Doing.ESCALATE.pattern(chinese);
            case Consequence.WithdrawConsent withdraw -> say(Doing.WITHDRAW,
                    Map.of("purpose", word("action-purpose", withdraw.purpose().word())));
            case Consequence.HoldBack _ -> Doing.HOLD_BACK.pattern(chinese);
            case Consequence.Cap cap -> say(cap(cap.counts()),
                    Map.of("number", Integer.toString(cap.atMost()), "days", Integer.toString(cap.withinDays())));
            case Consequence.QuietHours quiet -> say(Doing.QUIET,
                    Map.of("from", quiet.from().toString(), "to", quiet.to().toString()));
        };
    }

    static Doing cap(Counts counts) {
        return switch (counts) {
            case OF_ITS_KIND -> Doing.CAP;
            case BY_CHANNEL -> Doing.CAP_BY_CHANNEL;
            case THIS_MESSAGE -> Doing.CAP_THIS_MESSAGE;
            case PROMOTIONS_BY_CHANNEL -> Doing.CAP_PROMOTIONS_BY_CHANNEL;
            case PROMOTIONS -> Doing.CAP_PROMOTIONS;
            case CONTACTS -> Doing.CAP_CONTACTS;
        };
    }

    /** The value that is concluded, as it stands in a cell. */
    public String value(Consequence.Conclude conclude) {
        var concept = Concepts.find(conclude.concept());
        if (concept == null || !chinese) {
            return conclude.value();
        }
        return concept.values().stream().filter(word -> word.word().equals(conclude.value())).map(Term.Word::chinese).findFirst()
                .orElse(concept.id().equals("next-level") ? Assignees.in(conclude.value(), true) : conclude.value());
    }

    private String send(Consequence.Send send) {
        var text = quoted(send.template());
        var main = send.channel() == null
                ? say(Doing.SEND_BACK, Map.of("text", text))
                : say(Doing.SEND, Map.of("text", text, "channel", word("action-channel", send.channel().word())));
        var purpose = send.purpose() == Purpose.PROMOTION ? option(Doing.PROMOTION.pattern(chinese)) : "";
        var valid = send.validFor().equals(ActionSayings.VALID_FOR) ? ""
                : option(send.validFor().equals(Consequence.Send.TODAY)
                        ? Doing.TODAY.pattern(chinese)
                        : span(Doing.VALID, send.validFor()));
        return main + purpose + valid + recurrence(send);
    }

    private String task(Consequence.GiveTask task) {
        var text = quoted(task.title());
        var main = task.assignee().equals(Consequence.GiveTask.NEXT_LEVEL)
                ? say(Doing.TASK_ABOVE, Map.of("text", text))
                : say(Doing.TASK, Map.of("text", text, "assignee", Assignees.in(task.assignee(), chinese)));
        return main + (task.by() == null ? "" : option(by(task.by())))
                + option(task.due() == null ? Doing.DUE_BY_TIER.pattern(chinese) : span(Doing.DUE, task.due()))
                + recurrence(task);
    }

    /** How a customer is met by somebody of us. */
    public String by(Channel channel) {
        return switch (channel) {
            case CALL_CENTRE -> chinese ? "通过电话" : "by phone";
            case IN_PERSON -> chinese ? "通过拜访" : "by visit";
            default -> say(Doing.BY, Map.of("channel", word("action-channel", channel.word())));
        };
    }

    private String recurrence(Consequence consequence) {
        var recurrence = consequence.recurrence();
        return recurrence == null ? "" : option(of(recurrence));
    }

    /** The option that says how often. */
    public String of(Recurrence recurrence) {
        var period = recurrence.period();
        var count = period.getYears() + period.getMonths() + period.getDays();
        var unit = period.getDays() > 0 ? "day" : period.getMonths() > 0 ? "month" : "year";
        var counted = chinese ? CHINESE_PERIODS.getOrDefault(unit, unit) : plural(unit, count);
        var values = Map.of("number", Integer.toString(count), "period", counted);
        if (!recurrence.again()) {
            return say(Doing.ONCE_IN, values);
        }
        return count == 1 ? say(Doing.EVERY_ONE, Map.of("period", counted.replace("个", ""))) : say(Doing.EVERY, values);
    }

    private String span(Doing doing, Duration length) {
        var minutes = length.toMinutes();
        if (minutes % DAY == 0) {
            return say(doing,
                    Map.of("number", Long.toString(minutes / DAY), "unit", chinese ? "天" : plural("day", minutes / DAY)));
        }
        if (minutes % HOUR == 0) {
            return say(doing,
                    Map.of("number", Long.toString(minutes / HOUR), "unit", chinese ? "小时" : plural("hour", minutes / HOUR)));
        }
        return say(doing, Map.of("number", Long.toString(minutes), "unit", chinese ? "分钟" : plural("minute", minutes)));
    }

    private static String plural(String unit, long count) {
        return count == 1 ? unit : unit + "s";
    }

    private String say(Doing doing, Map<String, String> values) {
        var text = doing.pattern(chinese);
        for (var value : values.entrySet()) {
            text = text.replace("{" + value.getKey() + "}", value.getValue());
        }
        return text;
    }

    private String concept(String id) {
        var concept = Concepts.find(id);
        return concept == null ? id : chinese ? concept.chinese() : concept.english();
    }

    private String word(String term, String word) {
        return Wording.value(java.util.Objects.requireNonNull(Vocabulary.shipped().term(term)), word, chinese);
    }

    private static String quoted(String text) {
        return "\"" + text + "\"";
    }

    private static String option(String text) {
        return ", " + text;
    }
}
