package io.rapport.facts;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The typed fields of an event; {@link EventTypes} says which type has which. Money is in the currency that stands beside it;
 * what it comes to in the books is said by a {@link Booking}, and without one it is in the books' currency.
 */
public sealed interface EventData {

    /** Between several topics of one message: a log of the time when there was but one reads the same. */
    String AND = ", ";

    private static List<String> topicsIn(@Nullable String topic) {
        return topic == null || topic.isEmpty() ? List.of() : List.of(topic.split(AND));
    }

    /** What comes to money, in whatever currency. */
    sealed interface Money extends EventData permits Order, Amount {

        /** Of the amounts as they were told, ISO 4217. */
        String currency();

        /** Number of the order or invoice. */
        String reference();

        /** What the amounts come to in the books; null if they are in the books' currency. */
        @Nullable
        Booking booked();

        /** The sum as it was told, in its own currency. */
        Decimal invoiced();

        /** The sum in the books. */
        Decimal inBooks();

        /** The same amounts in this currency, at this rate. */
        Money in(String code, @Nullable Booking rate);

        /** The currency of what is summed. */
        default String booksCurrency() {
            var rate = booked();
            return rate == null ? currency() : rate.currency();
        }
    }

    /**
     * Goods ordered, returned or cancelled.
     *
     * @param currency of the lines' prices, ISO 4217
     * @param lines at least one; amounts of a return are positive too
     * @param booked what the prices come to in the books; null if they are in the books' currency
     */
    record Order(String orderId, String currency, List<OrderLine> lines, @Nullable Booking booked) implements Money {
        public Order {
            lines = List.copyOf(lines);
        }

        /** An order in the books' currency. */
        public Order(String orderId, String currency, List<OrderLine> lines) {
            this(orderId, currency, lines, null);
        }

        public Order withLines(List<OrderLine> others) {
            return new Order(orderId, currency, others, booked);
        }

        @Override
        public Order in(String code, @Nullable Booking rate) {
            return new Order(orderId, code, lines, rate);
        }

        @Override
        public String reference() {
            return orderId;
        }

        @Override
        public Decimal inBooks() {
            return amount();
        }

        @Override
        public Decimal invoiced() {
            var sum = Decimal.ZERO;
            for (var line : lines) {
                sum = sum.plus(invoiced(line));
            }
            return sum;
        }

        /** Sum of the lines in the books. */
        public Decimal amount() {
            var sum = Decimal.ZERO;
            for (var line : lines) {
                sum = sum.plus(amount(line));
            }
            return sum;
        }

        /** Sum of the estimated margins; lines not yet classified count nothing. */
        public Decimal margin() {
            var sum = Decimal.ZERO;
            for (var line : lines) {
                sum = sum.plus(margin(line));
            }
            return sum;
        }

        /** Quantity times unit price, rounded half even to the smallest unit of the order's own currency. */
        public Decimal invoiced(OrderLine line) {
            return Decimal.rounded(line.quantity().multiply(line.unitPrice()), Currencies.digits(currency));
        }

        /** The same in the books, each line rounded by itself: a line that comes back takes off just what it brought. */
        public Decimal amount(OrderLine line) {
            return booked == null ? invoiced(line) : booked.of(invoiced(line));
        }

        /** The estimated margin of a line in the books, rounded once to their smallest unit; 0 until it is classified. */
        public Decimal margin(OrderLine line) {
            var rate = line.marginRate();
            return rate == null ? Decimal.ZERO : amount(line).share(rate, Currencies.digits(booksCurrency()));
        }

        /** The price of one piece in the books, for comparisons. */
        public double unitPrice(OrderLine line) {
            return (booked == null ? line.unitPrice() : line.unitPrice().multiply(booked.rate())).doubleValue();
        }
    }

    /**
     * One line of an order.
     *
     * @param productLine concluded by the step from the description; null until then
     * @param marginRate estimated margin as a share of the amount, 0 to 1; null until concluded
     */
    record OrderLine(
            String product,
            String description,
            BigDecimal quantity,
            BigDecimal unitPrice,
            @Nullable String productLine,
            @Nullable Double marginRate) {
        public OrderLine classified(String line, double rate) {
            return new OrderLine(product, description, quantity, unitPrice, line, rate);
        }
    }

    /** A later step of an order: paid, shipped, delivered. */
    record OrderStep(String orderId) implements EventData {}

