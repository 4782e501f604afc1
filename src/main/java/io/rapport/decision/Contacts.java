package io.rapport.decision;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

import io.rapport.facts.Channel;
import io.rapport.facts.CustomerEvent;
import io.rapport.facts.Days;
import io.rapport.facts.EventData;
import io.rapport.facts.EventTypes;
import io.rapport.facts.Memory;
import io.rapport.facts.Decimal;
import io.rapport.facts.Occasion;
import io.rapport.facts.Purpose;
import io.rapport.facts.Occasion.Key;
import io.rapport.facts.Occasion.State;
import io.rapport.facts.Tally;

/**
 * What was already acted on, and how often by which channel. A reservation uses up its occasion and counts; a delivery that
 * failed for good releases both, three times at most, so that an address that never works is not tried for ever.
 */
record Contacts(Map<String, Tally> tallies, Map<Key, Occasion> occasions) {

    /** How often the same occasion is tried before it counts as used up. */
    static final int ATTEMPTS = 3;

    static Contacts of(Memory memory) {
        return new Contacts(memory.tallies(), memory.occasions());
    }

    /** The occasion that a contact tells of. */
    static Key key(EventData.Contact contact) {
        return new Key(contact.ruleId(), contact.what(), contact.channel(), contact.occasion());
    }

    Contacts with(CustomerEvent event, ZoneId zone, Instant latest) {
        if (!(event.data() instanceof EventData.Contact contact)) {
            return this;
        }
        var at = event.time();
        var changed = switch (contact.outcome()) {
            case "reserved", "delivered", "uncertain" -> reserved(contact, at, zone);
            case "failed" -> failed(contact, at, zone);
            case "done" -> contact.met() == null ? this : counted(met(contact.met()), at, zone);
            case "missed" -> used(contact, State.MISSED, at);
            case "proposed" -> waiting(contact, at);
            default -> this;
        };
        return changed.withoutOld(latest);
    }

    private Contacts reserved(EventData.Contact contact, Instant at, ZoneId zone) {
        var known = occasions.get(key(contact));
        return known != null && known.isUsedUp() ? this : used(contact, State.ACTED, at).counted(names(contact), at, zone);
    }

    private Contacts used(EventData.Contact contact, State state, Instant at) {
        var known = occasions.get(key(contact));
        return with(key(contact), new Occasion(state, at, known == null ? 0 : known.failures(), null));
    }

    /** Nothing waits twice, and what is over does not wait. */
    private Contacts waiting(EventData.Contact contact, Instant at) {
        var known = occasions.get(key(contact));
        if (known == null) {
            return with(key(contact), Occasion.waiting(at));
        }
        return known.isUsedUp() || known.waitingSince() != null ? this
                : with(key(contact), new Occasion(known.state(), known.at(), known.failures(), at));
    }

    private Contacts with(Key key, Occasion occasion) {
        return new Contacts(tallies, Copies.with(occasions, key, occasion));
    }

    private Contacts counted(String[] names, Instant at, ZoneId zone) {
        var changed = new HashMap<>(tallies);
        var day = epochDay(at, zone);
        for (var name : names) {
            var tally = changed.get(name);
            changed.put(name, tally == null ? Tally.of(at, day, Decimal.ZERO) : tally.plus(at, day, Decimal.ZERO));
        }
        return new Contacts(Collections.unmodifiableMap(changed), occasions);
    }

    private Contacts failed(EventData.Contact contact, Instant at, ZoneId zone) {
        var known = occasions.get(key(contact));
        if (known == null || !known.isUsedUp()) {
            return this;
        }
        var changed = new HashMap<>(tallies);
        for (var name : names(contact)) {
            changed.computeIfPresent(name, (_, tally) -> tally.without(epochDay(known.at(), zone)));
        }
        var failures = known.failures() + 1;
        var state = failures < ATTEMPTS ? State.FAILED : State.GIVEN_UP;
        return new Contacts(Collections.unmodifiableMap(changed), occasions)
                .with(key(contact), new Occasion(state, at, failures, null));
    }

    /** What a task that was done counts as: a call and a visit as such, since they cost more than a message. */
    private static String[] met(Channel channel) {
        var name = "contact." + channel.word();
        var kind = switch (channel) {
            case CALL_CENTRE -> "call.made";
            case IN_PERSON -> "visit.made";
            default -> EventTypes.CUSTOMER_CONTACTED;
        };
        return new String[] {kind, name, name + "." + Purpose.SERVICE.word()};
    }

    /** What a message counts as; a task is no contact with the customer before it is done. */
    private static String[] names(EventData.Contact contact) {
        if (contact.channel() == Channel.IN_PERSON) {
            return new String[0];
        }
        var channel = "contact." + contact.channel().word();
        return new String[] {EventTypes.CUSTOMER_CONTACTED, channel, channel + "." + contact.purpose().word()};
    }

    private static int epochDay(Instant at, ZoneId zone) {
        return (int) LocalDate.ofInstant(at, zone).toEpochDay();
    }

    private Contacts withoutOld(Instant latest) {
        var cutoff = latest.minus(Duration.ofDays(Days.KEPT));
        var hasOld = false;
        for (var occasion : occasions.values()) {
            hasOld |= !occasion.at().isAfter(cutoff);
        }
        if (!hasOld) {
            return this;
        }
        var kept = new HashMap<>(occasions);
        kept.values().removeIf(occasion -> !occasion.at().isAfter(cutoff));
        return new Contacts(tallies, Collections.unmodifiableMap(kept));
    }
}
