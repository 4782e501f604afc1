package io.rapport.intake.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

import io.rapport.facts.CustomerEvent;
import io.rapport.facts.Decimal;
import io.rapport.facts.EventData;
import io.rapport.facts.Identity;
import io.rapport.facts.OrderKey;
import io.rapport.intake.Books;
import io.rapport.intake.BooksOfTheTests;
import io.rapport.intake.Identities;
import io.rapport.intake.IntakeTestHouse;
import io.rapport.intake.OrderFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrderFileTests {

    private static final String HEADER = "invoice,stock_code,description,quantity,ts,unit_price,customer_id,country\n";

    @TempDir
    private Path folder;

    @Test
    void makesOneOrderOfConsecutiveLines() throws IOException {
        List<CustomerEvent> events = events("# a remark\n" + HEADER
                + "489434,85048,\"GLASS BALL, 20 LIGHTS\",12,2010-06-01 07:45:00,6.95,13085,United Kingdom\n"
                + "489434,22041,\"RECORD FRAME 7\"\" SINGLE\",48,2010-06-01 07:45:00,2.10,13085,United Kingdom\n"
                + "489435,22350,CAT BOWL ,12,2010-06-01 07:46:00,2.55,13086,United Kingdom\n");

        assertThat(events).extracting(OrderFileTests::order)
                .containsExactly("orders/retail/489434/placed", "orders/retail/489435/placed");
        var order = (EventData.Order) events.getFirst().data();
        assertThat(order.amount()).hasToString("184.2");
        assertThat(order.lines()).extracting(EventData.OrderLine::description)
                .containsExactly("GLASS BALL, 20 LIGHTS", "RECORD FRAME 7\" SINGLE");
        assertThat(events.getFirst().time()).as("British summer time").isEqualTo(Instant.parse("2010-06-01T06:45:00Z"));
        assertThat(events.getFirst().identities()).containsExactly(new Identity(Identity.Kind.ORDER_SYSTEM, "13085"));
    }

    @Test
    void takesACancelledInvoiceForAReturnWithPositiveAmounts() throws IOException {
        List<CustomerEvent> events = events(HEADER + "C489449,22087,PAPER BUNTING,-12,2010-01-01 10:33:00,2.95,16321,Australia\n"
                + "C496350,M,Manual,1,2010-02-01 08:24:00,373.57,,United Kingdom\n"
                + "489464,21733,damaged,-96,2010-02-01 08:25:00,0,,United Kingdom\n");

        assertThat(events).extracting(CustomerEvent::type).containsOnly("order.returned");
        assertThat(events).extracting(event -> ((EventData.Order) event.data()).lines().getFirst().quantity())
                .containsExactly(new BigDecimal("12"), new BigDecimal("1"), new BigDecimal("96"));
        assertThat(events.get(1).identities()).as("nobody").isEmpty();
    }

    @Test
    void gathersTheLinesOfAnOrderOverTheWholeFile() throws IOException {
        List<CustomerEvent> events = events(HEADER + line("1", "A") + line("2", "B") + line("3", "C") + line("1", "D")
                + line("2", "E"));

        assertThat(events).extracting(OrderFileTests::order).as("each as soon as its last line has come")
                .containsExactly("orders/retail/3/placed", "orders/retail/1/placed", "orders/retail/2/placed");
        assertThat(events).extracting(event -> ((EventData.Order) event.data()).lines().size()).containsExactly(1, 2, 2);
    }

    @Test
    void givesTheSameOrderTheSameIdAndAChangedOneAnother() throws IOException {
        String one = line("1", "A") + line("1", "B");

        String id = events(HEADER + one).getFirst().id();

        assertThat(events(HEADER + line("9", "Z") + line("1", "B") + line("1", "A")).get(1).id()).as("sorted otherwise")
                .isEqualTo(id);
        assertThat(events(HEADER + one.replace("6.95", "6.950")).getFirst().id()).as("the same price").isEqualTo(id);
        assertThat(events(HEADER + one.replace("07:45", "07:46")).getFirst().id()).as("the same day").isEqualTo(id);
        assertThat(Stream.of(one + line("1", "B"), line("1", "A"), one.replace("6.95", "6.96"), one.replace("13085", "13086"),
                one.replace(",1,2010", ",2,2010"), one.replace("06-01", "06-02"), one.replace("85048", "85049"))
                .map(changed -> eventsUnchecked(HEADER + changed).getFirst()))
                .allSatisfy(event -> assertThat(order(event)).isEqualTo("orders/retail/1/placed"))
                .extracting(CustomerEvent::id).doesNotHaveDuplicates().doesNotContain(id);
    }

    /** Orders with lines, shuffled, split over files by order and dropped again: the same events. */
    @Test
    void givesTheSameEventsHoweverTheLinesAreSortedAndSplit() throws IOException {
        var random = new Random(28);
        for (int round = 0; round < 100; round++) {
            List<List<String>> orders = new ArrayList<>();
            for (int order = 0; order < 12; order++) {
                List<String> lines = new ArrayList<>();
                for (int each = random.nextInt(6); each >= 0; each--) {
                    lines.add(line("7" + order, "A" + random.nextInt(3)).replace(",1,2010",
                            "," + (random.nextInt(4) * 2 - 3) + ",2010"));
                }
                orders.add(lines);
            }
            Map<String, EventData> expected = byId(orders.stream().flatMap(List::stream).toList());

            Map<String, EventData> found = new HashMap<>();
            for (int drop = 0; drop < 2; drop++) {
                Collections.shuffle(orders, random);
                for (List<List<String>> file : List.of(orders.subList(0, 5), orders.subList(5, 12), orders.subList(3, 8))) {
                    List<String> lines = new ArrayList<>(file.stream().flatMap(List::stream).toList());
                    Collections.shuffle(lines, random);
                    found.putAll(byId(lines));
                }
            }

            assertThat(found.keySet()).isEqualTo(expected.keySet());
            assertThat(sum(found)).isEqualByComparingTo(sum(expected));
        }
    }

    private Map<String, EventData> byId(List<String> lines) throws IOException {
        Map<String, EventData> events = new HashMap<>();
        events(HEADER + String.join("", lines)).forEach(event -> assertThat(events.put(event.id(), event.data())).isNull());
        return events;
    }

    private static Decimal sum(Map<String, EventData> events) {
        return events.values().stream().map(data -> ((EventData.Order) data).amount()).reduce(Decimal.ZERO, Decimal::plus);
    }

    @Test
    void splitsNoOrderHoweverManyLines() throws IOException {
        List<CustomerEvent> events = events(HEADER + line("1", "A").repeat(5_000));

        assertThat(events).singleElement()
                .satisfies(event -> assertThat(((EventData.Order) event.data()).lines()).hasSize(5_000));
    }

    @Test
    void refusesAnOrderThatFitsInNoRowAsAWhole() throws IOException {
        List<OrderFile.Read> reads = reads(
                file("orders.csv", HEADER + line("1", "A".repeat(300)).repeat(5_000) + line("2", "B")));

        assertThat(rejected(reads)).singleElement().extracting(OrderFile.Rejected::reason).asString()
                .startsWith("orders.csv:2:1  the order [1] has more than ")
                .contains("Maybe the column [invoice] is not the number of the order.");
        assertThat(events(reads)).hasSize(1);
    }

    @Test
    void refusesLinesOfOneNumberThatDisagree() throws IOException {
        String other = line("1", "B").replace("13085", "13086");
        List<OrderFile.Read> reads = reads(file("orders.csv", HEADER + line("1", "A") + line("2", "C") + other
                + line("3", "A") + line("3", "B").replace("06-01", "06-02") + line("1.14E+11", "A")));

        assertThat(events(reads)).extracting(OrderFileTests::order).containsExactly("orders/retail/2/placed");
        assertThat(rejected(reads)).extracting(OrderFile.Rejected::reason).containsExactly(
                "orders.csv:2:38  the lines of the order [1] disagree about the customer, see line [4]"
                        + "\nMaybe two orders share the number.",
                "orders.csv:5:13  the lines of the order [3] disagree about the day, see line [6]"
                        + "\nMaybe two orders share the number.",
                "orders.csv:7:1  [1.14E+11] is no number of an order\nMaybe a spreadsheet has shortened the number: [1.14E+11]"
                        + " may stand for many; export the file again with the column as text.");
        assertThat(new String(rejected(reads).getFirst().raw(), StandardCharsets.UTF_8) + "\n").isEqualTo(line("1", "A") + other);
    }

    @Test
    void takesCustomerAndTimeFromAnyLineOfTheOrder() throws IOException {
        String blank = "1,85048,B,1,,6.95,,UK\n";

        List<CustomerEvent> events = events(HEADER + blank + line("1", "A"));

        assertThat(events).singleElement().satisfies(event -> {
            assertThat(event.identities()).extracting(Identity::key).containsExactly("order-system:13085");
            assertThat(event.id()).isEqualTo(events(HEADER + line("1", "A") + blank).getFirst().id());
        });
        assertThat(rejected(reads(file("blank.csv", HEADER + blank)))).singleElement()
                .extracting(OrderFile.Rejected::reason).asString().startsWith("blank.csv:2:13  \"ts\" needs a day and time");
    }

    @Test
    void putsBadLinesAsideWithTheirPlaceAndGoesOn() throws IOException {
        List<OrderFile.Read> reads = reads(file("orders.csv", HEADER + line("1", "A")
                + "1,85048,BALL,l2,2010-06-01 07:45:00,6.95,13085,UK\n" + "too,short\n" + line("1", "B")
                + "2,85048,BALL,1,yesterday,6.95,13085,UK\n" + line("3", "C")));

        assertThat(rejected(reads)).extracting(OrderFile.Rejected::reason).containsExactly(
                "orders.csv:3:14  \"quantity\" needs a number, found [l2]\nMaybe you meant 12.",
                "orders.csv:4:1  needs 8 fields as the header has, found [2]",
                "orders.csv:6:16  \"ts\" needs a day and time such as 2026-11-21 17:45:00, found [yesterday]");
        assertThat(rejected(reads)).extracting(bad -> new String(bad.raw(), StandardCharsets.UTF_8)).first()
                .isEqualTo("1,85048,BALL,l2,2010-06-01 07:45:00,6.95,13085,UK");
        assertThat(events(reads)).extracting(event -> ((EventData.Order) event.data()).lines().size()).containsExactly(2, 1);
    }

    @Test
    void givesUpOneLineForAQuoteThatIsNeverClosed() throws IOException {
        List<OrderFile.Read> reads = reads(file("orders.csv",
                HEADER + line("1", "A") + "2,85048,\"BALL,1,2010-06-01 07:45:00,6.95,13085,UK\n" + line("3", "\"B\"")
                        + line("4", "C")
                        + "5,85048,\"a ball\nin two lines\",1,2010-06-01 07:45:00,6.95,13085,UK\n"));

        assertThat(rejected(reads)).extracting(OrderFile.Rejected::at).containsExactly("orders.csv:3:9");
        assertThat(events(reads)).extracting(event -> ((EventData.Order) event.data()).orderId()).containsExactly("1", "3", "4",
                "5");
    }

    @Test
    void readsTheSameFromJsonArraysJsonLinesAndGzip() throws IOException {
        String csv = HEADER + line("1", "A") + line("1", "B") + line("2", "C");
        String array = "[" + json("1", "A") + ",\n" + json("1", "B") + "," + json("2", "C") + "]";
        String lines = json("1", "A") + "\n" + json("1", "B") + "\n" + json("2", "C") + "\n";
        String nested = "[{\"invoice\":1,\"ts\":\"2010-06-01 07:45:00\",\"customer_id\":\"13085\",\"lines\":["
                + "{\"stock_code\":\"85048\",\"description\":\"A\",\"quantity\":1,\"unit_price\":6.95},"
                + "{\"stock_code\":\"85048\",\"description\":\"B\",\"quantity\":1,\"unit_price\":6.95}]}," + json("2", "C") + "]";

        assertThat(events(array)).usingRecursiveComparison().isEqualTo(events(csv));
        assertThat(events(lines)).usingRecursiveComparison().isEqualTo(events(csv));
        assertThat(events(nested)).usingRecursiveComparison().isEqualTo(events(csv));
        assertThat(events(reads(zipped("orders.csv", csv)))).usingRecursiveComparison().ignoringFields("source")
                .isEqualTo(events(csv));
    }

    @Test
    void putsABrokenJsonObjectAsideAndGoesOn() throws IOException {
        List<OrderFile.Read> reads = reads(file("orders.csv", json("1", "A") + "\n{\"invoice\": nope}\n{\"invoice\":\"7\n"
                + "hello\n" + json("2", "B") + "\n{\"invoice\":\"8\",\n"));

        assertThat(rejected(reads)).extracting(OrderFile.Rejected::at)
                .containsExactly("orders.csv:2:13", "orders.csv:3:1", "orders.csv:4:1", "orders.csv:6:1");
        assertThat(events(reads)).hasSize(2);
    }

    @Test
    void goesOnAfterAPositionWithoutSplittingAnOrder() throws IOException {
        Path file = file("orders.csv", HEADER + line("1", "A") + "bad\n" + line("2", "B") + line("3", "C") + line("1", "D"));
        List<OrderFile.Read> all = reads(file);

        for (OrderFile.Read durable : all) {
            try (OrderFile rest = OrderFile.open(file, settings(Map.of()), durable.position())) {
                List<OrderFile.Read> after = new ArrayList<>();
                rest.forEachRemaining(after::add);
                assertThat(after).usingRecursiveComparison().isEqualTo(all.subList((int) durable.position(), all.size()));
            }
        }
        assertThat(all).extracting(OrderFile.Read::position).containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void readsEventStreams() throws IOException {
        List<CustomerEvent> events = events("ts,customer_id,type,amount,ref\n1997-01-01T12:00:00Z,4,PURCHASE,29.33,2\n"
                + "1997-01-01T12:00:00Z,4,PURCHASE,29.33,2\n1997-01-02T12:00:00Z,4,RETURN,-9.5,2\n"
                + "1997-01-02T12:00:00Z,4,ORDER_DELIVERED,,77\n1997-01-02T12:00:00Z,4,BASKET_FILLED,3,\n");

        assertThat(events).extracting(CustomerEvent::type).containsExactly("order.placed", "order.placed", "order.returned",
                "order.delivered", "basket.filled");
        assertThat(events).extracting(CustomerEvent::id).doesNotHaveDuplicates();
        assertThat(((EventData.Order) events.get(2).data()).amount()).hasToString("9.5");
        assertThat(events.get(3).data()).isEqualTo(new EventData.OrderStep("77"));
    }

    @Test
    void readsAnotherShopsColumns() throws IOException {
        var columns = Map.of("column.order", "Bestellung", "column.quantity", "Menge", "column.price", "Preis", "column.time",
                "Datum",
                "column.e-mail", "E-Mail", "file.decimal", ",", "shop.time-zone", "Europe/Berlin", "shop.system", "laden",
                "file.charset", "windows-1252");
        Path file = folder.resolve("laden.csv");
        Files.write(file, "Bestellung;Menge;Preis;Datum;E-Mail;description\n7;2;3,50;2026-01-02 09:00;Anna@Example.org;Glühwein\n"
                .getBytes(Charset.forName("windows-1252")));

        List<CustomerEvent> events = events(reads(file, columns));

        assertThat(events).singleElement().satisfies(event -> {
            assertThat(order(event)).isEqualTo("orders/laden/7/placed");
            assertThat(event.identities()).extracting(Identity::key).containsExactly("email:anna@example.org");
            assertThat(event.time()).isEqualTo(Instant.parse("2026-01-02T08:00:00Z"));
            assertThat(((EventData.Order) event.data()).amount()).hasToString("7");
            assertThat(((EventData.Order) event.data()).lines().getFirst().description()).isEqualTo("Glühwein");
        });
    }

    @Test
    void saysWhichColumnIsMissingAndWhichWasMeant() throws IOException {
        List<OrderFile.Read> reads = reads(file("orders.csv", HEADER.replace("quantity", "quantitiy") + line("1", "A")));

        assertThat(rejected(reads)).singleElement().extracting(OrderFile.Rejected::reason).asString()
                .contains("no column is named [quantity]", "Maybe you meant [quantitiy]");
    }

    @Test
    void saysWhichVariableOfTheRouteMeansNothing() {
        assertThatThrownBy(() -> OrderColumns.of(Map.of("column.quantitiy", "x")))
                .hasMessageContaining("Maybe you meant [quantity]");
        assertThatThrownBy(() -> OrderColumns.of(Map.of("shop.timezone", "UTC"))).hasMessageContaining("[shop.time-zone]");
        assertThatThrownBy(() -> OrderColumns.of(Map.of("shop.time-zone", "Europe/Londn")))
                .hasMessageContaining("[Europe/London]");
    }

    @Test
    void leavesOutTheLastOrderOfADamagedFile() throws IOException {
        var csv = new StringBuilder(HEADER);
        for (int i = 0; i < 5_000; i++) {
            csv.append(line("1" + i * 7919, "A" + i * 31)).append(line("1" + i * 7919, "B" + i * 17));
        }
        Path whole = zipped("whole.csv", csv.toString());
        byte[] bytes = Files.readAllBytes(whole);
        Path half = folder.resolve("half.csv.gz");
        Files.write(half, java.util.Arrays.copyOf(bytes, bytes.length / 2));

        List<OrderFile.Read> reads = reads(half);

        assertThat(rejected(reads)).singleElement().extracting(OrderFile.Rejected::reason).asString()
                .contains("the file is damaged");
        assertThat(events(reads)).isNotEmpty().allMatch(event -> ((EventData.Order) event.data()).lines().size() == 2);
    }

    @Test
    void survivesFilesThatAreNone() throws IOException {
        assertThat(rejected(reads(file("empty.csv", "")))).hasSize(1);
        assertThat(rejected(reads(file("comments.csv", "# nothing\n\n")))).hasSize(1);
        assertThat(reads(file("header.csv", HEADER))).isEmpty();
        assertThat(reads(file("array.json", "[]"))).isEmpty();
        assertThat(rejected(reads(file("long.csv", HEADER + "x".repeat(600_000) + "\n" + line("1", "A"))))).hasSize(1);
    }

    @Test
    void refusesACurrencyWithoutARateAndATimeThatIsYetToCome() throws IOException {
        List<OrderFile.Read> reads = reads(file("orders.csv", "invoice,quantity,ts,unit_price,currency\n1,1,2010-06-01,5,CHF\n"
                + "2,1,2036-06-01,5,GBP\n3,1,2010-06-01,5,gbp\n"));

        assertThat(rejected(reads)).extracting(OrderFile.Rejected::at).containsExactly("orders.csv:2:18", "orders.csv:3:5");
        assertThat(events(reads)).hasSize(1);
    }

    @Test
    void booksAnOrderAtTheRateOfItsDay() throws IOException {
        List<OrderFile.Read> reads = reads(
                file("orders.csv", "invoice,quantity,ts,unit_price,currency\n1,3,2010-06-01,33.30,EUR\n"
                        + "1,1,2010-06-01,5,\n2,1,2010-05-31 23:30:00-0700,5,EUR\n3,1,2010-06-01,5,$\n4,-1,2010-06-02,5,EUR\n"),
                Map.of("currency.$", "USD"));

        assertThat(rejected(reads)).as("a rate of the day before would not be known").isEmpty();
        assertThat(events(reads)).extracting(event -> ((EventData.Order) event.data()).amount().toString())
                .containsExactly("83.92", "4", "2.5", "4.5");
        assertThat(events(reads)).extracting(event -> ((EventData.Order) event.data()).invoiced().toString())
                .containsExactly("104.9", "5", "5", "5");
        assertThat(events(reads(file("events.csv", "ts,customer_id,type,amount,ref,currency\n2010-06-01,7,PURCHASE,10,r,EUR\n"
                + "2010-06-01,7,PAYMENT.RECEIVED,10,r,EUR\n")))).extracting(event -> switch (event.data()) {
                    case EventData.Order order -> order.amount().toString();
                    case EventData.Amount money -> money.inBooks().toString();
                    default -> "";
                }).containsExactly("8", "8");
    }

    @Test
    void putsAnOrderAsideAsAWholeIfItsCurrencyCannotBeBooked() throws IOException {
        List<OrderFile.Read> reads = reads(file("orders.csv", "invoice,currency,quantity,ts,unit_price\n"
                + "1,CHF,1,2010-06-01,5\n1,,1,2010-06-01,6\n2,EUR,1,2010-06-01,5\n2,USD,1,2010-06-01,5\n3,ERU,1,2010-06-01,5\n"
                + "4,EUR,1,2009-06-01,5\n5,$,1,2010-06-01,5\n"));

        assertThat(events(reads)).isEmpty();
        assertThat(rejected(reads)).extracting(OrderFile.Rejected::reason).containsExactly(
                "orders.csv:2:3  no rate of CHF in GBP is known for [2010-06-01]\nMaybe add a line to routes/rates.csv, such as "
                        + "2010-06-01,CHF,0.92 (what 1 CHF is worth in GBP), and play it again.",
                "orders.csv:4:3  the lines of the order [2] disagree about the currency, see line [5]\nMaybe two orders share the number.",
                "orders.csv:6:3  no currency has the code [ERU]\nMaybe you meant [EUR].",
                "orders.csv:7:3  no rate of EUR in GBP is known for [2009-06-01]\nMaybe add a line to routes/rates.csv, such as "
                        + "2009-06-01,EUR,0.92 (what 1 EUR is worth in GBP), and play it again.",
                "orders.csv:8:3  no currency has the code [$]\nMaybe say in the route which one is meant: set the variable [currency.$].");
        assertThat(rejected(reads).getFirst().raw()).asString(StandardCharsets.UTF_8)
                .isEqualTo("1,CHF,1,2010-06-01,5\n1,,1,2010-06-01,6");
    }

    @Test
    void readsTheCurrencyOfAnOrderWithItsLinesInside() throws IOException {
        List<OrderFile.Read> reads = reads(file("orders.json", """
                [{"invoice": "1", "ts": "2010-06-01", "currency": "EUR", "lines": [{"quantity": 1, "unit_price": 5.05}]},
                 {"invoice": "2", "ts": "2010-06-01", "lines": [{"quantity": 1, "unit_price": 5, "currency": "EUR"}]},
                 {"invoice": "3", "ts": "2010-06-01", "lines": [{"quantity": 1, "unit_price": 5, "currency": "EUR"},
                  {"quantity": 1, "unit_price": 5, "currency": "USD"}]}]
                """));

        assertThat(events(reads)).extracting(event -> ((EventData.Order) event.data()).amount().toString())
                .containsExactly("4.04", "4");
        assertThat(rejected(reads)).singleElement().extracting(OrderFile.Rejected::reason).asString()
                .contains("disagree about the currency");
    }

    @Test
    void takesALineBelowTheHeaderForAnOrderHoweverItBegins() throws IOException {
        List<CustomerEvent> events = events("# a remark\n" + HEADER + line("#1001", "A") + line("#1002", "B"));

        assertThat(events).extracting(OrderFileTests::order).containsExactly("orders/retail/#1001/placed",
                "orders/retail/#1002/placed");
        assertThat(events(reads(file("remarks.csv", HEADER + line("1", "A") + "//a remark\n" + line("1", "B")),
                Map.of("file.comments-between", "//")))).hasSize(1);
    }

    @Test
    void readsWhatSpreadsheetsPutAroundAHeader() throws IOException {
        String id = events(HEADER + line("1", "A")).getFirst().id();
        String file = HEADER + line("1", "A");

        assertThat(Stream.of("sep=,\n" + file, "\"sep=,\"\n" + file, "SEP=;\r\n" + file.replace(',', ';'),
                "\uFEFFsep=\t\n" + file.replace(',', '\t'), file.replace("invoice", "\u00A0INVOICE\u00A0"),
                file.replace("stock_code", "\u200Bstock_code"), file.replace("13085", "\u00A013085\u200B"))
                .map(content -> eventsUnchecked(content).getFirst().id())).containsOnly(id);
    }

    @Test
    void readsUtf16AndABomWhateverTheRouteSays() throws IOException {
        String content = HEADER + line("1", "Glühwein 茶");
        var windows = Map.of("file.charset", "windows-1252");
        Path mark = Files.write(folder.resolve("mark.csv"), ("\uFEFF" + content).getBytes(StandardCharsets.UTF_8));
        Path little = Files.write(folder.resolve("le.csv"), content.getBytes(StandardCharsets.UTF_16LE));
        Path big = Files.write(folder.resolve("be.csv"), content.getBytes(StandardCharsets.UTF_16));

        for (Path file : List.of(mark, little, big)) {
            assertThat(events(reads(file, windows))).singleElement()
                    .extracting(event -> ((EventData.Order) event.data()).lines().getFirst().description())
                    .isEqualTo("Glühwein 茶");
        }
    }

    @Test
    void keepsTheCharsetAndTheSeparatorForAReplay() throws IOException {
        Path file = Files.write(folder.resolve("bad.csv"), ("\uFEFFsep=;\n" + HEADER.replace(',', ';')
                + line("1", "Glühwein, rot, süß, heiß, viel, gut, mild").replace(',', ';').replace("; ", ", ")
                        .replace(";6.95", ";6.95x"))
                .getBytes(StandardCharsets.UTF_8));
        var windows = Map.of("file.charset", "windows-1252");
        var bad = rejected(reads(file, windows)).getFirst();

        Path mended = Files.write(folder.resolve("mended.csv"), (new String(bad.preface(), StandardCharsets.UTF_8) + "\n"
                + new String(bad.raw(), StandardCharsets.UTF_8).replace("6.95x", "6.95")).getBytes(StandardCharsets.UTF_8));

        assertThat(events(reads(mended, windows))).singleElement()
                .extracting(event -> ((EventData.Order) event.data()).lines().getFirst().description())
                .isEqualTo("Glühwein, rot, süß, heiß, viel, gut, mild");
    }

    @Test
    void takesOnlyTheLetterAndDigitsForAReturn() throws IOException {
        assertThat(events(HEADER + line("CA-2017-152156", "A") + line("C1A", "A") + line("C", "A") + line("C489449", "A")))
                .extracting(CustomerEvent::type)
                .containsExactly("order.placed", "order.placed", "order.placed", "order.returned");
    }

    @Test
    void takesAPriceForTheWholeLineToTheCent() throws IOException {
        var marketplace = Map.of("column.line-amount", "item-price", "column.order", "id", "column.time", "purchase-date",
                "shop.currency", "USD");
        List<CustomerEvent> events = events(reads(file("orders.txt", "id\tpurchase-date\tquantity\tcurrency\titem-price\n"
                + "1\t2010-06-01T18:04:05+00:00\t2\tUSD\t25.00\n" + "2\t2010-06-01T18:04:05+00:00\t3\tUSD\t25.00\n"
                + "3\t2010-06-01T18:04:05+00:00\t-3\tUSD\t25.00\n" + "4\t2010-06-01T18:04:05+00:00\t7\tUSD\t0.03\n"),
                marketplace));

        assertThat(events).extracting(event -> ((EventData.Order) event.data()).amount().toString())
                .containsExactly("25", "25", "25", "0.03");
        assertThat(events).extracting(event -> ((EventData.Order) event.data()).lines().stream()
                .map(EventData.OrderLine::quantity).reduce(BigDecimal.ZERO, BigDecimal::add).intValueExact())
                .containsExactly(2, 3, 3, 7);
    }

    @Test
    void asksAboutANumberThatContradictsTheDecimalSign() throws IOException {
        List<OrderFile.Read> reads = reads(file("orders.csv", HEADER + line("1", "A") + line("2", "B").replace("6.95", "1.5")
                + line("3", "C").replace(",1,", ",0.5,").replace("6.95", "\"1.250,50\"")), Map.of("file.decimal", ","));

        assertThat(events(reads)).isEmpty();
        assertThat(rejected(reads)).extracting(OrderFile.Rejected::reason).containsExactly(
                "orders.csv:2:33  \"unit_price\": does [6.95] mean 6.95 or 695?\nMaybe the route's variable file.decimal should say [.].",
                "orders.csv:3:33  \"unit_price\": does [1.5] mean 1.5 or 15?\nMaybe the route's variable file.decimal should say [.].",
                "orders.csv:4:11  \"quantity\": does [0.5] mean 0.5 or 5?\nMaybe the route's variable file.decimal should say [.].");
        assertThat(events(reads(file("orders.json", json("1", "A")), Map.of("file.decimal", ",")))).as("JSON has points")
                .singleElement().extracting(event -> ((EventData.Order) event.data()).amount()).hasToString("6.95");
    }

    @Test
    void putsALineAsideThatWasCutOff() throws IOException {
        String whole = HEADER + line("1", "A") + line("1", "B");

        List<OrderFile.Read> reads = reads(file("cut.csv", whole.substring(0, whole.length() - 12)));

        assertThat(rejected(reads)).singleElement().extracting(OrderFile.Rejected::reason).asString()
                .startsWith("cut.csv:3:1  needs 8 fields");
    }

    private static final Map<String, String> SHOP = Map.of("column.order", "Name", "column.product", "Lineitem sku",
            "column.description", "Lineitem name", "column.quantity", "Lineitem quantity", "column.price", "Lineitem price",
            "column.time", "Created at", "column.customer", "Customer", "column.status", "Financial Status",
            "column.refunded", "Refunded Amount", "column.refund-time", "Cancelled at");

    private static final String SHOP_HEADER = "Name,Customer,Financial Status,Refunded Amount,Cancelled at,Created at,"
            + "Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku\n";

    @Test
    void anOrderOfWhichAPartWasPaidBackReturnsTheSameShareOfEachLineToTheCent() throws IOException {
        var events = shop("""
                #1,amy,partially_refunded,10.00,2026-11-21 09:00:00,2026-11-20 10:14:00,2,Mug,16.00,MUG
                #1,,,,,2026-11-20 10:14:00,1,Tote,20.00,TOTE
                """);

        assertThat(events).extracting(CustomerEvent::type).containsExactly("order.placed", "order.returned");
        assertThat(((EventData.Order) events.getFirst().data()).amount()).hasToString("52");
        var back = (EventData.Order) events.getLast().data();
        assertThat(back.lines()).extracting(EventData.OrderLine::unitPrice).containsExactly(new BigDecimal("6.15"),
                new BigDecimal("3.85"));
        assertThat(events.getLast().time()).isEqualTo(Instant.parse("2026-11-21T09:00:00Z"));
        assertThat(order(events.getLast())).isEqualTo("orders/retail/#1/returned");
    }

    @Test
    void anOrderThatWasPaidBackWithItsShippingGivesBackWhatItBrought() throws IOException {
        for (var told : List.of("refunded,61.00", "refunded,", "Refunded,52.00", "已退款,")) {
            var events = shop(
                    "#1,amy," + told + ",,2026-11-20 10:14:00,2,Mug,16.00,MUG\n#1,,,,,2026-11-20 10:14:00,1,Tote,20.00,TOTE\n");

            assertThat(events).extracting(CustomerEvent::type).as(told).containsExactly("order.placed", "order.returned");
            assertThat(((EventData.Order) events.getLast().data()).lines()).as(told)
                    .isEqualTo(((EventData.Order) events.getFirst().data()).lines());
        }
    }

    @Test
    void anOrderThatIsStillOpenIsNoneAndACancelledOneStandsInThePlaceOfItself() throws IOException {
        var line = ",,,2026-11-20 10:14:00,1,Mug,16.00,MUG\n";

        assertThat(shop("#1,amy,pending" + line)).isEmpty();
        assertThat(shop("#1,amy,on-hold" + line)).isEmpty();
        assertThat(shop("#1,amy,paid" + line)).extracting(CustomerEvent::type).containsExactly("order.placed");
        assertThat(shop("#1,amy,voided" + line)).singleElement().satisfies(event -> {
            assertThat(event.type()).isEqualTo("order.cancelled");
            assertThat(order(event)).isEqualTo("orders/retail/#1/placed");
        });
    }

    @Test
    void aStatusNobodyKnowsIsAskedAboutAndTheRouteCanSayWhatItMeans() throws IOException {
        var file = file("status.csv", SHOP_HEADER + "#1,amy,Entwurf X,,,2026-11-20 10:14:00,1,Mug,16.00,MUG\n");

        assertThat(rejected(reads(file, SHOP))).singleElement().satisfies(bad -> {
            assertThat(bad.at()).isEqualTo("status.csv:2:8");
            assertThat(bad.reason()).contains("what does [Entwurf X] mean?", "[status.Entwurf X]",
                    "placed, returned, cancelled, open");
        });
        var told = new HashMap<>(SHOP);
        told.put("status.entwurf_x", "open");
        assertThat(reads(file, told)).isEmpty();
        told.put("status.entwurf_x", "opne");
        assertThatThrownBy(() -> reads(file, told)).hasMessageContaining("status.entwurf_x needs one of")
                .hasMessageContaining("open");
    }

    @Test
    void whatCannotBeReadOfTheWholeOrderPutsTheWholeOrderAside() throws IOException {
        for (var head : List.of("perhaps,,", "paid,much,", "refunded,5,soon")) {
            var reads = reads(file("orders.csv", SHOP_HEADER + "#1,amy," + head + """
                    ,2026-11-20 10:14:00,1,Mug,16.00,MUG
                    #1,,,,,2026-11-20 10:14:00,1,Tote,20.00,TOTE
                    """), SHOP);

            assertThat(events(reads)).as(head).isEmpty();
            assertThat(rejected(reads)).as(head).singleElement()
                    .satisfies(bad -> assertThat(new String(bad.raw(), StandardCharsets.UTF_8)).contains("MUG", "TOTE"));
        }
    }

    @Test
    void linesThatDisagreeAboutWhatHasBecomeOfTheirOrderAreNoOrder() throws IOException {
        var reads = reads(file("orders.csv", SHOP_HEADER + """
                #1,amy,paid,,,2026-11-20 10:14:00,1,Mug,16.00,MUG
                #1,amy,voided,,,2026-11-20 10:14:00,1,Tote,20.00,TOTE
                """), SHOP);

        assertThat(rejected(reads)).singleElement().extracting(OrderFile.Rejected::reason).asString()
                .contains("disagree about what has become of it, see line [3]");
    }

    @Test
    void aColumnCalledStatusThatNoRouteNamesMeansNothing() throws IOException {
        var events = events("invoice,status,refunded,stock_code,description,quantity,ts,unit_price,customer_id\n"
                + "1,XZ,5,85048,BALL,12,2010-06-01 07:45:00,6.95,13085\n");

        assertThat(events).extracting(CustomerEvent::type).containsExactly("order.placed");
    }

    private List<CustomerEvent> shop(String lines) throws IOException {
        return events(reads(file("shop.csv", SHOP_HEADER + lines), SHOP));
    }

    private static String order(CustomerEvent event) {
        return OrderKey.of(event).orElseThrow().order();
    }

    private List<CustomerEvent> eventsUnchecked(String content) {
        try {
            return events(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String line(String invoice, String description) {
        return invoice + ",85048," + description + ",1,2010-06-01 07:45:00,6.95,13085,UK\n";
    }

    private static String json(String invoice, String description) {
        return "{\"invoice\":\"" + invoice + "\",\"stock_code\":\"85048\",\"description\":\"" + description
                + "\",\"quantity\":1,\"ts\":\"2010-06-01 07:45:00\",\"unit_price\":6.95,\"customer_id\":13085}";
    }

    private List<CustomerEvent> events(String content) throws IOException {
        return events(reads(file("orders.csv", content)));
    }

    private static List<CustomerEvent> events(List<OrderFile.Read> reads) {
        return reads.stream().filter(OrderFile.Event.class::isInstance).map(read -> ((OrderFile.Event) read).event()).toList();
    }

    private static List<OrderFile.Rejected> rejected(List<OrderFile.Read> reads) {
        return reads.stream().filter(OrderFile.Rejected.class::isInstance).map(OrderFile.Rejected.class::cast).toList();
    }

    private List<OrderFile.Read> reads(Path file) throws IOException {
        return reads(file, Map.of());
    }

    private List<OrderFile.Read> reads(Path file, Map<String, String> variables) throws IOException {
        List<OrderFile.Read> reads = new ArrayList<>();
        try (OrderFile orders = OrderFile.open(file, settings(variables), 0)) {
            orders.forEachRemaining(reads::add);
        }
        return reads;
    }

    private static OrderSettings settings(Map<String, String> variables) {
        Map<String, String> all = new HashMap<>(Map.of("shop.system", "retail", "shop.time-zone", "Europe/London", "shop.returns",
                "C",
                "file.comments", "#", "column.order", "invoice", "column.product", "stock_code", "column.price", "unit_price",
                "column.time", "ts", "column.customer", "customer_id", "column.reference", "ref"));
        all.put("type.PURCHASE", "order.placed");
        all.put("type.RETURN", "order.returned");
        all.putAll(variables);
        return new OrderSettings(OrderColumns.of(all), new Identities("GB"), IntakeTestHouse.NOW, books(all));
    }

    private static Books books(Map<String, String> variables) {
        return BooksOfTheTests.of(variables.getOrDefault("shop.currency", "GBP"),
                "date,currency,rate\n2010-06-01,EUR,0.8\n2010-06-02,EUR,0.9\n2010-06-01,USD,0.5\n");
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private Path zipped(String name, String content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(content.getBytes(StandardCharsets.UTF_8));
        }
        return Files.write(folder.resolve(name + ".gz"), bytes.toByteArray());
    }
}
