package io.rapport.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

import io.rapport.facts.CustomerEvent;
import io.rapport.facts.Memory;
import io.rapport.facts.Snapshot;
import io.rapport.rulebook.Rulebook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class WhyNotTests {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private static Rulebook rulebook;

    private final Judge judge = new Judge(rulebook);

    @BeforeAll
    static void compile() {
        rulebook = Rulebooks.with().template("greeting")
                .sentences("4-care/birthday.sentences", "CARE-001", """
                        rule "Birthday"
                        when
                            today is the customer's birthday
                            the customer has bought on at least 2 days
                        then
                            send the message "greeting" by email, as promotion, valid until the end of the day
                        """)
                .sentences("4-care/complaint.sentences", "CARE-002", """
                        rule "One level up"
                        when
                            a complaint is open
                            its deadline has passed
                        then
                            escalate the complaint one level
                        """)
                .read();
    }

    @AfterAll
    static void close() {
        rulebook.close();
    }

    @Test
    void namesTheConditionThatFailsWithWhatWasFoundAndWhatIsNeeded() {
        var refusals = whyNot(memoryOf(
                Events.told("2026-03-01T09:00:00Z", "birthday", "1990-03-02"),
                Events.order("2026-03-01T09:00:00Z", Events.line("bag", 8))));

        assertThat(refusals).singleElement().satisfies(refusal -> {
            assertThat(refusal.rule().id()).isEqualTo("CARE-001/1");
            assertThat(refusal.failed()).singleElement().satisfies(finding -> {
                assertThat(finding.wording(Locale.ENGLISH)).isEqualTo("the customer has bought on at least 2 days");
                assertThat(finding.actual()).isEqualTo("1");
                assertThat(finding.unknown()).isFalse();
            });
        });
    }

    @Test
    void saysWhatIsUnknown() {
        assertThat(whyNot(Memory.blank(1)).getFirst().failed()).anySatisfy(finding -> {
            assertThat(finding.unknown()).isTrue();
            assertThat(finding.actual()).isEqualTo("unknown");
        });
    }

    @Test
    void namesThePolicyThatHoldsBack() {
        var refusals = whyNot(regularOnHisBirthday());

        assertThat(refusals).singleElement().satisfies(refusal -> {
            assertThat(refusal.failed()).isEmpty();
            assertThat(refusal.heldBack()).isNotNull();
            assertThat(refusal.heldBack().reason().ruleId()).isEqualTo("policy/consent");
        });
    }

    @Test
    void saysWhenItWasAlreadyDone() {
        var memory = MemoryFold.fold(regularOnHisBirthday(), Events.consented("2026-03-01T09:00:00Z"), LONDON, 180);
        var greeted = new Course(judge).take(memory, now(), context(), Instant.parse("2026-03-02T09:00:00Z")).getLast().memory();

        assertThat(whyNot(greeted)).singleElement()
                .satisfies(refusal -> assertThat(refusal.actedAt()).isEqualTo("2026-03-02T09:00:00Z"));
    }

    @Test
    void saysNothingOfWhatIsAllowed() {
        var memory = MemoryFold.fold(regularOnHisBirthday(), Events.consented("2026-03-01T09:00:00Z"), LONDON, 180);

        assertThat(whyNot(memory)).isEmpty();
    }

    @Test
    void saysThatThereIsNothingTheRuleCouldBeAbout() {
        assertThat(everyWhyNot(Memory.blank(1))).filteredOn(Refusal::isAboutNothing)
                .extracting(refusal -> refusal.rule().id()).containsExactly("CARE-002/1");
    }

    @Test
    void asksAboutEachComplaint() {
        var refusals = whyNot(memoryOf(
                Events.complained("2026-03-01T09:00:00Z", "C1"), Events.complained("2026-03-01T10:00:00Z", "C2")));

        assertThat(refusals).filteredOn(refusal -> refusal.rule().id().equals("CARE-002/1"))
                .extracting(Refusal::subject).containsExactly("complaint/C1", "complaint/C2");
    }

    private static Memory regularOnHisBirthday() {
        return memoryOf(
                Events.told("2026-03-01T09:00:00Z", "birthday", "1990-03-02"),
                Events.order("2026-02-01T09:00:00Z", Events.line("bag", 8)),
                Events.order("2026-03-01T09:00:00Z", Events.line("bag", 8)));
    }

    private List<Refusal> whyNot(Memory memory) {
        return everyWhyNot(memory).stream().filter(refusal -> !refusal.isAboutNothing()).toList();
    }

    private List<Refusal> everyWhyNot(Memory memory) {
        return new WhyNot(judge).whyNot(memory, now(), context(), Instant.parse("2026-03-02T09:00:00Z"));
    }

    private static CustomerEvent now() {
        return Events.reviewDue("2026-03-02T09:00:00Z");
    }

    private static Context context() {
        return new Context(rulebook, Snapshot.NONE, LONDON, 180);
    }

    private static Memory memoryOf(CustomerEvent... events) {
        var memory = Memory.blank(1);
        for (var event : events) {
            memory = MemoryFold.fold(memory, event, LONDON, 180);
        }
        return memory;
    }
}
