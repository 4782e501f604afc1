package io.rapport.customer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;

import io.rapport.decision.Context;
import io.rapport.decision.Judge;
import io.rapport.facts.Action;
import io.rapport.facts.CustomerEvent;
import io.rapport.facts.Decision;
import io.rapport.facts.EventData;
import io.rapport.facts.EventTypes;
import io.rapport.facts.Memory;
import io.rapport.facts.Snapshot;
import io.rapport.rulebook.Rulebook;

/** The orders of a shop, of a file or generated: what is remembered of everybody, and what the rules decide of them. */
final class OrdersOfAShop {

    private static final double TAU_DAYS = 182;

    /** The engine numbers customers in the order in which they come, from here on. */
    private static final long FIRST_NUMBER = 1_000;

    private final Map<String, List<CustomerEvent>> byAccount;

    private OrdersOfAShop(Map<String, List<CustomerEvent>> byAccount) {
        this.byAccount = byAccount;
    }

    /**
     * Somebody, and what was decided of him.
     *
     * @param number by which the engine would call him
     */
    record Decided(long number, String account, Memory memory, Decision decision) {

        /** The value of a concept about the customer, else unknown. */
        String value(String concept) {
            return java.util.Objects.requireNonNullElse(decision.valueOf(concept), "unknown");
        }

        /** All values of a concept of which several may hold. */
        List<String> values(String concept) {
            return decision.conclusions().stream().filter(each -> each.concept().equals(concept) && each.subject().isEmpty())
                    .map(each -> each.value()).toList();
        }

        boolean isAsked(String task) {
            return decision.actions().stream().anyMatch(action -> action.what().equals(task));
        }

        List<String> tasks() {
            return decision.actions().stream().filter(action -> action.kind() == Action.Kind.TASK).map(Action::what).toList();
        }

        boolean hasBought() {
            return memory.purchases() != null;
        }
    }

    /** What was decided of all, and the population it was decided by. */
    record Day(Snapshot snapshot, List<Decided> customers) {

        List<Decided> buyers() {
            return customers.stream().filter(Decided::hasBought).toList();
        }
    }

    /** Somebody's orders, in whatever order. */
    static OrdersOfAShop of(Map<String, List<CustomerEvent>> byAccount) {
        var inOrder = new LinkedHashMap<String, List<CustomerEvent>>();
        byAccount.entrySet().stream().map(each -> Map.entry(each.getKey(), each.getValue().stream()
                .sorted(Comparator.comparing(CustomerEvent::time)).toList()))
                .sorted(Comparator.comparing(each -> each.getValue().getFirst().time()))
                .forEach(each -> inOrder.put(each.getKey(), each.getValue()));
        return new OrdersOfAShop(inOrder);
    }

