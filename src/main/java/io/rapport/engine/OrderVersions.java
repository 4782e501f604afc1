package io.rapport.engine;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

import io.rapport.customer.CustomerLedger;
import io.rapport.customer.CustomerLedger.LoggedOrder;
import io.rapport.customer.Entry;
import io.rapport.customer.Known;
import io.rapport.customer.Resolved;
import io.rapport.facts.CustomerEvent;
import io.rapport.facts.EventData.Order;
import io.rapport.facts.EventData.OrderLine;
import io.rapport.facts.OrderKey;
import io.rapport.facts.OrderKey.Telling;
import io.rapport.facts.RateOrigin;
import io.rapport.intake.OrderContent;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * An order counts once, as it was told last. What tells of a known order the same again is nothing new, under whatever id it came.
 * Other products of the same customer are the rest of the order: what is logged then is the whole of it. Anything else replaces
 * what was known, and moves the order if the customer is another one. The log keeps every telling; the memories of those whose
 * order is told anew are folded without the earlier one before anything is decided.
 */
@Component
final class OrderVersions {

    private final CustomerLedger ledger;
    private final Refold refold;

    OrderVersions(CustomerLedger ledger, Refold refold) {
        this.ledger = ledger;
        this.refold = refold;
    }

    /**
     * What events say that is new.
     *
     * @param events orders told anew come first and are whole
     * @param whose by event id, without the anonymous ones
     * @param former customers who lost an order and have none of these events; their memories in the round are without it
     */
    record News(List<CustomerEvent> events, Map<String, Resolved> whose, List<Known> former) {}

    /** Cuts a batch so that no part tells an order twice: the later telling finds the earlier one in the log. At least one part. */
    static List<List<CustomerEvent>> parts(List<CustomerEvent> batch) {
        List<List<CustomerEvent>> parts = new ArrayList<>();
        List<CustomerEvent> part = new ArrayList<>();
        Map<String, String> told = new HashMap<>();
        for (var event : batch) {
            var key = OrderKey.of(event);
            if (key.isPresent() && !told.getOrDefault(key.get().order(), event.id()).equals(event.id())) {
                parts.add(part);
                part = new ArrayList<>();
                told.clear();
            }
            key.ifPresent(order -> told.put(order.order(), event.id()));
            part.add(event);
        }
        parts.add(part);
        return parts;
    }

    /**
     * Finds whose these are and locks everybody concerned, in the order of their numbers. Inside the caller's transaction.
     *
     * @param unseen each order at most once
     * @param round takes the memories without what is told anew, and notes what that is
     */
    News resolve(List<CustomerEvent> unseen, Round round) {
        var booked = atTheirOrigin(unseen);
        var before = tellings(booked);
        var fresh = unknown(booked, before);
        var whose = ledger.resolve(fresh, origins(before.values().stream().flatMap(List::stream)));
        var known = tellings(fresh); // again: somebody else may have had the locks until now
        return known.isEmpty() ? new News(fresh, whose, List.of()) : anew(unknown(fresh, known), whose, known, round);
    }

    /** What refers to something in another currency, at the rate of that: known from the log or from before in the batch. */
    private List<CustomerEvent> atTheirOrigin(List<CustomerEvent> events) {
        var keys = events.stream().flatMap(event -> RateOrigin.of(event).stream()).collect(toSet());
        if (keys.isEmpty()) {
            return events;
        }
        Map<String, List<CustomerEvent>> origins = new HashMap<>();
        ledger.tellingsOf(keys).forEach((key, logged) -> origins.put(key,
                new ArrayList<>(logged.stream().filter(LoggedOrder::counts).map(LoggedOrder::event).toList())));
        List<CustomerEvent> booked = new ArrayList<>(events.size());
        for (var event : events) {
            var origin = RateOrigin.of(event).stream().flatMap(key -> origins.getOrDefault(key, List.of()).stream())
                    .filter(first -> isOfTheSame(first, event)).findFirst();
            var own = origin.map(first -> RateOrigin.booked(event, first)).orElse(event);
            booked.add(own);
            RateOrigin.key(own).ifPresent(key -> origins.computeIfAbsent(key, _ -> new ArrayList<>()).add(own));
        }
        return booked;
    }

    /** Two shops may number their orders alike. */
    private static boolean isOfTheSame(CustomerEvent origin, CustomerEvent event) {
        return origin.source().equals(event.source()) || !Collections.disjoint(origin.identities(), event.identities());
    }

