package io.rapport.rulebook.terms;

import static io.rapport.facts.Situation.Scope.CUSTOMER;
import static io.rapport.rulebook.Phrase.Shape.AT_LEAST;
import static io.rapport.rulebook.Phrase.Shape.NO;
import static io.rapport.rulebook.Phrase.Shape.YES;

import java.util.Arrays;
import java.util.List;

import io.rapport.rulebook.Concepts;
import io.rapport.rulebook.Motion;
import io.rapport.rulebook.Term;

/** Who the customer is, and how things stand with him. */
public final class CustomerTerms {

    private CustomerTerms() {}

    public static List<Term> all() {
        return List.of(language(), complaintOpen(), complaintsOpen(), complaintsWithin(),
                withdrawnWithin(), stageSoFar(), statusSoFar(), contactsIn(), messagesWithin(), contactedWithin());
    }

    private static Term language() {
        return Draft.word(CUSTOMER, "language", s -> s.memory().traits().get("language")).noun("language", "语言")
                .help("As the customer told it: en, zh.").done();
    }

    private static Term complaintOpen() {
        return Draft.yesNo(CUSTOMER, "complaint-open", (s, _, _) -> s.memory().complaints().isEmpty() ? 0 : 1)
                .noun("open complaint", "未解决的投诉").say(YES, "a complaint is open", "有投诉尚未解决")
                .say(NO, "no complaint is open", "没有未解决的投诉").help("Raised and not yet resolved.").done();
    }

    private static Term complaintsOpen() {
        return Draft.number(CUSTOMER, "complaints-open", (s, _, _) -> s.memory().complaints().size())
                .noun("number of open complaints", "未解决投诉数").whole().help("Raised and not yet resolved.").done();
    }

    private static Term complaintsWithin() {
        return Draft.number(CUSTOMER, "complaints-within", (s, n, day) -> Tallies.count(s, "complaint.raised", day, n[0]))
                .noun("number of complaints in the last {days} days", "最近{days}天的投诉次数").whole().moving(new Motion.ByDay())
                .anchor(s -> Tallies.last(s, "complaint.raised"))
                .say(AT_LEAST, "the customer complained at least {number} times in the last {days} days",
                        "客户在最近{days}天内至少投诉{number}次")
                .help("Resolved ones too.").done();
    }

    private static Term withdrawnWithin() {
        return Draft.number(CUSTOMER, "withdrawals-within", (s, n, day) -> Tallies.count(s, "consent.withdrawn", day, n[0]))
                .noun("number of consents withdrawn in the last {days} days", "最近{days}天撤回同意的次数").whole()
                .moving(new Motion.ByDay()).help("Consents to any channel and purpose.").done();
    }

    private static Term stageSoFar() {
        return soFar("stage", "life-cycle stage so far", "此前的生命周期阶段");
    }

    private static Term statusSoFar() {
        return soFar("status", "status so far", "此前的客户状态");
    }

    private static Term soFar(String concept, String english, String chinese) {
        var values = java.util.Objects.requireNonNull(Concepts.find(concept)).values();
        return Draft.word(CUSTOMER, concept + "-so-far", s -> {
            var concluded = s.memory().concluded().get(concept);
            return concluded == null ? null : concluded.value();
        }).noun(english, chinese).values(values).help("What held before this event.").done();
    }

    private static Term contactsIn() {
        var types = new String[] {"email.received", "web.form", "call.received", "chat.message", "sms.received",
                "letter.received",
                "lead.captured", "consent.given", "web.visit"};
        return Draft.number(CUSTOMER, "contacts-in", (s, _, _) -> {
            var tallies = s.memory().tallies();
            return Arrays.stream(types).map(tallies::get).mapToDouble(tally -> tally == null ? 0 : tally.count()).sum();
        }).noun("number of contacts by the customer", "客户主动联系的次数").whole()
                .help("Mails, forms, calls, chats, letters and visits that came from him, ever; not what a machine wrote.")
                .done();
    }

    private static Term messagesWithin() {
        var types = new String[] {"email.received", "web.form", "chat.message", "sms.received", "letter.received",
                "fax.received"};
        return Draft.number(CUSTOMER, "messages-within", (s, n, day) -> Arrays.stream(types)
                .mapToDouble(type -> Tallies.count(s, type, day, n[0])).sum())
                .noun("number of messages from the customer in the last {days} days", "最近{days}天客户发来的消息数").whole()
                .moving(new Motion.ByDay()).help("By any channel, the one at hand included; not what a machine wrote.").done();
    }

    private static Term contactedWithin() {
        return Draft.number(CUSTOMER, "contacted-within", (s, n, day) -> s.memory().tallies().keySet().stream()
                .filter(name -> name.startsWith("contact.") && name.indexOf('.', 8) < 0)
                .mapToDouble(name -> Tallies.count(s, name, day, n[0])).sum())
                .noun("number of messages to the customer in the last {days} days", "最近{days}天发给客户的消息数").whole()
                .moving(new Motion.ByDay()).help("By any channel.").done();
    }
}
