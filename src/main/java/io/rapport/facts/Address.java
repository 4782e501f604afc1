package io.rapport.facts;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * What is known of one address: whether it gets anything (domain: suppression), and how often in a row it could not be reached.
 * A mailbox that does not exist and a reader who calls us spam end it at once; a mailbox that is full, or a server that is down,
 * after {@link #PATIENCE} times without a delivery between. Only a person lifts it again.
 *
 * @param softBounces in a row
 * @param suppressed why it gets nothing; null: it gets what is for it
 * @param at the latest news that counted, {@link Instant#EPOCH} if there were none
 */
public record Address(int softBounces, @Nullable Cause suppressed, Instant at) {

    /** How many soft bounces in a row are borne. */
    public static final int PATIENCE = 5;

    /** Nothing but the address is known. */
    public static final Address FREE = new Address(0, null, Instant.EPOCH);

    /** What lies further apart is no row. */
    private static final Duration ROW = Duration.ofDays(180);

    /** Why an address gets nothing. */
    public enum Cause {
        HARD_BOUNCE, SOFT_BOUNCES, COMPLAINT, BY_HAND;

        /** As screens and reasons call it: {@code hard-bounce}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** The key of an address as somebody wrote it, for instance {@code email:anna@example.org}. */
    public static String key(Identity.Kind kind, String written) {
        return kind.word() + ":" + written.strip().toLowerCase(Locale.ROOT);
    }

    /** By what kind of address a channel reaches people; null if by none that is kept here. */
    public static Identity.@Nullable Kind kind(Channel channel) {
        return switch (channel) {
            case EMAIL, WEB -> Identity.Kind.EMAIL;
            case SMS, MOBILE, CALL_CENTRE -> Identity.Kind.PHONE;
            default -> null;
        };
    }

    /** The key of the address that an event has news of; null if it has none. */
    public static @Nullable String about(CustomerEvent event) {
        return switch (event.data()) {
            case EventData.DeliveryReport report when !report.recipient().isEmpty() ->
                key(Identity.Kind.EMAIL, report.recipient());
            case EventData.Suppression word -> word.address().toLowerCase(Locale.ROOT);
            default -> null;
        };
    }

    /** The same after news of it; what is older than the latest that counted is no news. */
    public Address with(CustomerEvent event) {
        if (event.time().isBefore(at)) {
            return this;
        }
        return switch (event.data()) {
            case EventData.Suppression word -> new Address(
                    0, event.is(EventTypes.ADDRESS_RELEASED) ? null : word.cause(), event.time());
            case EventData.DeliveryReport report -> switch (report.outcome()) {
                case HARD_BOUNCE -> ended(Cause.HARD_BOUNCE, event.time());
                case COMPLAINT -> ended(Cause.COMPLAINT, event.time());
                case SOFT_BOUNCE -> missed(event.time());
                case DELIVERED -> new Address(0, suppressed, event.time());
                case DELAYED -> this;
            };
            default -> this;
        };
    }

    private Address ended(Cause cause, Instant when) {
        return suppressed == null ? new Address(softBounces, cause, when) : this;
    }

    private Address missed(Instant when) {
        var inARow = softBounces > 0 && when.isAfter(at.plus(ROW)) ? 1 : softBounces + 1;
        return suppressed != null ? this : new Address(inARow, inARow < PATIENCE ? null : Cause.SOFT_BOUNCES, when);
    }
}