    private News anew(List<CustomerEvent> events, Map<String, Resolved> whose, Map<String, List<LoggedOrder>> known,
            Round round) {
        var holders = ledger.lock(origins(known.values().stream().flatMap(List::stream)));
        var concerned = new TreeMap<Long, Known>();
        List<CustomerEvent> corrected = new ArrayList<>();
        List<CustomerEvent> others = new ArrayList<>();
        for (var event : events) {
            var key = OrderKey.of(event);
            var counting = key.map(order -> known.getOrDefault(order.order(), List.of())).orElse(List.of()).stream()
                    .filter(LoggedOrder::counts).toList();
            var isHis = counting.stream()
                    .allMatch(order -> customer(holders.get(order.origin())) == customer(whose.get(event.id())));
            var version = counting.isEmpty() || key.isEmpty() ? null : version(event, key.get(), counting, isHis);
            if (version == null) {
                others.add(event);
            } else {
                corrected.add(version);
                for (var order : counting) {
                    round.supersede(order.event().id(), event.id());
                    var holder = holders.get(order.origin());
                    if (holder != null) {
                        concerned.put(holder.customer().id(), holder.customer());
                    }
                }
            }
        }
        concerned.values().forEach(customer -> round.refolded(customer, refold.fold(customer.id(), round.superseded().keySet())));
        corrected.addAll(others);
        corrected.forEach(event -> concerned.remove(customer(whose.get(event.id()))));
        return new News(corrected, whose, List.copyOf(concerned.values()));
    }

    /** What counts from now on instead of all that counted; null if the event counts beside it. */
    private static @Nullable CustomerEvent version(CustomerEvent event, OrderKey key, List<LoggedOrder> counting, boolean isHis) {
        var before = counting.stream().map(LoggedOrder::event).toList();
        var isVersion = key.is(Telling.VERSION);
        var isOfOneKind = before.stream().allMatch(each -> each.is(event.type()));
        if (isHis && isOfOneKind && isOfOneCurrency(event, before) && (!isVersion || isRest(event, before))) {
            return together(event, before);
        }
        return isVersion ? event : null;
    }

    private static CustomerEvent together(CustomerEvent event, List<CustomerEvent> before) {
        var lines = Stream.concat(before.stream().flatMap(OrderVersions::lines), lines(event)).toList();
        var earliest = Stream.concat(Stream.of(event), before.stream()).min(Comparator.comparing(CustomerEvent::time))
                .orElse(event);
        return new CustomerEvent(event.id(), event.source(), event.type(), event.identities(), earliest.time(),
                ((Order) earliest.data()).withLines(lines), event.trust());
    }

    private static boolean isOfOneCurrency(CustomerEvent event, List<CustomerEvent> before) {
        var order = (Order) event.data();
        return before.stream().map(each -> (Order) each.data()).allMatch(
                each -> each.currency().equals(order.currency()) && each.booksCurrency().equals(order.booksCurrency()));
    }

    /** Whether it tells of other products only. */
    private static boolean isRest(CustomerEvent event, List<CustomerEvent> before) {
        var products = before.stream().flatMap(OrderVersions::lines).map(OrderVersions::product).collect(toSet());
        return lines(event).map(OrderVersions::product).noneMatch(products::contains);
    }

    private static String product(OrderLine line) {
        return line.product().isEmpty() ? line.description() : line.product();
    }

    private static Stream<OrderLine> lines(CustomerEvent event) {
        return ((Order) event.data()).lines().stream();
    }

    private Map<String, List<LoggedOrder>> tellings(Collection<CustomerEvent> events) {
        return ledger
                .tellingsOf(events.stream().flatMap(event -> OrderKey.of(event).stream()).map(OrderKey::order).collect(toSet()));
    }

    private static Set<Long> origins(Stream<LoggedOrder> orders) {
        var origins = new TreeSet<Long>();
        orders.filter(LoggedOrder::counts).map(LoggedOrder::origin).filter(origin -> origin != Entry.ANONYMOUS)
                .forEach(origins::add);
        return origins;
    }

    private static long customer(@Nullable Resolved whose) {
        return whose == null ? Entry.ANONYMOUS : whose.customer().id();
    }

    private static List<CustomerEvent> unknown(List<CustomerEvent> events, Map<String, List<LoggedOrder>> known) {
        return known.isEmpty() ? events : events.stream().filter(event -> !isKnown(event, known)).toList();
    }

    /**
     * As one of the tellings, as all that counts together, or as those of before the digests together. So is an order out of
     * quarantine that came in by its file in the meantime.
     */
    private static boolean isKnown(CustomerEvent event, Map<String, List<LoggedOrder>> known) {
        var key = OrderKey.of(event).filter(order -> !order.is(Telling.WITHOUT_VERSION));
        var told = key.map(order -> known.get(order.order())).orElse(null);
        if (told == null) {
            return false;
        }
        var content = OrderContent.digest(List.of(event));
        return told.stream().anyMatch(each -> each.event().id().endsWith(content)
                || content.equals(OrderContent.digest(List.of(each.event()))))
                || isTogether(content, told.stream().filter(LoggedOrder::counts))
                || isTogether(content, told.stream().filter(each -> OrderKey.of(each.event())
                        .filter(order -> order.is(Telling.WITHOUT_VERSION)).isPresent()));
    }

    private static boolean isTogether(String content, Stream<LoggedOrder> orders) {
        var events = orders.map(LoggedOrder::event).toList();
        return !events.isEmpty() && content.equals(OrderContent.digest(events));
    }
}
