package io.rapport.rulebook;

import java.util.Objects;

import io.rapport.facts.Reason;

/** What a limit counted before it held an action back, behind the limit's own reason: an author's words may mean something else. */
final class CountedText {

    private CountedText() {}

    /** Empty when the reason is not that of a full limit. */
    static String of(Rule rule, Reason reason, boolean chinese) {
        var counted = value(reason, Reason.COUNTED);
        for (var consequence : rule.then()) {
            if (consequence instanceof Consequence.Cap cap && !counted.isEmpty()) {
                var what = what(cap, reason, chinese);
                return chinese ? "（" + cap.withinDays() + "天内已计" + counted + "次：" + what + "）"
                        : " (counted: " + counted + " in " + days(cap.withinDays()) + ", " + what + ")";
            }
        }
        return "";
    }

    private static String what(Consequence.Cap cap, Reason reason, boolean chinese) {
        var channel = word("action-channel", value(reason, "channel"), chinese);
        return switch (cap.counts()) {
            case OF_ITS_KIND -> {
                var purpose = word("action-purpose", value(reason, "purpose"), chinese);
                yield chinese ? "通过" + channel + "、用于" + purpose + "的消息" : "messages by " + channel + " for " + purpose;
            }
            case BY_CHANNEL -> chinese ? "通过" + channel + "的消息" : "messages by " + channel;
            case THIS_MESSAGE -> chinese ? "消息“" + value(reason, "template") + "”" : "the message " + value(reason, "template");
            case PROMOTIONS_BY_CHANNEL -> chinese ? "通过" + channel + "的推广" : "promotions by " + channel;
            case PROMOTIONS -> chinese ? "所有渠道的推广" : "promotions by any channel";
            case CONTACTS -> chinese ? "所有联系" : "contacts of any kind";
        };
    }

    private static String days(int days) {
        return days == 1 ? "1 day" : days + " days";
    }

    private static String word(String term, String word, boolean chinese) {
        return Wording.value(Objects.requireNonNull(Vocabulary.shipped().term(term)), word, chinese);
    }

    private static String value(Reason reason, String captured) {
        return reason.captured().stream().filter(one -> one.term().equals(captured)).map(Reason.Captured::value).findFirst()
                .orElse("");
    }
}
