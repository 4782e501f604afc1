package io.rapport.decision;

import static io.rapport.decision.Events.mail;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.rapport.facts.Action;
import io.rapport.facts.Channel;
import io.rapport.facts.CustomerEvent;
import io.rapport.facts.Decision;
import io.rapport.facts.EventData;
import io.rapport.facts.Memory;
import io.rapport.facts.Snapshot;
import io.rapport.rulebook.Rulebook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CourseTests {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private static Rulebook rulebook;

    private Course course;
    private Memory memory = Memory.blank(1);
    private final List<Step> steps = new ArrayList<>();
    private Instant lived = Instant.parse("2026-03-01T00:00:00Z");

    @BeforeAll
    static void compile() {
        rulebook = Rulebooks.with().template("greeting").template("received").template("news").template("sale")
                .template("welcome").template("note")
                .table("1-classify/topic.csv", "TOPIC-001", """
                        words of the message,topic
                        broken,complaint
                        stop,unsubscribe
                        any,other
                        """)
                .table("2-relate/promise.csv", "PROM-001", """
                        purpose of the table,complaint deadline in hours
                        """.replace("purpose of the table", "number of purchase days") + "any,4\n")
                .table("2-relate/ladder.csv", "LADDER-001", """
                        escalation level,next level
                        0,manager
                        1 and above,director
                        """)
                .sentences("4-care/mail.sentences", "CARE-001", """
                        rule "Complaint opened"
                        when
                            the topic is complaint
                            the message was written by a person
                        then
                            open a complaint
                        rule "Consent withdrawn"
                        when
                            the topic is unsubscribe
                        then
                            withdraw the consent to promotion
                        """)
                .sentences("4-care/complaint.sentences", "CARE-002", """
                        rule "Acknowledged"
                        when
                            a complaint has been raised
                        then
                            send the message "received" by the channel it came in
                            give the task "answer" to service, due in {deadline for the tier}
                        rule "One level up"
                        when
                            a complaint is open
                            its deadline has passed
                        then
                            escalate the complaint one level
                            give the task "answer" to the next level, due in {deadline for the tier}
                        """)
                .sentences("4-care/promotion.sentences", "CARE-003", """
                        rule "Birthday"
                        when
                            today is the customer's birthday
                        then
                            send the message "greeting" by email, as promotion, valid until the end of the day
                        rule "News: has contacted us"
                        when
                            the type of the event is lead.captured
                        then
                            send the message "news" by email, as promotion, valid for 10 days
                        rule "Welcome: holds for ever"
                        when
                            the customer has bought on at least 1 days
                        then
                            send the message "welcome" by email, as promotion, valid for 10 days
                        rule "Service note: holds for ever"
                        when
                            the customer has bought on at least 1 days
                        then
                            send the message "note" by email
                            give the task "call" to service, due in 2 days
                        rule "Fax: says how it came"
                        when
                            the message came in by fax
                        then
                            give the task "type it" to service, due in 2 days
                        rule "Sale"
                        when
                            the type of the event is web.visit
                        then
                            send the message "sale" by email, as promotion, valid for 10 days
                        """)
                .limits("5-limits/contacts.csv", "LIM-001", """
                        channel,purpose,messages at most,within days
                        email,promotion,2,7
                        """)
                .limits("5-limits/quiet.csv", "LIM-002", """
                        channel,purpose,quiet from,quiet until
                        email,promotion,21:00,08:00
                        """)
                .sentences("5-limits/complaint-first.sentences", "LIM-003", """
                        rule "Held back: a complaint is open"
                        when
                            a complaint is open
                            the action is for promotion
                        then
                            hold the action back
                        """)
                .read();
    }

    @AfterAll
    static void closeRulebook() {
        rulebook.close();
    }

    @BeforeEach
    void sit() {
        course = new Course(new Judge(rulebook));
    }

    @Test
    void takesAComplaintFromItsMailToItsCaseInOneCourse() {
        happens(mail("2026-03-02T09:00:00Z", "it is broken"));

        assertThat(steps).extracting(step -> step.noted().type()).containsExactly(
                "email.received", "complaint.raised", "customer.contacted", "customer.contacted", "case.opened");
        assertThat(actions("received")).singleElement()
                .satisfies(action -> assertThat(action.kind()).isEqualTo(Action.Kind.MESSAGE));
        assertThat(actions("answer")).singleElement().satisfies(task -> {
            assertThat(task.assignee()).isEqualTo("service");
            assertThat(task.dueAt()).isEqualTo("2026-03-02T13:00:00Z");
        });
        assertThat(memory.complaints()).singleElement().satisfies(complaint -> {
            assertThat(complaint.owner()).isEqualTo("service");
            assertThat(complaint.deadline()).isEqualTo("2026-03-02T13:00:00Z");
        });
    }

    @Test
    void escalatesAgainAndAgainUntilTheComplaintIsResolved() {
        happens(mail("2026-03-02T09:00:00Z", "it is broken"));
        passesUntil("2026-03-02T12:59:00Z");
        assertThat(memory.complaints().getFirst().level()).isZero();

        passesUntil("2026-03-02T17:00:00Z");
        assertThat(memory.complaints().getFirst().level()).isEqualTo(2);
        assertThat(actions("answer")).extracting(Action::assignee).containsExactly("service", "manager", "director");

        happens(Events.resolved("2026-03-02T18:00:00Z", memory.complaints().getFirst().id()));
        passesUntil("2026-03-05T00:00:00Z");
        assertThat(actions("answer")).hasSize(3);
    }

    @Test
    void addsAnotherMailOfTheSameThreadToTheOpenComplaint() {
        var first = mail("2026-03-02T09:00:00Z", "it is broken");
        happens(first);
        happens(new CustomerEvent("second", "test", first.type(), List.of(), Instant.parse("2026-03-02T10:00:00Z"),
                first.data()));

        assertThat(memory.complaints()).hasSize(1);
        assertThat(actions("received")).hasSize(1);

        happens(Events.resolved("2026-03-02T11:00:00Z", memory.complaints().getFirst().id()));
        happens(new CustomerEvent("third", "test", first.type(), List.of(), Instant.parse("2026-03-02T12:00:00Z"), first.data()));
        assertThat(memory.complaints()).singleElement().satisfies(again -> assertThat(again.id()).isEqualTo("third"));
    }

    @Test
    void greetsOnTheBirthdayByTheCustomersClock() {
        happens(Events.consented("2026-03-01T09:00:00Z"));
        happens(Events.told("2026-03-01T09:00:00Z", "birthday", "1990-05-01"));
        happens(Events.told("2026-03-01T09:00:00Z", "time-zone", "Asia/Shanghai"));
        passesUntil("2026-06-01T00:00:00Z");

        assertThat(actions("greeting")).singleElement().satisfies(greeting -> {
            assertThat(greeting.notBefore()).isEqualTo("2026-05-01T00:00:00Z");
            assertThat(greeting.validUntil()).isEqualTo("2026-05-01T16:00:00Z");
        });
        passesUntil("2027-06-01T00:00:00Z");
        assertThat(actions("greeting")).hasSize(2);
    }

    @Test
    void recordsAGreetingWithoutConsentAsMissedWhenTheDayIsOver() {
        happens(Events.told("2026-04-30T09:00:00Z", "birthday", "1990-05-01"));
        passesUntil("2026-05-01T12:00:00Z");
        assertThat(last().heldBack()).singleElement()
                .satisfies(held -> assertThat(held.reason().ruleId()).isEqualTo("policy/consent"));
        assertThat(outcomes()).containsExactly("proposed");

        passesUntil("2026-05-03T12:00:00Z");
        assertThat(actions("greeting")).isEmpty();
        assertThat(outcomes()).containsExactly("proposed", "missed");
        assertThat(steps).anySatisfy(step -> assertThat(step.decision().heldBack())
                .anySatisfy(held -> assertThat(held.reason().ruleId()).isEqualTo("policy/missed")));
    }

    @Test
    void sendsWhatWasHeldBackAsSoonAsConsentComes() {
        happens(Events.told("2026-04-30T09:00:00Z", "birthday", "1990-05-01"));
        passesUntil("2026-05-01T12:00:00Z");
        happens(Events.consented("2026-05-01T12:30:00Z"));

        assertThat(actions("greeting")).singleElement()
                .satisfies(greeting -> assertThat(greeting.notBefore()).isEqualTo("2026-05-01T12:30:00Z"));
        passesUntil("2026-05-03T12:30:00Z");
        assertThat(outcomes()).containsExactly("proposed", "reserved");
    }

    @Test
    void looksAgainWhenACapIsFree() {
        happens(Events.consented("2026-03-01T09:00:00Z"));
        happens(Events.told("2026-03-01T09:00:00Z", "birthday", "1990-03-05"));
        happens(Events.event("lead.captured", "2026-03-02T09:00:00Z", new EventData.Open(java.util.Map.of())));
        happens(Events.event("web.visit", "2026-03-03T09:00:00Z", new EventData.Open(java.util.Map.of())));
        passesUntil("2026-03-05T09:00:00Z");

        assertThat(actions("greeting")).isEmpty();
        assertThat(steps).anySatisfy(step -> assertThat(step.decision().heldBack()).anySatisfy(held -> {
            assertThat(held.reason().ruleId()).isEqualTo("LIM-001/1");
            assertThat(held.until()).isEqualTo("2026-03-09T00:00:00Z");
        }));
        assertThat(last().reviews()).extracting(Decision.Review::due).contains(Instant.parse("2026-03-06T00:00:00Z"));
        passesUntil("2026-03-10T09:00:00Z");
        assertThat(outcomes()).containsExactly("reserved", "reserved", "proposed", "missed");
    }

    @Test
    void actsOnceOnAStateThatHoldsForEver() {
        happens(Events.order("2026-03-02T10:00:00Z", Events.line("bag", 8)));
        happens(Events.order("2026-03-03T10:00:00Z", Events.line("bag", 8)));
        happens(mail("2026-03-07T10:00:00Z", "hello"));
        passesUntil("2026-06-01T00:00:00Z");

        assertThat(actions("note")).hasSize(1);
        assertThat(actions("call")).hasSize(1);
    }

    @Test
    void actsOnEveryMessageWhereARuleIsAboutMessages() {
        for (var day = 2; day <= 4; day++) {
            happens(Events.event("fax.received", "2026-03-0" + day + "T10:00:00Z", new EventData.Message(
                    Channel.FAX, "Order", "one bag", "fax-" + day, 0, false, null)));
        }

        assertThat(actions("type it")).hasSize(3);
    }

    @Test
    void countsTheValidityOfWhatWaitsFromItsFirstMoment() {
        happens(Events.order("2026-03-02T10:00:00Z", Events.line("bag", 8)));
        happens(mail("2026-03-07T10:00:00Z", "hello"));
        assertThat(last().heldBack()).singleElement()
                .satisfies(held -> assertThat(held.action().validUntil()).isEqualTo("2026-03-12T10:00:00Z"));

        passesUntil("2026-04-02T00:00:00Z");
        assertThat(steps).filteredOn(step -> step.noted().data() instanceof EventData.Contact contact
                && contact.outcome().equals("missed"))
                .singleElement().satisfies(step -> assertThat(step.noted().time()).isEqualTo("2026-03-12T10:00:00Z"));
    }

    @Test
    void sendsTheSecondPromotionOfADayTheNextMorning() {
        happens(Events.consented("2026-03-01T09:00:00Z"));
        happens(Events.event("web.visit", "2026-03-02T09:00:00Z", new EventData.Open(java.util.Map.of())));
        happens(Events.order("2026-03-02T10:00:00Z", Events.line("bag", 8)));
        assertThat(last().heldBack()).singleElement()
                .satisfies(held -> assertThat(held.reason().ruleId()).isEqualTo("policy/one-message-at-a-time"));

        passesUntil("2026-03-03T09:00:00Z");
        assertThat(actions("welcome")).singleElement()
                .satisfies(welcome -> assertThat(welcome.notBefore()).isEqualTo("2026-03-03T08:00:00Z"));
    }

    @Test
    void sendsWhatACapHeldBackOnTheDayTheCapIsFree() {
        happens(Events.consented("2026-03-01T09:00:00Z"));
        happens(Events.event("lead.captured", "2026-03-02T09:00:00Z", new EventData.Open(java.util.Map.of())));
        happens(Events.event("web.visit", "2026-03-03T09:00:00Z", new EventData.Open(java.util.Map.of())));
        happens(Events.order("2026-03-04T10:00:00Z", Events.line("bag", 8)));
        passesUntil("2026-03-08T23:59:00Z");
        assertThat(actions("welcome")).isEmpty();

        passesUntil("2026-03-09T09:00:00Z");
        assertThat(actions("welcome")).singleElement()
                .satisfies(welcome -> assertThat(welcome.notBefore()).isEqualTo("2026-03-09T08:00:00Z"));
    }

    @Test
    void releasesTheCapWhenADeliveryFailed() {
        happens(Events.consented("2026-03-01T09:00:00Z"));
        happens(Events.told("2026-03-01T09:00:00Z", "birthday", "1990-03-05"));
        happens(Events.event("lead.captured", "2026-03-02T09:00:00Z", new EventData.Open(java.util.Map.of())));
        happens(Events.event("web.visit", "2026-03-03T09:00:00Z", new EventData.Open(java.util.Map.of())));
        var sale = actions("sale").getFirst();
        happens(Events.event("customer.contacted", "2026-03-03T09:05:00Z", new EventData.Contact(
                sale.id(), sale.reason().ruleId(), sale.occasion(), sale.channel(), sale.purpose(), sale.what(), "failed")));
        passesUntil("2026-03-05T09:00:00Z");

        assertThat(actions("greeting")).hasSize(1);
    }

    @Test
    void promotesNothingWhileAComplaintIsOpen() {
        happens(Events.consented("2026-03-01T09:00:00Z"));
        happens(Events.told("2026-03-01T09:00:00Z", "birthday", "1990-03-05"));
        happens(mail("2026-03-04T22:00:00Z", "it is broken"));
        passesUntil("2026-03-05T09:00:00Z");
        assertThat(last().heldBack()).singleElement()
                .satisfies(held -> assertThat(held.reason().ruleId()).isEqualTo("LIM-003/1"));

        happens(Events.resolved("2026-03-05T10:00:00Z", memory.complaints().getFirst().id()));
        assertThat(actions("greeting")).hasSize(1);
    }

    @Test
    void withdrawsConsentOnce() {
        happens(Events.consented("2026-03-01T09:00:00Z"));
        happens(mail("2026-03-02T09:00:00Z", "stop it"));
        happens(mail("2026-03-03T09:00:00Z", "stop it now"));

        assertThat(steps).filteredOn(step -> step.noted().is("consent.withdrawn")).hasSize(1);
        assertThat(memory.consents().get("email/promotion").given()).isFalse();
    }

    @Test
    void recordsABirthdayThatPassedDuringADowntimeAsMissed() {
        happens(Events.consented("2026-03-01T09:00:00Z"));
        happens(Events.told("2026-03-01T09:00:00Z", "birthday", "1990-03-05"));
        var due = last().reviews().getFirst();
        var late = Instant.parse("2026-03-08T10:00:00Z");

        take(Course.reviewDue(1, List.of(), due.due(), due.ruleId()), late);

        assertThat(actions("greeting")).isEmpty();
        assertThat(outcomes()).containsExactly("missed");
    }

    @Test
    void decidesALateReviewOnceAsOfNow() {
        happens(mail("2026-03-02T09:00:00Z", "it is broken"));
        var due = last().reviews().getFirst();

        take(Course.reviewDue(1, List.of(), due.due(), due.ruleId()), Instant.parse("2026-03-04T09:00:00Z"));

        assertThat(actions("answer")).hasSize(2);
        assertThat(memory.complaints().getFirst().level()).isEqualTo(1);
        assertThat(memory.complaints().getFirst().deadline()).isEqualTo("2026-03-04T13:00:00Z");
    }

    @Test
    void concludesTheSameIdsAgainAndNoneTooLong() {
        var long1 = new CustomerEvent("x".repeat(200), "test", "email.received", List.of(), Instant.parse("2026-03-02T09:00:00Z"),
                mail("2026-03-02T09:00:00Z", "it is broken").data());

        var first = course.take(memory, long1, context(), long1.time());
        var second = course.take(memory, long1, context(), long1.time());

        assertThat(second).isEqualTo(first);
        assertThat(first).extracting(step -> step.noted().id()).doesNotHaveDuplicates()
                .allSatisfy(id -> assertThat(id).hasSizeLessThanOrEqualTo(200));
    }

    @Test
    void remembersWhatARefoldOfTheLogRemembers() {
        happens(Events.consented("2026-03-01T09:00:00Z"));
        happens(Events.told("2026-03-01T09:00:00Z", "birthday", "1990-03-05"));
        happens(mail("2026-03-04T22:00:00Z", "it is broken"));
        passesUntil("2026-03-07T09:00:00Z");

        var refolded = Memory.blank(1);
        for (var step : steps) {
            refolded = MemoryFold.fold(refolded, step.noted(), LONDON, 180);
        }

        assertThat(refolded).isEqualTo(memory);
    }

    private void happens(CustomerEvent event) {
        passesUntil(event.time().toString());
        take(event, event.time());
    }

    private void take(CustomerEvent event, Instant now) {
        note(course.take(memory, event, context(), now));
    }

    private void passesUntil(String moment) {
        note(course.advance(memory, context(), lived, Instant.parse(moment)));
        lived = Instant.parse(moment);
    }

    private void note(List<Step> taken) {
        steps.addAll(taken);
        memory = taken.isEmpty() ? memory : taken.getLast().memory();
    }

    private Decision last() {
        return steps.getLast().decision();
    }

    private List<Action> actions(String what) {
        return steps.stream().flatMap(step -> step.decision().actions().stream()).filter(action -> action.what().equals(what))
                .toList();
    }

    private List<String> outcomes() {
        return steps.stream().map(step -> step.noted().data())
                .flatMap(data -> data instanceof EventData.Contact contact ? Stream.of(contact.outcome()) : Stream.empty())
                .toList();
    }

    private static Context context() {
        return new Context(rulebook, Snapshot.NONE, LONDON, 180);
    }
}
