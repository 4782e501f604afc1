package io.rapport.decision;

import static io.rapport.decision.Events.mail;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

import io.rapport.facts.Action;
import io.rapport.facts.Channel;
import io.rapport.facts.CustomerEvent;
import io.rapport.facts.Decision;
import io.rapport.facts.Memory;
import io.rapport.facts.Snapshot;
import io.rapport.rulebook.Rulebook;
import io.rapport.rulebook.Stratum;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What recurs comes back by itself, on the customer's calendar. */
class RecurrenceTests {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private Rulebook rulebook = Rulebooks.with().read();
    private Memory memory = Memory.blank(1);
    private final List<Step> steps = new ArrayList<>();
    private Instant lived = Instant.parse("2026-03-01T00:00:00Z");

    @AfterEach
    void close() {
        rulebook.close();
    }

    @Test
    void doesItAgainAndAgainWhileItHolds() {
        rule("the customer and we have not been in contact for 90 days",
                "give the task \"call\" to sales, every 90 days, due in 7 days");
        happens(mail("2026-03-02T10:00:00Z", "hello"));

        passDays(400);

        assertThat(days("call")).containsExactly("2026-05-31", "2026-08-29", "2026-11-27", "2027-02-25");
        assertThat(actions("call")).extracting(Action::id).doesNotHaveDuplicates();
    }

    @Test
    void isBroughtBackByTheClockAlone() {
        rule("the customer and we have not been in contact for 90 days",
                "give the task \"call\" to sales, every 90 days, due in 7 days");
        happens(mail("2026-03-02T10:00:00Z", "hello"));
        passDays(91);

        assertThat(last().reviews()).extracting(Decision.Review::due).contains(Instant.parse("2026-08-28T23:00:00Z"));
    }

    @Test
    void keepsTheCustomersDayWhereTheClocksChangeAndWhereverHeLives() {
        rule("the customer has bought on at least 1 days", "give the task \"call\" to sales, every 2 weeks, due in 7 days");
        happens(Events.told("2026-03-01T09:00:00Z", "time-zone", "America/New_York"));
        happens(Events.order("2026-03-02T04:30:00Z", Events.line("bag", 8)));

        passDays(30);

        assertThat(actions("call")).extracting(Action::notBefore).containsExactly(Instant.parse("2026-03-02T04:30:00Z"),
                Instant.parse("2026-03-15T04:00:00Z"), Instant.parse("2026-03-29T04:00:00Z"));
    }

    @Test
    void countsMonthsAndYearsByTheCalendar() {
        rule("the customer has bought on at least 1 days", """
                give the task "plan" to sales, every month, due in 7 days
                    give the task "review" to sales, every year, due in 7 days""");
        happens(Events.order("2026-01-31T10:00:00Z", Events.line("bag", 8)));

        passDays(400);

        assertThat(days("plan")).startsWith("2026-01-31", "2026-02-28", "2026-03-28").hasSize(14);
        assertThat(days("review")).containsExactly("2026-01-31", "2027-01-31");
    }

    @Test
    void neverDoesTheSameTwiceWithinADistance() {
        rule("the customer has been silent for 45 days",
                "give the task \"note\" to sales, at most once in 90 days, due in 7 days");
        happens(Events.order("2026-03-02T10:00:00Z", Events.line("bag", 8)));
        passDays(50);
        happens(Events.order("2026-04-21T10:00:00Z", Events.line("bag", 8)));
        passDays(365);

        assertThat(days("note")).as("the second silence waits until 90 days are over, each silence gets one")
                .containsExactly("2026-04-16", "2026-07-15");
    }

    @Test
    void saysWhenItWasDoneAndWhenItComesAgain() {
        rule("the customer has bought on at least 1 days", "give the task \"call\" to sales, every 90 days, due in 7 days");
        happens(Events.order("2026-03-02T10:00:00Z", Events.line("bag", 8)));

        try (var judge = new Judge(rulebook)) {
            var now = Instant.parse("2026-03-10T10:00:00Z");
            var refusals = new WhyNot(judge).whyNot(memory, Course.reviewDue(1, List.of(), now, ""), context(), now);

            assertThat(refusals).singleElement().satisfies(refusal -> {
                assertThat(refusal.actedAt()).isEqualTo("2026-03-02T10:00:00Z");
                assertThat(refusal.again()).isEqualTo("2026-05-30T23:00:00Z");
            });
        }
    }

