package io.rapport.decision;

import static io.rapport.decision.Events.complained;
import static io.rapport.decision.Events.consented;
import static io.rapport.decision.Events.contacted;
import static io.rapport.decision.Events.delivered;
import static io.rapport.decision.Events.event;
import static io.rapport.decision.Events.line;
import static io.rapport.decision.Events.mail;
import static io.rapport.decision.Events.order;
import static io.rapport.decision.Events.overdue;
import static io.rapport.decision.Events.paid;
import static io.rapport.decision.Events.resolved;
import static io.rapport.decision.Events.returned;
import static io.rapport.decision.Events.reviewDue;
import static io.rapport.decision.Events.told;
import static io.rapport.decision.Events.withdrew;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

import io.rapport.facts.Decimal;
import io.rapport.facts.Channel;
import io.rapport.facts.CustomerEvent;
import io.rapport.facts.EventData;
import io.rapport.facts.Memory;
import io.rapport.facts.Occasion;
import io.rapport.facts.Memory.Delivery;
import io.rapport.facts.Memory.LineMemory;
import io.rapport.facts.Purpose;
import org.junit.jupiter.api.Test;

class MemoryFoldTests {

    private static final Occasion.Key NEWS = new Occasion.Key("CARE-1/1", "news", Channel.EMAIL, "birthday 2026");

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private static final double TAU = 180;

    @Test
    void countsEveryTypeDeclaredOrNot() {
        var memory = memoryOf(
                event("loyalty.smile", "2026-03-01T10:00:00Z", new EventData.Open(Map.of("width", "10"))),
                event("loyalty.smile", "2026-03-03T10:00:00Z", new EventData.Open(Map.of())),
                event("survey.answered", "2026-03-03T11:00:00Z", new EventData.Rating(0.75, "fine")));

        var smiles = tally(memory, "loyalty.smile");
        assertThat(smiles.count()).isEqualTo(2);
        assertThat(smiles.first()).isEqualTo("2026-03-01T10:00:00Z");
        assertThat(smiles.last()).isEqualTo("2026-03-03T10:00:00Z");
        assertThat(tally(memory, "survey.answered").sum()).isEqualTo(Decimal.nearest(0.75));
        assertThat(memory.latest()).isEqualTo("2026-03-03T11:00:00Z");
    }

    @Test
    void owesWhatIsOverdueAndNotYetPaid() {
        var memory = memoryOf(
                overdue("2026-03-01T10:00:00Z", "I1", 100), overdue("2026-03-05T10:00:00Z", "I1", 100),
                overdue("2026-03-02T10:00:00Z", "I2", 50), paid("2026-03-03T10:00:00Z", "I1", 30),
                paid("2026-03-04T10:00:00Z", "I2", 80), paid("2026-03-04T11:00:00Z", "I3", 10));

        assertThat(memory.balanceOverdue()).isEqualTo(Decimal.of(70));
        assertThat(memory.invoices().get("I1").since()).isEqualTo("2026-03-01T10:00:00Z");
        assertThat(memory.invoices().get("I2").open()).isEqualTo(Decimal.ZERO);
    }

    @Test
    void keepsTheFirstSourceAndTheLatestOfEveryOtherTraitWithWhoToldIt() {
        var memory = memoryOf(
                told("2026-03-03T10:00:00Z", "acquisition-source", "web"),
                told("2026-03-01T10:00:00Z", "acquisition-source", "fair"),
                told("2026-03-03T10:00:00Z", "seat", "aisle"), told("2026-03-01T10:00:00Z", "seat", "window"));

        assertThat(memory.traits()).containsEntry("acquisition-source", "fair").containsEntry("seat", "aisle");
        assertThat(memory.traitsAt()).containsEntry("acquisition-source", java.time.Instant.parse("2026-03-01T10:00:00Z"));
        assertThat(memory.traitSources()).containsOnlyKeys("acquisition-source", "seat");
    }