    /**
     * Something a customer said, in plain text, quoted earlier text already cut.
     *
     * @param channel a name of {@link Channel}
     * @param thread ties a conversation together; the message's own id when it starts one
     * @param attachments how many came with it
     * @param automatic written by a machine, such as an automatic reply: never answered
     * @param topic what it is about, concluded by the step from the words: see {@link #topics()}; null until then
     */
    record Message(
            Channel channel,
            String subject,
            String text,
            String thread,
            int attachments,
            boolean automatic,
            @Nullable String topic)
            implements
                EventData {
        public Message about(List<String> concluded) {
            return new Message(channel, subject, text, thread, attachments, automatic, String.join(AND, concluded));
        }

        /** What it is about, perhaps several things at once. */
        public List<String> topics() {
            return topicsIn(topic);
        }
    }

    /**
     * What a mail server or a mailbox provider tells of one mail of ours to one address; the type of the event says the same
     * in fewer words.
     *
     * @param recipient the address that mail went to, normalised; empty if the report does not say
     * @param status enhanced status code (RFC 3463) such as {@code 5.1.1}, its first digit is the class; may be empty
     * @param reason in the words of who reports, in one line; may be empty
     * @param messageId of our mail, without angle brackets; empty if the report does not say
     */
    record DeliveryReport(String recipient, Outcome outcome, String status, String reason, String messageId)
            implements
                EventData {

        /** How it ended, as mail senders tell it apart. */
        public enum Outcome {
            /** The address will never take mail: no such mailbox, no such domain. */
            HARD_BOUNCE,
            /** This mail was given up, the next may arrive: mailbox full, server down, content refused. */
            SOFT_BOUNCE,
            /** The reader called it spam. */
            COMPLAINT,
            /** Still being tried. */
            DELAYED,
            /** In the mailbox, or handed on to a server that does not report. */
            DELIVERED;

            /** The outcome as screens and rules call it: {@code hard-bounce}. */
            public String word() {
                return name().toLowerCase(Locale.ROOT).replace('_', '-');
            }
        }

        public DeliveryReport {
            // earlier versions kept a bounce as a message, without these fields; nothing said that it was final
            recipient = recipient == null ? "" : recipient;
            outcome = outcome == null ? Outcome.SOFT_BOUNCE : outcome;
            status = status == null ? "" : status;
            reason = reason == null ? "" : reason;
            messageId = messageId == null ? "" : messageId;
        }
    }

    /**
     * A web form: what was written, and what the customer told of himself.
     *
     * @param form the form's name
     * @param text free text, may be empty; read like a message
     * @param topic as of a message
     * @param traits see {@link Traits}
     * @param consents given (true) or withdrawn (false) with this form
     * @param awaited what counts only once the customer has confirmed it; null for nothing
     */
    record Form(
            String form,
            String text,
            @Nullable String topic,
            Map<String, String> traits,
            List<ConsentChoice> consents,
            @Nullable Awaited awaited)
            implements
                EventData {
        public Form {
            traits = Map.copyOf(traits);
            consents = List.copyOf(consents);
        }

        /** A form of which nothing waits. */
        public Form(String form, String text, @Nullable String topic, Map<String, String> traits, List<ConsentChoice> consents) {
            this(form, text, topic, traits, consents, null);
        }

        public Form about(List<String> concluded) {
            return new Form(form, text, String.join(AND, concluded), traits, consents, awaited);
        }

        /** What it is about, perhaps several things at once. */
        public List<String> topics() {
            return topicsIn(topic);
        }
    }

    /**
     * What was only claimed and waits for a link that the customer follows.
     *
     * @param traits that would replace others, see {@link Traits}
     * @param consents given, none of them withdrawn
     */
    record Awaited(Map<String, String> traits, List<ConsentChoice> consents) {

        public Awaited {
            traits = Map.copyOf(traits);
            consents = List.copyOf(consents);
        }

        public boolean saysNothing() {
            return traits.isEmpty() && consents.isEmpty();
        }
    }

    /** One ticked or cleared box of a form. */
    record ConsentChoice(Channel channel, Purpose purpose, boolean given) {}

    /**
     * An address that gets nothing any more, or gets what is for it again: the type says which.
     *
     * @param address its key: {@code email:anna@example.org}
     * @param reason in the words of whoever decided it
     * @param who decided it
     */
    record Suppression(String address, Address.Cause cause, String reason, String who) implements EventData {}

    /** Consent given or withdrawn, with the proof of it (a form's name, a mail's id). */
    record Consent(Channel channel, Purpose purpose, String proof) implements EventData {}

