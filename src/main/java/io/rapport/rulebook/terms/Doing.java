package io.rapport.rulebook.terms;

/** How a consequence is said, and what may follow it after a comma; the two wordings of each side by side. */
public enum Doing {
    SEND_BACK("send the message {text} by the channel it came in", "通过来信渠道发送消息{text}"),
    SEND("send the message {text} by {channel}", "通过{channel}发送消息{text}"),
    TASK_ABOVE("give the task {text} to the next level", "把任务{text}交给上一级"),
    TASK("give the task {text} to {assignee}", "把任务{text}交给{assignee}"),
    OPEN_COMPLAINT("open a complaint", "立案投诉"),
    ESCALATE("escalate the complaint one level", "投诉升一级"),
    WITHDRAW("withdraw the consent to {purpose}", "撤回对{purpose}的同意"),
    HOLD_BACK("hold the action back", "不执行该行动"),
    QUIET("wait between {from} and {to}", "在{from}到{to}之间等待"),
    CAP_THIS_MESSAGE("allow at most {number} of this message within {days} days", "{days}天内这条消息最多发{number}次"),
    CAP_PROMOTIONS_BY_CHANNEL("allow at most {number} promotions by this channel within {days} days",
            "{days}天内这个渠道最多发{number}条推广"),
    CAP_BY_CHANNEL("allow at most {number} messages by this channel within {days} days", "{days}天内这个渠道最多发{number}条消息"),
    CAP_PROMOTIONS("allow at most {number} promotions within {days} days", "{days}天内最多发{number}条推广"),
    CAP_CONTACTS("allow at most {number} contacts within {days} days", "{days}天内最多联系{number}次"),
    CAP("allow at most {number} messages within {days} days", "{days}天内最多发{number}条消息"),
    LIFT("lift the {concept} by {number}", "把{concept}提高{number}级"),
    LOWER("lower the {concept} by {number}", "把{concept}降低{number}级"),
    BOUND("keep the {concept} at most {value}", "{concept}最高为{value}"),
    CONCLUDE("the {concept} is {value}", "{concept}是{value}"),

    DUE_BY_TIER("due in {deadline for the tier}", "期限{按客户等级}"),
    DUE("due in {number} {unit}", "期限{number}{unit}"),
    PROMOTION("as promotion", "作为推广"),
    TODAY("valid until the end of the day", "当天有效"),
    VALID("valid for {number} {unit}", "有效期{number}{unit}"),
    BY("by {channel}", "通过{channel}"),
    EVERY_ONE("every {period}", "每{period}一次"),
    EVERY("every {number} {period}", "每{number}{period}一次"),
    ONCE_IN("at most once in {number} {period}", "{number}{period}内最多一次"),
    BECAUSE("because {text}", "because {text}"),
    BECAUSE_IN_CHINESE("因为{text}", "因为{text}");

    private final String english;
    private final String chinese;

    Doing(String english, String chinese) {
        this.english = english;
        this.chinese = chinese;
    }

    public String pattern(boolean inChinese) {
        return inChinese ? chinese : english;
    }

    /** Whether it follows another one after a comma. */
    public boolean isOption() {
        return compareTo(DUE_BY_TIER) >= 0;
    }
}
