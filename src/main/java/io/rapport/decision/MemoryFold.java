package io.rapport.decision;

import static io.rapport.facts.EventTypes.CUSTOMER_CONTACTED;
import static io.rapport.facts.EventTypes.ORDER_PLACED;
import static io.rapport.facts.EventTypes.REVIEW_DUE;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.rapport.facts.Closeness;
import io.rapport.facts.CustomerEvent;
import io.rapport.facts.Decimal;
import io.rapport.facts.EventData;
import io.rapport.facts.EventTypes;
import io.rapport.facts.Memory;
import io.rapport.facts.Memory.Concluded;
import io.rapport.facts.Memory.Delivery;
import io.rapport.facts.Memory.LineMemory;
import io.rapport.facts.OrderKey;
import io.rapport.facts.Purchases;
import io.rapport.facts.Tally;
import io.rapport.facts.Told;
import io.rapport.facts.Worth;
import org.jspecify.annotations.Nullable;

/**
 * One more event into a customer's memory, without any rulebook: used by the step, by refold and by merge, so that all three
 * remember the same. What an event costs does not grow with the history, copies of bounded arrays and maps aside.
 *
 * <p>The same in whatever order events arrive: tallies and their day buckets, purchases, product lines, deliveries, traits,
 * consents, complaints raised and resolved, invoices. In order of arrival, since only the engine writes them and always in order:
 * lasting conclusions, cases, contacts. An event belongs to the customer's calendar day by the time zone known when it is
 * folded; a zone learned later does not move it.
 *
 * <p>Returned and cancelled goods take their estimated margin back from the tally {@link #MARGIN}; they do not touch purchases.
 * A review that fell due leaves no trace: nothing happened.
 */
public final class MemoryFold {

    /** Name of the tally of estimated margins. */
    public static final String MARGIN = Worth.MARGIN;

    private static final Duration DELIVERIES_KEPT = Duration.ofDays(60);

    /** More than anybody has rules about; keeps what an event costs bounded for those who buy all day. */
    private static final int MOST_DELIVERIES = 100;

    private static final Comparator<Delivery> OLDEST_FIRST = Comparator.comparing(Delivery::at)
            .thenComparing(Delivery::orderId);

    private final Memory before;
    private final CustomerEvent event;
    private final LocalDate day;
    private final double tauDays;
    private final Instant latest;

    private Map<String, Tally> tallies;
    private @Nullable Purchases purchases;
    private Map<String, LineMemory> productLines;
    private List<Delivery> deliveries;
    private Map<String, Concluded> concluded;

    private MemoryFold(Memory before, CustomerEvent event, ZoneId zone, double tauDays) {
        this.before = before;
        this.event = event;
        this.day = LocalDate.ofInstant(event.time(), zone);
        this.tauDays = tauDays;
        this.latest = before.latest() == null || event.time().isAfter(before.latest()) ? event.time() : before.latest();
        this.tallies = before.tallies();
        this.purchases = before.purchases();
        this.productLines = before.productLines();
        this.deliveries = before.deliveries();
        this.concluded = before.concluded();
    }

    /**
     * @param noted the event with what the step understood of it (product lines, topics)
     * @param zone of customers who told none of their own
     * @param tauDays how fast the decayed counters fade, in days
     * @return the new memory; the old one is unchanged
     */
    public static Memory fold(Memory before, CustomerEvent noted, ZoneId zone, double tauDays) {
        if (noted.is(REVIEW_DUE)) {
            return before;
        }
        return new MemoryFold(before, noted, before.zoneOr(zone), tauDays).folded(zone);
    }

    private Memory folded(ZoneId defaultZone) {
        var profile = Profile.of(before).with(event);
        var complaints = Complaints.of(before).with(event);
        var contacts = Contacts.of(before).with(event, before.zoneOr(defaultZone), latest);
        tallies = contacts.tallies();
        if (!event.is(CUSTOMER_CONTACTED)) {
            var name = countedAs();
            tallies = Copies.with(tallies, name, counted(name, amount()));
        }
        switch (event.data()) {
            case EventData.Order order when event.is(ORDER_PLACED) -> bought(order);
            // it stands in the place of the order that it cancels, which counts no more
            case EventData.Order _ when event.is(EventTypes.ORDER_CANCELLED) && OrderKey.of(event).isPresent() -> {}
            case EventData.Order order -> tallies = Copies.with(tallies, MARGIN, counted(MARGIN, order.margin().negated()));
            case EventData.Traits told -> toldTotal(told.values());
            case EventData.Form form -> {
                toldTotal(form.traits());
                about(form.topics());
            }
            case EventData.OrderStep step when event.is(EventTypes.ORDER_DELIVERED) -> delivered(step.orderId());
            case EventData.Message message -> about(message.topics());
            case EventData.Rating rating -> answered(rating);
            case EventData.Move move when move.concept().equals("mood") -> turned(move);
            case EventData.Move move -> concluded = Copies.with(
                    concluded, move.concept(), new Concluded(move.to(), event.time()));
            default -> {}
        }
        forgetOldDeliveries();
        return new Memory(
                before.customer(), tallies, purchases, productLines, complaints.open(), deliveries, profile.traits(),
                profile.traitsAt(), profile.consents(), concluded,
                complaints.markedIn(contacts.occasions(), event), latest, profile.traitSources(),
                Links.with(before.links(), event), Invoices.with(before.invoices(), event),
                Addresses.with(before.addresses(), event));
    }