    /**
     * Facts about the person: {@code name}, {@code birthday} (ISO date), {@code language} ({@code en}, {@code zh}),
     * {@code time-zone} (IANA), {@code e-mail}, {@code phone}, and any other word.
     */
    record Traits(Map<String, String> values) implements EventData {
        public Traits {
            values = Map.copyOf(values);
        }
    }

    /**
     * A link with somebody else, begun or ended: the type says which.
     *
     * @param relation {@code contact} (organisation to person), {@code contact-of}, {@code member} (group to person),
     *     {@code member-of}, {@code family}, {@code friend}, {@code carer}, {@code public-body}, or any other word
     * @param with the other's identity, as its key: {@code account:acme}
     * @param roles of a contact: {@code buyer}, {@code user}, {@code decision-maker}, {@code influencer}
     * @param motive {@code physiological}, {@code psychological}, {@code social}; empty when unknown
     */
    record Link(String relation, String with, List<String> roles, String motive) implements EventData {
        public Link {
            // what a source does not tell is not told
            roles = roles == null ? List.of() : List.copyOf(roles);
            motive = motive == null ? "" : motive;
        }
    }

    /** A complaint raised or resolved. */
    record Complaint(String complaintId, Channel channel, String text) implements EventData {}

    /**
     * A case around a complaint: opened, escalated, transferred or closed.
     *
     * @param level 0 when opened, one more for each missed deadline
     * @param deadline when the next level takes over; null once closed
     */
    record Case(String complaintId, int level, String owner, @Nullable Instant deadline) implements EventData {}

    /**
     * The customer was, or is about to be, contacted, or a task was given: what makes an occasion used up.
     *
     * @param outcome {@code proposed} (held back for the first time), {@code reserved}, {@code delivered}, {@code uncertain},
     *     {@code failed}, {@code missed}, {@code done}, {@code postponed}
     * @param met how the customer was met when a task was done; null for a message, and for a task that meets nobody
     */
    record Contact(
            String actionId, String ruleId, String occasion, Channel channel, Purpose purpose, String what, String outcome,
            @Nullable Channel met)
            implements
                EventData {

        /** The value of an action that says how doing it meets the customer. */
        public static final String MET = "met";

        public Contact(
                String actionId, String ruleId, String occasion, Channel channel, Purpose purpose, String what,
                String outcome) {
            this(actionId, ruleId, occasion, channel, purpose, what, outcome, null);
        }
    }

    /** A lasting conclusion changed: {@code stage}, {@code status}. */
    record Move(String concept, @Nullable String from, String to, String ruleId) implements EventData {}

    /** The clock: a moment came at which the customer is looked at again. */
    record ReviewDue(Instant due, String because) implements EventData {}

    /**
     * An answer or a rating, 0 to 1 (0 worst).
     *
     * @param answers what else was asked, 0 to 1: {@code goodwill}, {@code integrity}, {@code ability}, {@code intention},
     *     {@code benefit}, {@code price} (1: very dear), {@code effort} (1: very laborious); others are kept, not counted
     */
    record Rating(double score, String text, Map<String, Double> answers) implements EventData {

        /** What is counted of the answers. */
        public static final Set<String> ASPECTS = Set.of(
                "goodwill", "integrity", "ability", "intention", "benefit", "price", "effort");

        public Rating {
            // events of earlier versions know one score only
            answers = answers == null ? Map.of() : Map.copyOf(answers);
        }

        public Rating(double score, String text) {
            this(score, text, Map.of());
        }
    }

    /**
     * Money asked or received outside an order.
     *
     * @param currency of the amount, ISO 4217
     * @param booked what it comes to in the books; null if it is in the books' currency
     */
    record Amount(String reference, BigDecimal amount, String currency, @Nullable Booking booked) implements Money {

        /** Money in the books' currency. */
        public Amount(String reference, BigDecimal amount, String currency) {
            this(reference, amount, currency, null);
        }

        @Override
        public Amount in(String code, @Nullable Booking rate) {
            return new Amount(reference, amount, code, rate);
        }

        @Override
        public Decimal invoiced() {
            return Decimal.of(amount);
        }

        @Override
        public Decimal inBooks() {
            return booked == null ? Decimal.of(amount) : booked.of(Decimal.of(amount));
        }
    }

    /** What is not declared, or declared without fields of its own; stored and counted. */
    record Open(Map<String, String> fields) implements EventData {
        public Open {
            fields = Map.copyOf(fields);
        }
    }
}
