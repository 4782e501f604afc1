package io.rapport.customer;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;

import io.rapport.decision.Context;
import io.rapport.decision.Judge;
import io.rapport.facts.CustomerEvent;
import io.rapport.facts.Decision;
import io.rapport.facts.EventData;
import io.rapport.facts.EventTypes;
import io.rapport.facts.Memory;
import io.rapport.facts.Snapshot;
import io.rapport.rulebook.Rulebook;

/** A shop whose orders stand in a file, line by line: what is remembered of everybody, and what the rules decide of them. */
final class OrdersOfAShop {

    private static final double TAU_DAYS = 182;

    private final Map<String, List<CustomerEvent>> byCustomer;
    private final Instant latest;

    private OrdersOfAShop(Map<String, List<CustomerEvent>> byCustomer, Instant latest) {
        this.byCustomer = byCustomer;
        this.latest = latest;
    }

    /** Somebody, and what was decided of him after the last order of all. */
    record Decided(String account, Memory memory, Decision decision) {

        /** The value of a concept about the customer, else unknown. */
        String value(String concept) {
            return decision.conclusions().stream().filter(each -> each.concept().equals(concept) && each.subject().isEmpty())
                    .findFirst().map(each -> each.value()).orElse("unknown");
        }

        boolean isAsked(String task) {
            return decision.actions().stream().anyMatch(action -> action.what().equals(task));
        }
    }

    /** What was decided of all, and the population it was decided by. */
    record Day(Snapshot snapshot, List<Decided> customers) {}

    /** The columns of Online Retail: invoice, description, quantity, ts, unit_price, customer_id; an invoice of C is a return. */
    static OrdersOfAShop of(Path file) throws IOException {
        var invoices = new LinkedHashMap<String, List<EventData.OrderLine>>();
        var of = new LinkedHashMap<String, String[]>();
        try (var reader = CsvReader.builder().commentStrategy(CommentStrategy.SKIP).ofNamedCsvRecord(reader(file))) {
            for (var row : reader) {
                var account = row.getField("customer_id");
                if (!account.isEmpty()) {
                    var invoice = row.getField("invoice");
                    of.putIfAbsent(invoice, new String[] {account, row.getField("ts")});
                    invoices.computeIfAbsent(invoice, _ -> new ArrayList<>()).add(new EventData.OrderLine(
                            row.getField("stock_code"), row.getField("description"),
                            new BigDecimal(row.getField("quantity")).abs(),
                            new BigDecimal(row.getField("unit_price")), null, null));
                }
            }
        }
        var byCustomer = new TreeMap<String, List<CustomerEvent>>();
        var latest = Instant.EPOCH;
        for (var entry : invoices.entrySet()) {
            var at = LocalDateTime.parse(of.get(entry.getKey())[1].replace(' ', 'T')).toInstant(ZoneOffset.UTC);
            latest = at.isAfter(latest) ? at : latest;
            byCustomer.computeIfAbsent(of.get(entry.getKey())[0], _ -> new ArrayList<>()).add(new CustomerEvent(
                    entry.getKey(), "file", entry.getKey().startsWith("C") ? EventTypes.ORDER_RETURNED : EventTypes.ORDER_PLACED,
                    List.of(), at, new EventData.Order(entry.getKey(), "GBP", entry.getValue())));
        }
        return new OrdersOfAShop(byCustomer, latest);
    }

    private static Reader reader(Path file) throws IOException {
        var in = Files.newInputStream(file);
        return new InputStreamReader(file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in, StandardCharsets.UTF_8);
    }

    Instant latest() {
        return latest;
    }

    /** Decides everybody as known at a moment: once to learn what costs and potential are, then by the population so counted. */
    Day decidedAt(Instant moment, Rulebook rulebook) {
        try (var judge = new Judge(rulebook)) {
            var context = new Context(rulebook, Snapshot.NONE, ZoneOffset.UTC, TAU_DAYS);
            var memories = memories(moment, judge, context);
            var now = moment.plus(Duration.ofHours(12));
            var first = counted(decided(judge, memories, context, now), now);
            return counted(judge, memories, context.with(first.snapshot()), now);
        }
    }

    Map<String, Memory> memoriesAt(Instant moment, Rulebook rulebook) {
        try (var judge = new Judge(rulebook)) {
            return memories(moment, judge, new Context(rulebook, Snapshot.NONE, ZoneOffset.UTC, TAU_DAYS));
        }
    }

    private Map<String, Memory> memories(Instant moment, Judge judge, Context context) {
        var memories = new LinkedHashMap<String, Memory>();
        var number = 0L;
        for (var entry : byCustomer.entrySet()) {
            var memory = Memory.blank(++number);
            for (var event : entry.getValue().stream().filter(each -> !each.time().isAfter(moment))
                    .sorted((one, other) -> one.time().compareTo(other.time())).toList()) {
                memory = judge.remember(memory, event, context, event.time());
            }
            memories.put(entry.getKey(), memory);
        }
        return memories;
    }

    private static Day counted(Judge judge, Map<String, Memory> memories, Context context, Instant now) {
        var second = counted(decided(judge, memories, context, now), now);
        return new Day(second.snapshot(), decided(judge, memories, context.with(second.snapshot()), now));
    }

    private static Day counted(List<Decided> all, Instant now) {
        var census = new Census(now, ZoneOffset.UTC);
        all.forEach(each -> census.count(each.memory(), Standing.of(each.decision())));
        return new Day(census.snapshot(Snapshot.NONE), all);
    }

    private static List<Decided> decided(Judge judge, Map<String, Memory> memories, Context context, Instant now) {
        var all = new ArrayList<Decided>();
        memories.forEach((account, memory) -> {
            var review = new CustomerEvent("review/" + account, "engine", EventTypes.REVIEW_DUE, List.of(), now,
                    new EventData.ReviewDue(now, "test"));
            all.add(new Decided(account, memory, judge.step(memory, review, context, now).decision()));
        });
        return all;
    }
}
