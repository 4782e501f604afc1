package io.rapport.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.rapport.facts.Action;
import io.rapport.facts.Channel;
import io.rapport.facts.Decision.HeldBack;
import io.rapport.facts.EventData;
import io.rapport.facts.Memory;
import io.rapport.facts.Purpose;
import io.rapport.facts.Snapshot;
import io.rapport.rulebook.Problem;
import io.rapport.rulebook.Rulebook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A limit counts what it says, and says what it counted. */
class LimitsTests {

    private static final String ASKED = """
            rule "Note"
            when
                the type of the event is note.asked
            then
                send the message "note" by email, as promotion, valid for 5 days
            rule "Sale"
            when
                the type of the event is sale.asked
            then
                send the message "sale" by email, as promotion, valid for 5 days
            rule "Letter"
            when
                the type of the event is letter.asked
            then
                send the message "sale" by letter, as promotion, valid for 5 days
            rule "Answer"
            when
                the type of the event is answer.asked
            then
                send the message "answer" by email
            """;

    private Rulebook rulebook = Rulebooks.with().read();
    private Memory memory = Memory.blank(1);
    private Instant now = Instant.parse("2026-03-02T10:00:00Z");
    private final List<Step> steps = new ArrayList<>();

    @AfterEach
    void close() {
        rulebook.close();
    }

    @Test
    void countsThisMessageAlone() {
        limit("    the template or task is note", "allow at most 1 of this message within 90 days");

        asks("sale", "note", "note", "sale");

        assertThat(sent()).containsExactly("sale", "note", "sale");
        assertThat(said(Locale.ENGLISH)).containsExactly("counted: 1 in 90 days, the message note");
        assertThat(until()).contains(Instant.parse("2026-05-31T23:00:00Z"));
    }

    @Test
    void countsPromotionsByTheChannel() {
        limit("    the action is for promotion", "allow at most 1 promotions by this channel within 90 days");

        asks("answer", "note", "sale", "letter");

        assertThat(sent()).containsExactly("answer", "note", "sale by letter");
        assertThat(said(Locale.ENGLISH)).containsExactly("counted: 1 in 90 days, promotions by email");
    }

    @Test
    void countsPromotionsByAnyChannelAndLetsServicePass() {
        limit("", "allow at most 1 promotion within 90 days");

        asks("note", "letter", "answer");

        assertThat(sent()).containsExactly("note", "answer");
        assertThat(said(Locale.ENGLISH)).containsExactly("counted: 1 in 90 days, promotions by any channel");
        assertThat(said(Locale.CHINESE)).containsExactly("90天内已计1次：所有渠道的推广");
    }

    @Test
    void countsEveryContact() {
        limit("", "30天内最多联系2次");

        asks("answer", "note", "letter");

        assertThat(sent()).containsExactly("answer", "note");
        assertThat(said(Locale.ENGLISH)).containsExactly("counted: 2 in 30 days, contacts of any kind");
    }

    @Test
    void countsMessagesByTheChannelAndForThePurposeWhereMessagesAloneAreMeant() {
        limit("", "allow at most 1 messages within 1 day");

        asks("answer", "note", "answer");

        assertThat(sent()).containsExactly("answer", "note", "answer");
        assertThat(actions("answer")).as("a day lies between them").hasSize(2);
        limit("", "allow at most 1 messages within 90 days");
        asks("note");
        assertThat(said(Locale.ENGLISH)).containsExactly("counted: 1 in 90 days, messages by email for promotion");
    }

    @Test
    void saysWhatIsCountedWhereALimitForOneMessageCountsOthers() {
        var problems = rules("    the template or task is note", "allow at most 1 messages within 90 days").warnings();

        assertThat(problems).extracting(Problem::message)
                .contains("this counts every message by the channel and for the purpose, not this message alone");
        assertThat(problems).extracting(Problem::suggestion)
                .contains("For this message alone: allow at most 1 of this message within 90 days");
    }

    @Test
    void isSaidInColumnsToo() {
        rulebook.close();
        rulebook = asked().limits("5-limits/own.csv", "LIM-101", """
                template or task,this message at most,promotions at most,within days
                note,1,,90
                sale,,2,90
                """).read();

        asks("note", "note", "sale", "letter");

        assertThat(sent()).containsExactly("note", "sale");
    }

    private void limit(String when, String then) {
        rulebook.close();
        rulebook = rules(when, then).read();
    }

    private static Rulebooks rules(String when, String then) {
        var condition = when.isEmpty() ? "    the action is a message" : when;
        return asked().sentences("5-limits/own.sentences", "LIM-101",
                "rule \"Own\"\nwhen\n" + condition + "\nthen\n    " + then + "\n");
    }

    private static Rulebooks asked() {
        return Rulebooks.with().template("note").template("sale").template("answer").sentences("4-care/asked.sentences",
                "CARE-101", ASKED);
    }

    /** One each day, by somebody who agrees to everything. */
    private void asks(String... whats) {
        try (var judge = new Judge(rulebook)) {
            var course = new Course(judge);
            for (var channel : List.of(Channel.EMAIL, Channel.LETTER)) {
                var consent = Events.event("consent.given", now.toString(),
                        new EventData.Consent(channel, Purpose.PROMOTION, "form"));
                memory = course.take(memory, consent, context(), now).getLast().memory();
            }
            for (var what : whats) {
                var event = Events.event(what + ".asked", now.toString(), new EventData.Open(Map.of()));
                var taken = course.take(memory, event, context(), now);
                steps.addAll(taken);
                memory = taken.getLast().memory();
                now = now.plus(Duration.ofDays(1));
            }
        }
    }

    private List<String> sent() {
        return steps.stream().flatMap(step -> step.decision().actions().stream())
                .map(action -> action.what() + (action.channel() == Channel.LETTER ? " by letter" : "")).toList();
    }

    private List<Action> actions(String what) {
        return steps.stream().flatMap(step -> step.decision().actions().stream()).filter(action -> action.what().equals(what))
                .toList();
    }

    private List<String> said(Locale locale) {
        return held().map(held -> rulebook.because(held.reason(), locale)).map(text -> text.replaceFirst("^.*[(（]", "")
                .replaceFirst("[)）]$", "")).distinct().toList();
    }

    private List<Instant> until() {
        return held().map(HeldBack::until).toList();
    }

    private java.util.stream.Stream<HeldBack> held() {
        return steps.stream().flatMap(step -> step.decision().heldBack().stream())
                .filter(held -> held.reason().ruleId().startsWith("LIM-101"));
    }

    private Context context() {
        return new Context(rulebook, Snapshot.NONE, ZoneId.of("Europe/London"), 180);
    }
}