    @Test
    void linksBeginAndEndByTheirOwnTime() {
        var buyer = new EventData.Link("contact-of", "account:acme", List.of("buyer"), "");
        var user = new EventData.Link("contact-of", "account:acme", List.of("user"), "social");
        var begun = event("customer.linked", "2026-03-01T10:00:00Z", buyer);
        var changed = event("customer.linked", "2026-03-02T10:00:00Z", user);
        var ended = event("customer.unlinked", "2026-03-03T10:00:00Z", user);

        assertThat(memoryOf(changed, begun).standingLinks()).singleElement()
                .satisfies(link -> assertThat(link.roles()).containsExactly("user"));
        assertThat(memoryOf(ended, changed, begun).standingLinks()).isEmpty();
        assertThat(memoryOf(begun, changed, ended).links()).isEqualTo(memoryOf(ended, begun, changed).links());
    }

    @Test
    void countsAnswersAndWhatSomebodySpendsWithEverybody() {
        var memory = memoryOf(
                event("survey.answered", "2026-03-03T11:00:00Z",
                        new EventData.Rating(0.75, "", Map.of("benefit", 0.5, "shoe", 1.0))),
                told("2026-03-04T10:00:00Z", "total-spend", "900"), told("2026-03-05T10:00:00Z", "total-spend", "plenty"));

        assertThat(tally(memory, "answer.benefit").sum()).isEqualTo(Decimal.nearest(0.5));
        assertThat(memory.tallies()).doesNotContainKey("answer.shoe");
        assertThat(tally(memory, "total-spend").count()).isEqualTo(1);
    }

    @Test
    void putsALateEventIntoItsOwnDay() {
        var memory = memoryOf(
                order("2026-03-10T10:00:00Z", line("Candles", 30)),
                order("2026-03-01T10:00:00Z", line("Candles", 20)));

        var orders = tally(memory, "order.placed");
        assertThat(orders.days().sumBetween(epochDay("2026-03-01"), epochDay("2026-03-01"))).isEqualTo(Decimal.of(20));
        assertThat(orders.last()).isEqualTo("2026-03-10T10:00:00Z");
        assertThat(memory.latest()).isEqualTo("2026-03-10T10:00:00Z");
        assertThat(memory.purchases()).isNotNull();
        assertThat(memory.purchases().last()).isEqualTo("2026-03-10");
        assertThat(memory.purchases().first()).isEqualTo("2026-03-01");
        assertThat(memory.purchases().decayedCount()).isCloseTo(1 + Math.exp(-9 / TAU), within(1e-12));
    }

    @Test
    void mergesPurchasesByTheCustomersOwnCalendarDay() {
        var lateEvening = order("2026-03-01T14:00:00Z", line("Candles", 20));
        var pastMidnightInShanghai = order("2026-03-01T16:30:00Z", line("Candles", 30));

        var londoner = memoryOf(lateEvening, pastMidnightInShanghai);
        var shanghainese = memoryOf(
                told("2026-01-01T00:00:00Z", "time-zone", "Asia/Shanghai"), lateEvening, pastMidnightInShanghai);

        assertThat(londoner.purchases().days()).isEqualTo(1);
        assertThat(shanghainese.purchases().days()).isEqualTo(2);
    }

    @Test
    void takesTheMarginOfReturnedGoodsBackAndNothingElse() {
        var memory = memoryOf(
                order("2026-03-01T10:00:00Z", line("Candles", 100, 0.4)),
                returned("2026-03-20T10:00:00Z", line("Candles", 50, 0.4)));

        assertThat(memory.purchases().last()).isEqualTo("2026-03-01");
        assertThat(memory.purchases().days()).isEqualTo(1);
        assertThat(memory.purchases().spend()).isEqualTo(Decimal.of(100));
        assertThat(tally(memory, "order.returned").sum()).isEqualTo(Decimal.of(50));
        assertThat(tally(memory, MemoryFold.MARGIN).sum()).isEqualTo(Decimal.of(20));
    }

    @Test
    void isNoPurchaseWithoutALine() {
        var memory = memoryOf(order("2026-03-01T10:00:00Z"));

        assertThat(memory.purchases()).isNull();
        assertThat(tally(memory, "order.placed").count()).isEqualTo(1);
    }

