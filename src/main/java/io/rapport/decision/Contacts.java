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
import io.rapport.facts.Tally;

/**
 * What was already acted on, and how often by which channel. A reservation uses up its occasion and counts; a delivery that
 * failed for good releases both, three times at most, so that an address that never works is not tried for ever.
 */
record Contacts(Map<String, Tally> tallies, Map<String, Instant> occasions) {

    /** How often the same occasion is tried before it counts as used up. */
    static final int ATTEMPTS = 3;

    static Contacts of(Memory memory) {
        return new Contacts(memory.tallies(), memory.occasions());
    }

    /** The key of an occasion: one rule, one thing to do, one occasion. */
    static String key(String ruleId, String occasion, String what) {
        return ruleId + "|" + occasion + "|" + what;
    }

    /** The mark of a proposal that was held back for the first time. */
    static String proposed(String key) {
        return "proposed|" + key;
    }

    /** The mark of a failed attempt, counted from 1. */
    static String failed(int attempt, String key) {
        return "failed/" + attempt + "|" + key;
    }

    Contacts with(CustomerEvent event, ZoneId zone, Instant latest) {
        if (!(event.data() instanceof EventData.Contact contact)) {
            return this;
        }
        var key = key(contact.ruleId(), contact.occasion(), contact.what());
        var changed = switch (contact.outcome()) {
            case "reserved", "delivered", "uncertain" -> reserved(key, contact, event.time(), zone);
            case "failed" -> released(key, contact, event.time(), zone);
            case "missed" -> used(key, event.time());
            case "proposed" -> occasions.containsKey(proposed(key)) ? this : marked(proposed(key), event.time());
            default -> this;
        };
        return changed.withoutOld(latest);
    }

    private Contacts reserved(String key, EventData.Contact contact, Instant at, ZoneId zone) {
        return occasions.containsKey(key) ? this : used(key, at).counted(contact, at, zone);
    }

    private Contacts used(String key, Instant at) {
        return new Contacts(tallies, Copies.with(Copies.without(occasions, proposed(key)), key, at));
    }

    private Contacts marked(String mark, Instant at) {
        return new Contacts(tallies, Copies.with(occasions, mark, at));
    }

    private Contacts counted(EventData.Contact contact, Instant at, ZoneId zone) {
        var changed = new HashMap<>(tallies);
        var day = epochDay(at, zone);
        for (var name : names(contact)) {
            var tally = changed.get(name);
            changed.put(name, tally == null ? Tally.of(at, day, 0) : tally.plus(at, day, 0));
        }
        return new Contacts(Collections.unmodifiableMap(changed), occasions);
    }

    private Contacts released(String key, EventData.Contact contact, Instant at, ZoneId zone) {
        var reserved = occasions.get(key);
        if (reserved == null) {
            return this;
        }
        var changed = new HashMap<>(tallies);
        for (var name : names(contact)) {
            changed.computeIfPresent(name, (_, tally) -> tally.without(epochDay(reserved, zone)));
        }
        var attempt = 1;
        while (occasions.containsKey(failed(attempt, key))) {
            attempt++;
        }
        var free = attempt < ATTEMPTS ? Copies.without(occasions, key) : occasions;
        return new Contacts(
                Collections.unmodifiableMap(changed), Copies.with(free, failed(attempt, key), at));
    }

    /** What it counts as; a task for an agent is no contact with the customer. */
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
        for (var at : occasions.values()) {
            hasOld |= !at.isAfter(cutoff);
        }
        if (!hasOld) {
            return this;
        }
        var kept = new HashMap<>(occasions);
        kept.values().removeIf(at -> !at.isAfter(cutoff));
        return new Contacts(tallies, Collections.unmodifiableMap(kept));
    }
}