    /**
     * A file of order lines as Online Retail has them (invoice, description, quantity, ts, unit_price, customer_id; an invoice of C
     * is a return), or of whole orders as an event stream (ts, customer_id, type, amount, ref).
     */
    static OrdersOfAShop of(Path file) {
        try (var reader = CsvReader.builder().commentStrategy(CommentStrategy.SKIP).ofNamedCsvRecord(reader(file))) {
            var orders = new LinkedHashMap<String, OrderRead>();
            for (var row : reader) {
                if (!row.getField("customer_id").isEmpty()) {
                    var read = row.findField("type").isPresent() ? ofStream(row) : ofLine(row);
                    orders.merge(read.id(), read, OrderRead::with);
                }
            }
            var byAccount = new LinkedHashMap<String, List<CustomerEvent>>();
            orders.values().forEach(each -> byAccount.computeIfAbsent(each.account(), _ -> new ArrayList<>()).add(each.event()));
            return of(byAccount);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record OrderRead(String id, String account, Instant at, boolean back, List<EventData.OrderLine> lines) {

        OrderRead with(OrderRead more) {
            lines.addAll(more.lines());
            return this;
        }

        CustomerEvent event() {
            return order(id, at, back, lines);
        }
    }

    private static OrderRead ofLine(NamedCsvRecord row) {
        var id = row.getField("invoice");
        var line = line(row.getField("description"), row.getField("quantity"), row.getField("unit_price"));
        return new OrderRead(id, row.getField("customer_id"),
                LocalDateTime.parse(row.getField("ts").replace(' ', 'T')).toInstant(ZoneOffset.UTC), id.startsWith("C"),
                new ArrayList<>(List.of(line)));
    }

    private static OrderRead ofStream(NamedCsvRecord row) {
        var line = line("goods", "1", new BigDecimal(row.getField("amount")).abs().toPlainString());
        return new OrderRead(row.getField("type") + row.getField("customer_id") + row.getField("ts"), row.getField("customer_id"),
                Instant.parse(row.getField("ts")), row.getField("type").equals("RETURN"), new ArrayList<>(List.of(line)));
    }

    static EventData.OrderLine line(String description, String quantity, String price) {
        return new EventData.OrderLine(description, description, new BigDecimal(quantity).abs(), new BigDecimal(price), null,
                null);
    }

    static CustomerEvent order(String id, Instant at, boolean back, List<EventData.OrderLine> lines) {
        return new CustomerEvent(id, "file", back ? EventTypes.ORDER_RETURNED : EventTypes.ORDER_PLACED, List.of(), at,
                new EventData.Order(id, "EUR", lines));
    }

    /** The same shop in other money: every price so many times as high. */
    OrdersOfAShop pricedAt(BigDecimal factor) {
        var dearer = new LinkedHashMap<String, List<CustomerEvent>>();
        byAccount.forEach((account, events) -> dearer.put(account, events.stream().map(each -> pricedAt(each, factor)).toList()));
        return new OrdersOfAShop(dearer);
    }

    private static CustomerEvent pricedAt(CustomerEvent event, BigDecimal factor) {
        var order = (EventData.Order) event.data();
        return order(event.id(), event.time(), event.is(EventTypes.ORDER_RETURNED), order.lines().stream()
                .map(each -> new EventData.OrderLine(each.product(), each.description(), each.quantity(),
                        each.unitPrice().multiply(factor), null, null))
                .toList());
    }

    private static Reader reader(Path file) throws IOException {
        var in = Files.newInputStream(file);
        return new BufferedReader(
                new InputStreamReader(file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in, StandardCharsets.UTF_8));
    }

    Instant latest() {
        return byAccount.values().stream().map(each -> each.getLast().time()).max(Comparator.naturalOrder()).orElseThrow();
    }

    /** Decides everybody as on the day on which a shop opens its books to the engine: by the first count of its customers. */
    Day firstDay(Instant moment, Rulebook rulebook) {
        return decidedAt(moment, rulebook, 1);
    }

    /** Decides everybody as known at a moment, by customers counted often enough for costs, potential and stage to be known. */
    Day decidedAt(Instant moment, Rulebook rulebook) {
        return decidedAt(moment, rulebook, 3);
    }

    private Day decidedAt(Instant moment, Rulebook rulebook, int counts) {
        try (var judge = new Judge(rulebook)) {
            var context = new Context(rulebook, Snapshot.NONE, ZoneOffset.UTC, TAU_DAYS);
            var now = moment.plus(Duration.ofHours(12));
            var round = new Round(judge, context, now);
            var memories = memories(moment, judge, context);
            for (var count = 0; count < counts; count++) {
                round.decide(memories);
                round = round.counted();
            }
            round.decide(memories);
            return new Day(round.context.snapshot(), round.decided);
        }
    }

    Map<String, Memory> memoriesAt(Instant moment, Rulebook rulebook) {
        try (var judge = new Judge(rulebook)) {
            return memories(moment, judge, new Context(rulebook, Snapshot.NONE, ZoneOffset.UTC, TAU_DAYS));
        }
    }

    private Map<String, Memory> memories(Instant moment, Judge judge, Context context) {
        var memories = new LinkedHashMap<String, Memory>();
        for (var entry : byAccount.entrySet()) {
            var memory = Memory.blank(FIRST_NUMBER + memories.size());
            for (var event : entry.getValue()) {
                memory = event.time().isAfter(moment) ? memory : judge.remember(memory, event, context, event.time());
            }
            memories.put(entry.getKey(), memory);
        }
        return memories;
    }

    /** Everybody decided once by one count; which stage somebody has reached is remembered for the next. */
    private static final class Round {

        private final Judge judge;
        private final Context context;
        private final Instant now;
        private final List<Decided> decided = new ArrayList<>();

        Round(Judge judge, Context context, Instant now) {
            this.judge = judge;
            this.context = context;
            this.now = now;
        }

        Round counted() {
            var census = new Census(now, ZoneOffset.UTC);
            decided.forEach(each -> census.count(each.memory(), Standing.of(each.decision())));
            return new Round(judge, context.with(census.snapshot(context.snapshot())), now);
        }

        void decide(Map<String, Memory> memories) {
            memories.replaceAll(this::decide);
        }

        private Memory decide(String account, Memory before) {
            var review = new CustomerEvent("review/" + account, "engine", EventTypes.REVIEW_DUE, List.of(), now,
                    new EventData.ReviewDue(now, "test"));
            var step = judge.step(before, review, context, now);
            decided.add(new Decided(before.customer(), account, step.memory(), step.decision()));
            var after = before;
            for (var each : step.concluded().stream().filter(event -> event.is(EventTypes.STAGE_MOVED)).toList()) {
                after = judge.remember(after, each, context, now);
            }
            return after;
        }
    }
}