    /** What a machine wrote is counted by itself: nobody was in contact with us. */
    private String countedAs() {
        return event.data() instanceof EventData.Message message && message.automatic()
                ? message.channel().word() + ".automatic"
                : event.type();
    }

    /** Only known of a message once it was decided. */
    private void about(List<String> topics) {
        for (var topic : topics) {
            tallies = Copies.with(tallies, "topic." + topic, counted("topic." + topic, Decimal.ZERO));
        }
    }

    private void answered(EventData.Rating rating) {
        for (var answer : rating.answers().entrySet()) {
            if (EventData.Rating.ASPECTS.contains(answer.getKey())) {
                var name = Closeness.answerName(answer.getKey());
                tallies = Copies.with(tallies, name, counted(name, Decimal.nearest(answer.getValue())));
            }
        }
    }

    private void turned(EventData.Move mood) {
        var name = "mood." + mood.to();
        tallies = Copies.with(tallies, name, counted(name, Decimal.ZERO));
        concluded = Copies.with(concluded, mood.concept(), new Concluded(mood.to(), event.time()));
    }

    /** What somebody spends with everybody, each time he tells it. */
    private void toldTotal(Map<String, String> traits) {
        var total = Told.number(traits.get(Closeness.TOTAL_SPEND));
        if (total > 0) {
            tallies = Copies.with(tallies, Closeness.TOTAL_SPEND, counted(Closeness.TOTAL_SPEND, Decimal.nearest(total)));
        }
    }

    private Tally counted(String name, Decimal amount) {
        var tally = tallies.get(name);
        var epochDay = (int) day.toEpochDay();
        return tally == null ? Tally.of(event.time(), epochDay, amount) : tally.plus(event.time(), epochDay, amount);
    }

    private Decimal amount() {
        return switch (event.data()) {
            case EventData.Order order -> order.amount();
            case EventData.Rating rating -> Decimal.nearest(rating.score());
            case EventData.Amount money -> money.inBooks();
            default -> Decimal.ZERO;
        };
    }

    private void bought(EventData.Order order) {
        if (order.lines().isEmpty()) {
            return;
        }
        var spend = order.amount();
        var margin = order.margin();
        tallies = Copies.with(tallies, MARGIN, counted(MARGIN, margin));
        purchases = purchases == null
                ? Purchases.of(day, spend, margin)
                : purchases.plus(day, spend, margin, tauDays);
        for (var perLine : perProductLine(order).entrySet()) {
            productLines = Copies.with(productLines, perLine.getKey(), bought(perLine.getKey(), perLine.getValue()));
        }
    }

    private LineMemory bought(String productLine, LineMemory added) {
        var known = productLines.get(productLine);
        if (known == null) {
            return added;
        }
        return new LineMemory(
                known.orders() + 1, known.spend().plus(added.spend()), known.margin().plus(added.margin()),
                day.isAfter(known.last()) ? day : known.last());
    }

    private Map<String, LineMemory> perProductLine(EventData.Order order) {
        var sums = new HashMap<String, LineMemory>();
        for (var line : order.lines()) {
            if (line.productLine() != null) {
                sums.merge(line.productLine(), new LineMemory(1, order.amount(line), order.margin(line), day),
                        (sum, more) -> new LineMemory(1, sum.spend().plus(more.spend()), sum.margin().plus(more.margin()), day));
            }
        }
        return sums;
    }

    /** Of an order that arrived twice the later arrival counts. */
    private void delivered(String orderId) {
        var arrival = new Delivery(orderId, event.time());
        var all = new ArrayList<Delivery>(deliveries.size() + 1);
        for (var known : deliveries) {
            if (!known.orderId().equals(orderId)) {
                all.add(known);
            } else if (known.at().isAfter(arrival.at())) {
                arrival = known;
            }
        }
        all.add(arrival);
        all.sort(OLDEST_FIRST);
        deliveries = List.copyOf(all.subList(Math.max(0, all.size() - MOST_DELIVERIES), all.size()));
    }

    private void forgetOldDeliveries() {
        var cutoff = latest.minus(DELIVERIES_KEPT);
        var old = 0;
        while (old < deliveries.size() && !deliveries.get(old).at().isAfter(cutoff)) {
            old++;
        }
        if (old > 0) {
            deliveries = List.copyOf(deliveries.subList(old, deliveries.size()));
        }
    }
}
