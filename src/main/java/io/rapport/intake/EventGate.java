package io.rapport.intake;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;

import io.rapport.facts.Booking;
import io.rapport.facts.CustomerEvent;
import io.rapport.facts.EventData;
import io.rapport.facts.EventTypes;
import io.rapport.facts.Identity;
import org.springframework.stereotype.Component;

/**
 * What every event passes before it is decided, whoever put it into the queue: no door can forget a bound that stands here. One
 * event of the year 9999 would make memory forget all that is older than two years, and one that says what only the engine
 * concludes would use up occasions.
 */
@Component
public final class EventGate {

    private static final Duration CLOCKS_DIFFER = Duration.ofDays(1);

    private static final int LONGEST_TYPE = 60;

    private static final int LONGEST_SOURCE = 400;

    private static final int MOST_IDENTITIES = 50;

    /** What the engine concludes while it decides; it never comes by the queue. */
    private static final Set<String> CONCLUDED = Set.of(EventTypes.STAGE_MOVED, EventTypes.STATUS_MOVED,
            EventTypes.MOOD_MOVED, EventTypes.REVIEW_DUE);

    private static final String ENGINE = "engine";

    private final Identities identities;
    private final Clock clock;
    private final CurrentBooks books;

    EventGate(Identities identities, Clock clock, CurrentBooks books) {
        this.books = books;
        this.identities = identities;
        this.clock = clock;
    }

    /**
     * The event with its identities as they are compared: e-mail addresses in lower case, telephones in E.164.
     *
     * @throws Malformed if it cannot be believed or kept; the text names no person
     */
    public CustomerEvent admitted(CustomerEvent event) throws Malformed {
        clean("id", event.id(), event.id().length());
        clean("type", event.type(), LONGEST_TYPE);
        clean("source", event.source(), LONGEST_SOURCE);
        time(event.time());
        saidByTheEngineAlone(event);
        if (event.identities().size() > MOST_IDENTITIES) {
            throw new Malformed("An event may name " + MOST_IDENTITIES + " identities, found ["
                    + event.identities().size() + "]");
        }
        for (Identity identity : event.identities()) {
            clean("identity " + identity.kind().word(), identity.value(), identity.value().length());
        }
        return booked(event).withIdentities(event.identities().stream().map(this::normalised).toList());
    }

    /** What no door has booked stands in the books at the rate of its day (UTC). */
    private CustomerEvent booked(CustomerEvent event) throws Malformed {
        if (!(event.data() instanceof EventData.Money money)) {
            return event;
        }
        String code = Books.code(money.currency());
        Books now = books.now();
        Booking byTheDoor = money.booked();
        boolean isBooked = byTheDoor != null && byTheDoor.currency().equals(now.currency()) && !code.equals(now.currency());
        Booking booking = isBooked ? byTheDoor : now.booking(code, event.time().atZone(ZoneOffset.UTC).toLocalDate());
        return event.withData(money.in(code, booking));
    }

    private void time(Instant time) throws Malformed {
        Instant latest = clock.instant().plus(CLOCKS_DIFFER);
        if (time.isBefore(Instant.EPOCH) || time.isAfter(latest)) {
            throw new Malformed("An event happened between [" + Instant.EPOCH + "] and tomorrow, found [" + time
                    + "]\nMaybe day and month, or the year, are written in another order.");
        }
    }

    private static void saidByTheEngineAlone(CustomerEvent event) throws Malformed {
        boolean outcome = event.is(EventTypes.CUSTOMER_CONTACTED) && !event.isOutcome();
        if (outcome || CONCLUDED.contains(event.type()) || event.source().equals(ENGINE)) {
            throw new Malformed("Only the engine says [" + event.type() + "] from [" + event.source()
                    + "]\nMaybe tell what happened, such as [order.placed]: it concludes the rest.");
        }
    }

    private Identity normalised(Identity identity) {
        Optional<Identity> known = switch (identity.kind()) {
            case EMAIL -> identities.email(identity.value());
            case PHONE -> identities.phone(identity.value());
            case ACCOUNT -> identities.account(identity.value());
            case ORDER_SYSTEM -> identities.orderSystem(identity.value());
            case MEMBER_CARD, SOCIAL, DEVICE -> Optional.empty();
        };
        return known.orElse(identity);
    }

    private static void clean(String field, String text, int longest) throws Malformed {
        if (text.isBlank() || text.length() > longest) {
            throw new Malformed("The field [" + field + "] needs 1 to " + longest + " characters, found [" + text.length() + "]");
        }
        if (!PlainText.bounded(text, text.length()).equals(text) || text.indexOf('\n') >= 0 || text.indexOf('\t') >= 0) {
            throw new Malformed("The field [" + field + "] has control characters");
        }
    }
}