    @Test
    void doesTheSameOnceByEachOfTwoChannels() {
        rulebook.close();
        rulebook = Rulebooks.with().template("note").sentences("4-care/again.sentences", "CARE-101", """
                rule "By letter and by text message"
                when
                    the customer has bought on at least 1 days
                then
                    send the message "note" by letter
                    send the message "note" by sms
                """).read();
        happens(Events.order("2026-03-02T10:00:00Z", Events.line("bag", 8)));
        happens(mail("2026-03-03T10:00:00Z", "hello"));

        assertThat(actions("note")).extracting(Action::channel).containsExactlyInAnyOrder(Channel.LETTER, Channel.SMS);
    }

    @Test
    void writesToNobodyASecondTimeBecauseTheChannelOfARuleChanged() {
        for (var channel : java.util.List.of("email", "letter")) {
            rulebook.close();
            rulebook = Rulebooks.with().template("note").sentences("4-care/again.sentences", "CARE-101", """
                    rule "Note"
                    when
                        the customer has bought on at least 1 days
                    then
                        send the message "note" by %s
                    """.formatted(channel)).read();
            happens(Events.order(lived.plus(java.time.Duration.ofDays(1)).toString(), Events.line("bag", 8)));
        }

        assertThat(actions("note")).extracting(Action::channel).containsExactly(Channel.EMAIL);
    }

    @Test
    void understandsEveryWayToSayItInBothLanguages() {
        for (var said : List.of("every 90 days", "once every 90 days", "每90天一次", "每隔90天一次", "每90天")) {
            assertThat(recurrence(said)).as(said).isEqualTo("P90D again");
        }
        for (var said : List.of("every month", "each month", "once a month", "every 1 months", "每月一次", "每个月一次")) {
            assertThat(recurrence(said)).as(said).isEqualTo("P1M again");
        }
        for (var said : List.of("at most once in 90 days", "once in 90 days for this message", "no more than once in 90 days",
                "90天内最多一次", "每90天最多一次")) {
            assertThat(recurrence(said)).as(said).isEqualTo("P90D");
        }
    }

    private String recurrence(String said) {
        rule("the customer has bought on at least 1 days", "give the task \"call\" to sales, " + said + ", due in 7 days");
        var recurrence = rulebook.ofStratum(Stratum.CARE).getFirst().then().getFirst().recurrence();
        return recurrence == null ? "" : recurrence.period() + (recurrence.again() ? " again" : "");
    }

    private void rule(String when, String then) {
        rulebook.close();
        rulebook = Rulebooks.with().sentences("4-care/again.sentences", "CARE-101", """
                rule "Again"
                when
                    %s
                then
                    %s
                """.formatted(when, then)).read();
    }

    private void happens(CustomerEvent event) {
        if (event.time().isAfter(lived)) {
            passUntil(event.time());
        } else {
            lived = event.time();
        }
        with(course -> course.take(memory, event, context(), event.time()));
    }

    private void passDays(int days) {
        passUntil(lived.plus(java.time.Duration.ofDays(days)));
    }

    private void passUntil(Instant moment) {
        with(course -> course.advance(memory, context(), lived, moment));
        lived = moment;
    }

    private void with(java.util.function.Function<Course, List<Step>> taking) {
        try (var judge = new Judge(rulebook)) {
            var taken = taking.apply(new Course(judge));
            steps.addAll(taken);
            memory = taken.isEmpty() ? memory : taken.getLast().memory();
        }
    }

    private Decision last() {
        return steps.getLast().decision();
    }

    private List<Action> actions(String what) {
        return steps.stream().flatMap(step -> step.decision().actions().stream()).filter(action -> action.what().equals(what))
                .toList();
    }

    private List<String> days(String what) {
        return actions(what).stream().map(action -> action.notBefore().atZone(LONDON).toLocalDate().toString()).toList();
    }

    private Context context() {
        return new Context(rulebook, Snapshot.NONE, LONDON, 180);
    }
}
