package io.rapport.facts;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that is remembered of one customer: a cache folded from the event log without any rulebook. Immutable.
 *
 * @param customer the customer's number
 * @param tallies per event type, and per counted name such as {@code contact.email.promotion} and {@code margin}
 * @param purchases null until the first purchase
 * @param productLines what was bought per product line
 * @param complaints the open ones, oldest first
 * @param deliveries of the last 60 days, oldest first
 * @param traits the latest value of each fact about the person
 * @param traitsAt when each of them was told, so that a late event never overwrites a newer one
 * @param consents what stands per {@code channel/purpose}
 * @param concluded lasting conclusions by concept ({@code stage}, {@code status})
 * @param occasions what became of each thing that a rule asked for, and which complaints were resolved; dropped after two years
 * @param latest the time of the newest event, reviews aside
 * @param traitSources where each trait was told
 * @param links with other customers, those that ended among them
 * @param addresses by which he was known, by key ({@code email:anna@example.org}), and whether they get anything
 * @param invoices by reference, those that fell overdue and what was paid of them
 */
public record Memory(
        long customer,
        Map<String, Tally> tallies,
        @Nullable Purchases purchases,
        Map<String, LineMemory> productLines,
        List<OpenComplaint> complaints,
        List<Delivery> deliveries,
        Map<String, String> traits,
        Map<String, Instant> traitsAt,
        Map<String, ConsentState> consents,
        Map<String, Concluded> concluded,
        Map<Occasion.Key, Occasion> occasions,
        @Nullable Instant latest,
        Map<String, String> traitSources,
        List<Link> links,
        Map<String, Invoice> invoices,
        Map<String, Address> addresses) {

    /** What the names of remembered choices begin with: {@code prefers-seat}. */
    public static final String PREFERS = "prefers-";

    /** What the names of things to avoid begin with: {@code avoids-nuts}. */
    public static final String AVOIDS = "avoids-";

    /** The trait that tells where we learned of a customer first: the earliest word stands. */
    public static final String ACQUISITION_SOURCE = "acquisition-source";

    /** Somebody of whom no source and no link is known. */
    public Memory(
            long customer, Map<String, Tally> tallies, @Nullable Purchases purchases, Map<String, LineMemory> productLines,
            List<OpenComplaint> complaints, List<Delivery> deliveries, Map<String, String> traits,
            Map<String, Instant> traitsAt, Map<String, ConsentState> consents, Map<String, Concluded> concluded,
            Map<Occasion.Key, Occasion> occasions, @Nullable Instant latest) {
        this(
                customer, tallies, purchases, productLines, complaints, deliveries, traits, traitsAt, consents, concluded,
                occasions, latest, Map.of(), List.of(), Map.of(), Map.of());
    }

    /** A customer of whom nothing is known yet. */
    public static Memory blank(long customer) {
        return new Memory(
                customer, Map.of(), null, Map.of(), List.of(), List.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(),
                null);
    }

    /** Purchases of one product line: how many orders held it, what they brought, when last. */
    public record LineMemory(long orders, Decimal spend, Decimal margin, LocalDate last) {}

    /**
     * @param level how many deadlines were missed
     * @param deadline null until the case was opened
     */
    public record OpenComplaint(
            String id, Instant raised, Channel channel, int level, String owner, @Nullable Instant deadline) {}

    /** An order that arrived. */
    public record Delivery(String orderId, Instant at) {}

    /**
     * A link with somebody else; the words are those of {@link EventData.Link}.
     *
     * @param at when the latest word about it was told
     */
    public record Link(String relation, String with, List<String> roles, String motive, boolean ended, Instant at) {
        public Link {
            roles = List.copyOf(roles);
        }
    }

    /**
     * What is owed on one invoice; payments that came before it fell overdue count too.
     *
     * @param overdue its amount; 0 while only payments are known
     * @param since when it fell overdue; null while only payments are known
     * @param at the latest news of it
     */
    public record Invoice(Decimal overdue, @Nullable Instant since, Decimal paid, Instant at) {

        /** What is left to pay, never below 0. */
        public Decimal open() {
            return overdue.compareTo(paid) > 0 ? overdue.minus(paid) : Decimal.ZERO;
        }
    }

    /** A lasting conclusion and since when it holds. */
    public record Concluded(String value, Instant since) {}

    /** The same with other counts. */
    public Memory withTallies(Map<String, Tally> counted) {
        return new Memory(
                customer, counted, purchases, productLines, complaints, deliveries, traits, traitsAt, consents, concluded,
                occasions, latest, traitSources, links, invoices, addresses);
    }

    /** The same with other purchases. */
    public Memory withPurchases(Purchases bought, Map<String, LineMemory> perLine) {
        return new Memory(
                customer, tallies, bought, perLine, complaints, deliveries, traits, traitsAt, consents, concluded, occasions,
                latest, traitSources, links, invoices, addresses);
    }

    /** What is overdue and not yet paid, in the books' currency. */
    public Decimal balanceOverdue() {
        return invoices.values().stream().map(Invoice::open).reduce(Decimal.ZERO, Decimal::plus);
    }

    /** The links that have not ended. */
    public List<Link> standingLinks() {
        return links.isEmpty() ? links : links.stream().filter(link -> !link.ended()).toList();
    }

    /**
     * Why nothing can be sent to him by a channel: all his addresses for it are suppressed. Null if one is free, or none known.
     */
    public Address.@Nullable Cause suppressed(Channel channel) {
        var kind = Address.kind(channel);
        if (kind == null) {
            return null;
        }
        Address.Cause cause = null;
        for (var address : addresses.entrySet()) {
            if (address.getKey().startsWith(kind.word() + ":")) {
                cause = address.getValue().suppressed();
                if (cause == null) {
                    return null;
                }
            }
        }
        return cause;
    }

    /** Whether an address, by its key, gets nothing. */
    public boolean isSuppressed(String address) {
        return addresses.getOrDefault(address, Address.FREE).suppressed() != null;
    }

    /** Whether he ever forbade it; of what he never spoke it is not so. */
    public boolean forbade(Channel channel, Purpose purpose) {
        var state = consents.get(channel.word() + "/" + purpose.word());
        return state != null && !state.given();
    }

    public boolean hasConsent(Channel channel, Purpose purpose) {
        var state = consents.get(channel.word() + "/" + purpose.word());
        return state != null && state.given();
    }

    /** The customer's time zone: the trait {@code time-zone} where it names one, else the given default. */
    public ZoneId zoneOr(ZoneId otherwise) {
        var named = traits.get("time-zone");
        if (named == null) {
            return otherwise;
        }
        try {
            return ZoneId.of(named);
        } catch (DateTimeException notAZone) {
            return otherwise;
        }
    }

    @Override
    public String toString() {
        return "Memory[customer " + customer + "]";
    }
}