    @Test
    void remembersWhatWasBoughtPerProductLine() {
        var memory = memoryOf(
                order("2026-03-01T10:00:00Z", line("Candles", 10, 0.5), line("Candles", 20, 0.5), line("Bags", 5, 0.2)),
                order("2026-02-01T10:00:00Z", line("Candles", 30, 0.5), line("unclassified", 9)));

        assertThat(memory.productLines()).containsOnlyKeys("Candles", "Bags");
        assertThat(memory.productLines().get("Candles"))
                .isEqualTo(new LineMemory(2, Decimal.of(60), Decimal.of(30), LocalDate.parse("2026-03-01")));
    }

    @Test
    void opensAComplaintFollowsItsCaseAndClosesIt() {
        var deadline = Instant.parse("2026-03-01T14:00:00Z");
        var open = memoryOf(
                complained("2026-03-01T10:00:00Z", "C1"),
                event("case.opened", "2026-03-01T10:00:00Z", new EventData.Case("C1", 0, "service", deadline)),
                event("case.escalated", "2026-03-01T14:00:00Z",
                        new EventData.Case("C1", 1, "team-lead", deadline.plus(4, ChronoUnit.HOURS))));

        assertThat(open.complaints()).singleElement().satisfies(complaint -> {
            assertThat(complaint.level()).isEqualTo(1);
            assertThat(complaint.owner()).isEqualTo("team-lead");
            assertThat(complaint.deadline()).isEqualTo("2026-03-01T18:00:00Z");
            assertThat(complaint.raised()).isEqualTo("2026-03-01T10:00:00Z");
        });
        assertThat(fold(open, resolved("2026-03-01T15:00:00Z", "C1")).complaints()).isEmpty();
    }

    @Test
    void keepsAComplaintClosedWhenItsBeginningArrivesAfterItsEnd() {
        var memory = memoryOf(resolved("2026-03-02T10:00:00Z", "C1"), complained("2026-03-01T10:00:00Z", "C1"));

        assertThat(memory.complaints()).isEmpty();
    }

    @Test
    void keepsDeliveriesForSixtyDays() {
        var memory = memoryOf(
                delivered("2026-03-02T10:00:00Z", "O2"), delivered("2026-03-01T10:00:00Z", "O1"),
                delivered("2026-02-05T10:00:00Z", "O1"));
        assertThat(memory.deliveries()).extracting(Delivery::orderId).containsExactly("O1", "O2");

        assertThat(fold(memory, mail("2026-04-30T09:59:59Z", "hi")).deliveries()).hasSize(2);
        assertThat(fold(memory, mail("2026-04-30T10:00:00Z", "hi")).deliveries()).hasSize(1);
    }

    @Test
    void believesTheLatestWordAndNotTheLatestArrival() {
        var memory = memoryOf(
                told("2026-03-02T10:00:00Z", "name", "Anna Miller"), told("2026-03-01T10:00:00Z", "name", "Anna Smith"),
                withdrew("2026-03-02T10:00:00Z"), consented("2026-03-01T10:00:00Z"),
                told("2026-03-02T10:00:00Z", "time-zone", "Middle-Earth/Bree"));

        assertThat(memory.traits()).containsExactly(Map.entry("name", "Anna Miller"));
        assertThat(memory.hasConsent(Channel.EMAIL, Purpose.PROMOTION)).isFalse();
    }

    @Test
    void readsTraitsAndConsentsOfAForm() {
        var form = new EventData.Form("welcome", "", null, Map.of("birthday", "1990-05-01", "name", " Li Lei "),
                List.of(new EventData.ConsentChoice(Channel.EMAIL, Purpose.PROMOTION, true)));

        var memory = memoryOf(event("web.form", "2026-03-01T10:00:00Z", form));

        assertThat(memory.traits()).containsEntry("birthday", "1990-05-01").containsEntry("name", "Li Lei");
        assertThat(memory.hasConsent(Channel.EMAIL, Purpose.PROMOTION)).isTrue();
    }

