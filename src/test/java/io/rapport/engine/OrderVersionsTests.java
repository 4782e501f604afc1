package io.rapport.engine;

import static io.rapport.engine.Told.email;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;

import io.rapport.customer.CustomerFile;
import io.rapport.customer.CustomerSearch;
import io.rapport.customer.EventLog;
import io.rapport.facts.CustomerEvent;
import io.rapport.facts.EventData;
import io.rapport.facts.EventTypes;
import io.rapport.facts.Identity;
import io.rapport.facts.Memory;
import io.rapport.intake.OrderContent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrderVersionsTests {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private static final Identity ANNA = email("anna");

    /** As a file that was cut off names him. */
    private static final Identity CUT = email("ann");

    @TempDir
    Path directory;

    private Transactions engine;

    @BeforeEach
    void start() {
        engine = new Transactions(directory, NOON);
    }

    @AfterEach
    void stop() {
        engine.close();
    }

    @Test
    void countsAnOrderOfYesterdayOnce() {
        engine.take(told("orders/s/1/placed", "10", "20"), told("orders/s/2/placed", "5"), told("orders/s/2/placed/2", "6"));

        engine.take(version("1", "20", "10"), version("2", "5", "6"));

        assertThat(spend(ANNA)).isEqualTo(41);
        assertThat(orders(ANNA)).as("further lines are no order of their own").isEqualTo(2);
    }

    @Test
    void takesOtherProductsForTheRestOfTheOrder() {
        engine.take(version("1", "10"), version("1", "20"));
        engine.take(version("1", "20"), version("1", "10"));
        engine.take(version("1", "20", "10"));

        assertThat(spend(ANNA)).isEqualTo(30);
        assertThat(orders(ANNA)).as("one order in counts and means").isEqualTo(1);
    }

    @Test
    void countsAnOrderAsItWasToldLast() {
        engine.take(version("1", "10", "20"));
        engine.take(version("2", "5"));

        engine.take(version("1", "20", "40"));
        engine.take(version("1", "20", "40"));
        engine.take(version("1", "10", "20"));

        assertThat(spend(ANNA)).as("what came before is known to the letter").isEqualTo(65);
        assertThat(orders(ANNA)).isEqualTo(2);
        assertThat(timeline(ANNA)).extracting(CustomerFile.Item::corrected).containsExactly(false, false, true);
    }

    @Test
    void tellsAnOrderAnewWithinOneBatch() {
        engine.take(version("1", "10"), version("2", "5"), version("1", "10", "30"), version("1", "10", "30", "50"));

        assertThat(spend(ANNA)).isEqualTo(95);
        assertThat(orders(ANNA)).isEqualTo(2);
    }

    @Test
    void movesAnOrderToTheCustomerWhomItNamesLast() {
        engine.take(version(CUT, "1", "10"), version(ANNA, "2", "5"));

        engine.take(version(ANNA, "1", "10"));
        engine.take(version(CUT, "1", "10"));

        assertThat(memory(CUT).purchases()).isNull();
        assertThat(memory(CUT).tallies()).doesNotContainKey(EventTypes.ORDER_PLACED);
        assertThat(spend(ANNA)).isEqualTo(15);
        assertThat(orders(ANNA)).isEqualTo(2);
        assertThat(timeline(CUT)).extracting(CustomerFile.Item::corrected).containsExactly(true);
    }

    @Test
    void countsAnOrderOnceForThoseWhoAreMergedAndNoMore() {
        engine.take(version(ANNA, "1", "10"), version(CUT, "2", "5"));
        engine.take(version(ANNA, "1", "10", "20"));

        var cut = id(CUT);
        engine.get(Merging.class).merge(id(ANNA), cut);
        assertThat(spend(ANNA)).isEqualTo(35);
        engine.take(version(CUT, "1", "40"));
        assertThat(spend(ANNA)).as("other products of the one customer").isEqualTo(75);
        engine.take(version(CUT, "1", "20", "40"));
        assertThat(spend(ANNA)).isEqualTo(65);
        engine.get(Merging.class).unmerge(cut);

        assertThat(spend(CUT)).isEqualTo(65);
        assertThat(memory(ANNA).purchases()).isNull();
    }

    @Test
    void changesAReturnAsItChangesAnOrder() {
        engine.take(version("1", "10", "20"));
        engine.take(returned("1", "10"));
        engine.take(returned("1", "10", "20"));

        assertThat(Objects.requireNonNull(memory(ANNA).tallies().get(EventTypes.ORDER_RETURNED)).sum().toDouble()).isEqualTo(30);
        assertThat(Objects.requireNonNull(memory(ANNA).tallies().get(EventTypes.ORDER_RETURNED)).count()).isEqualTo(1);
        assertThat(spend(ANNA)).isEqualTo(30);
    }

    @Test
    void countsNothingOfAnOrderThatIsCancelledBeforeOrAfterItWasTold() {
        engine.take(version("1", "10"), version("2", "5"));

        engine.take(cancelled("1", "10"), cancelled("3", "7"));
        engine.take(cancelled("1", "10"));

        assertThat(spend(ANNA)).isEqualTo(5);
        assertThat(orders(ANNA)).isEqualTo(1);
        assertThat(Objects.requireNonNull(memory(ANNA).tallies().get(EventTypes.ORDER_CANCELLED)).count()).isEqualTo(2);
        assertThat(Objects.requireNonNull(memory(ANNA).tallies().get("margin")).sum())
                .as("nothing is taken back that no longer counts")
                .isEqualTo(Objects.requireNonNull(memory(ANNA).purchases()).margin());
    }

    @Test
    void readsTheLogForADryRunWithoutWhatWasToldAnew() {
        engine.take(version("1", "10"));
        engine.take(version("1", "10", "20"));
        List<CustomerEvent> read = new ArrayList<>();

        engine.get(EventLog.class).read((customer, event) -> read.add(event));

        assertThat(engine.get(EventLog.class).size()).isEqualTo(1);
        assertThat(read).singleElement().extracting(event -> ((EventData.Order) event.data()).amount().toDouble())
                .isEqualTo(30.0);
    }

    /** What waits in quarantine since the days when a known order with other lines was put aside. */
    @Test
    void addsLinesOutOfQuarantineOnce() {
        engine.take(version("1", "10"));

        engine.take(told("orders/s/1/placed/late-" + OrderContent.digest(List.of(version("1", "20"))), "20"));
        engine.take(version("1", "20"), version("1", "10", "20"));

        assertThat(spend(ANNA)).as("the whole order is known now, and so are the lines that were put aside").isEqualTo(30);
        assertThat(orders(ANNA)).isEqualTo(1);
    }

    /** Pages of orders, some of them twice, in any order and any batches, for customers who are merged or not. */
    @Test
    void comesToTheSameInWhateverOrderTheTellingsCome() {
        var random = new Random(28);
        for (var round = 0; round < 12; round++) {
            List<CustomerEvent> tellings = new ArrayList<>();
            var mail = email("p" + round);
            var other = email("q" + round);
            for (var order = 0; order < 4; order++) {
                for (var page = 0; page < 3; page++) {
                    var telling = version(mail, round + "-" + order, "" + (10 + page), "" + (20 + page));
                    tellings.add(telling);
                    tellings.add(telling);
                }
                tellings.add(version(other, round + "-of-the-other-" + order, "7"));
            }
            Collections.shuffle(tellings, random);

            for (var from = 0; from < tellings.size();) {
                var to = Math.min(tellings.size(), from + 1 + random.nextInt(9));
                engine.take(tellings.subList(from, to).toArray(CustomerEvent[]::new));
                from = to;
            }
            if (round % 2 == 0) {
                engine.get(Merging.class).merge(id(mail), id(other));
            }

            assertThat(spend(mail)).isEqualTo(4 * (10 + 11 + 12 + 20 + 21 + 22) + (round % 2 == 0 ? 28 : 0));
            assertThat(orders(mail)).isEqualTo(round % 2 == 0 ? 8 : 4);
        }
    }

    private Memory memory(Identity who) {
        return Objects.requireNonNull(engine.get(CustomerFile.class).card(id(who))).memory();
    }

    private List<CustomerFile.Item> timeline(Identity who) {
        return engine.get(CustomerFile.class).timeline(id(who), 0, 20).stream()
                .filter(item -> item.event().is(EventTypes.ORDER_PLACED)).toList();
    }

    private long id(Identity who) {
        return Objects.requireNonNull(engine.get(CustomerSearch.class).find(who));
    }

    private double spend(Identity who) {
        return Objects.requireNonNull(memory(who).purchases()).spend().toDouble();
    }

    private long orders(Identity who) {
        return Objects.requireNonNull(memory(who).tallies().get(EventTypes.ORDER_PLACED)).count();
    }

    private static CustomerEvent version(String number, String... prices) {
        return version(ANNA, number, prices);
    }

    private static CustomerEvent version(Identity who, String number, String... prices) {
        return named(told("orders/s/" + number + "/placed", EventTypes.ORDER_PLACED, who, prices));
    }

    private static CustomerEvent returned(String number, String... prices) {
        return named(told("orders/s/" + number + "/returned", EventTypes.ORDER_RETURNED, ANNA, prices));
    }

    private static CustomerEvent cancelled(String number, String... prices) {
        return named(told("orders/s/" + number + "/placed", EventTypes.ORDER_CANCELLED, ANNA, prices));
    }

    private static CustomerEvent named(CustomerEvent event) {
        return new CustomerEvent(event.id() + "/" + OrderContent.digest(List.of(event)), event.source(), event.type(),
                event.identities(), event.time(), event.data());
    }

    private static CustomerEvent told(String id, String... prices) {
        return told(id, EventTypes.ORDER_PLACED, ANNA, prices);
    }

    private static CustomerEvent told(String id, String type, Identity who, String... prices) {
        var lines = new ArrayList<EventData.OrderLine>();
        for (var price : prices) {
            lines.add(new EventData.OrderLine("p" + price, "mug", BigDecimal.ONE, new BigDecimal(price), null, null));
        }
        return new CustomerEvent(id, "orders-in/a.csv", type, List.of(who), NOON.minusSeconds(60),
                new EventData.Order(id.split("/")[2], "GBP", lines));
    }
}