    @Test
    void countsAReservedContactOnceAndReleasesAFailedOne() {
        var reserved = memoryOf(contacted("2026-03-01T10:00:00Z", "birthday 2026", "reserved"));
        var delivered = fold(reserved, contacted("2026-03-01T10:05:00Z", "birthday 2026", "delivered"));
        var failed = fold(reserved, contacted("2026-03-03T10:05:00Z", "birthday 2026", "failed"));

        assertThat(tally(delivered, "contact.email").count()).isEqualTo(1);
        assertThat(delivered.occasions().get(NEWS).isUsedUp()).isTrue();
        assertThat(tally(failed, "contact.email.promotion").count()).isZero();
        assertThat(tally(failed, "contact.email.promotion").days().countBetween(0, Integer.MAX_VALUE)).isZero();
        assertThat(failed.occasions().get(NEWS).isUsedUp()).isFalse();
    }

    @Test
    void countsNoTaskAsAContact() {
        var memory = memoryOf(event("customer.contacted", "2026-03-01T10:00:00Z", new EventData.Contact(
                "task", "CARE-2/1", "complaint C1", Channel.IN_PERSON, Purpose.SERVICE, "answer", "reserved")));

        assertThat(memory.tallies()).isEmpty();
        assertThat(memory.occasions())
                .containsOnlyKeys(new Occasion.Key("CARE-2/1", "answer", Channel.IN_PERSON, "complaint C1"));
    }

    @Test
    void countsATaskThatWasDoneAsTheCallOrVisitThatItIs() {
        for (var met : List.of(Channel.CALL_CENTRE, Channel.IN_PERSON)) {
            var memory = memoryOf(event("customer.contacted", "2026-03-01T10:00:00Z", new EventData.Contact(
                    "task", "CARE-2/1", "once", Channel.IN_PERSON, Purpose.SERVICE, "call", "done", met)));

            assertThat(tally(memory, "contact." + met.word()).count()).isEqualTo(1);
            assertThat(tally(memory, met == Channel.CALL_CENTRE ? "call.made" : "visit.made").count()).isEqualTo(1);
        }
    }

    @Test
    void givesAnOccasionUpAfterThreeFailures() {
        var memory = Memory.blank(1);
        for (var day = 1; day <= Contacts.ATTEMPTS; day++) {
            memory = fold(memory, contacted("2026-03-0" + day + "T10:00:00Z", "birthday 2026", "reserved"));
            memory = fold(memory, contacted("2026-03-0" + day + "T10:01:00Z", "birthday 2026", "failed"));
        }

        assertThat(memory.occasions().get(NEWS).state()).isEqualTo(Occasion.State.GIVEN_UP);
        assertThat(tally(memory, "contact.email").count()).isZero();
    }

    @Test
    void forgetsOccasionsAfterTwoYears() {
        var memory = memoryOf(
                contacted("2024-03-01T10:00:00Z", "birthday 2024", "reserved"),
                contacted("2026-03-03T10:00:00Z", "birthday 2026", "reserved"));

        assertThat(memory.occasions()).containsOnlyKeys(NEWS);
    }

    @Test
    void keepsLastingConclusions() {
        var memory = memoryOf(
                event("stage.moved", "2026-03-01T10:00:00Z", new EventData.Move("stage", null, "awareness", "STAGE-1/1")),
                event("stage.moved", "2026-03-01T10:00:00Z",
                        new EventData.Move("stage", "awareness", "exploration", "STAGE-1/1")));

        assertThat(memory.concluded().get("stage").value()).isEqualTo("exploration");
    }

    @Test
    void remembersNothingOfAReview() {
        var memory = memoryOf(mail("2026-03-01T10:00:00Z", "hi"));

        assertThat(fold(memory, reviewDue("2026-06-01T10:00:00Z"))).isSameAs(memory);
    }

    private static Memory memoryOf(CustomerEvent... events) {
        var memory = Memory.blank(1);
        for (var event : events) {
            memory = fold(memory, event);
        }
        return memory;
    }

    private static Memory fold(Memory memory, CustomerEvent event) {
        return MemoryFold.fold(memory, event, LONDON, TAU);
    }

    private static io.rapport.facts.Tally tally(Memory memory, String name) {
        var tally = memory.tallies().get(name);
        assertThat(tally).as("tally " + name).isNotNull();
        return tally;
    }

    private static int epochDay(String day) {
        return (int) LocalDate.parse(day).toEpochDay();
    }
}
