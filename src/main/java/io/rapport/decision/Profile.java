package io.rapport.decision;

import static io.rapport.facts.EventTypes.CONSENT_GIVEN;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;

import io.rapport.facts.Channel;
import io.rapport.facts.ConsentState;
import io.rapport.facts.CustomerEvent;
import io.rapport.facts.EventData;
import io.rapport.facts.Identity;
import io.rapport.facts.Memory;
import io.rapport.facts.Purpose;
import io.rapport.facts.Trust;

/**
 * What a customer told of himself and allowed. The latest word wins by its own time; of two words at the same moment the
 * later in the alphabet, so that the order of arrival does not matter; of consent see {@link ConsentState}. An empty value takes
 * a trait back. A time zone that nobody knows is not remembered. A claim replaces nothing that was told by a source which is
 * believed more; of claimed addresses the first stands.
 */
record Profile(Map<String, String> traits, Map<String, Instant> traitsAt, Map<String, String> traitSources,
        Map<String, ConsentState> consents) {

    private static final Set<String> ADDRESSES = Set.of("e-mail", "phone");

    static Profile of(Memory memory) {
        return new Profile(memory.traits(), memory.traitsAt(), memory.traitSources(), memory.consents());
    }

    Profile with(CustomerEvent event) {
        return switch (event.data()) {
            case EventData.Traits told -> told(told.values(), event);
            case EventData.Form form -> {
                var profile = told(form.traits(), event);
                for (var choice : form.consents()) {
                    profile = profile.chose(choice.channel(), choice.purpose(), choice.given(), event.id(), event);
                }
                yield profile;
            }
            case EventData.Consent consent -> chose(
                    consent.channel(), consent.purpose(), event.is(CONSENT_GIVEN), consent.proof(), event);
            default -> this;
        };
    }

    private Profile told(Map<String, String> values, CustomerEvent event) {
        var profile = this;
        for (var trait : values.entrySet()) {
            profile = profile.told(trait.getKey(), trait.getValue().strip(), event);
        }
        return profile;
    }

    private Profile told(String name, String value, CustomerEvent event) {
        var at = event.time();
        var knownAt = traitsAt.get(name);
        if (knownAt != null && !counts(name, value, event) || name.equals("time-zone") && !isZone(value)) {
            return this;
        }
        return new Profile(
                value.isEmpty() ? Copies.without(traits, name) : Copies.with(traits, name, value),
                Copies.with(traitsAt, name, at),
                value.isEmpty() ? Copies.without(traitSources, name) : Copies.with(traitSources, name, event.source()), consents);
    }

    /** Whether a further word counts: the later one, but of where we learned of somebody, and of claimed addresses, the earlier. */
    private boolean counts(String name, String value, CustomerEvent event) {
        var known = traits.get(name);
        var believed = Trust.ofSource(traitSources.getOrDefault(name, ""));
        if (event.trust() == Trust.CLAIMED && known != null && believed != Trust.CLAIMED) {
            return false;
        }
        if (event.trust() != Trust.CLAIMED && known != null && believed == Trust.CLAIMED) {
            return true;
        }
        var knownAt = traitsAt.get(name);
        if (event.time().equals(knownAt)) {
            return value.compareTo(known == null ? "" : known) > 0;
        }
        var firstCounts = name.equals(Memory.ACQUISITION_SOURCE)
                || event.trust() == Trust.CLAIMED && ADDRESSES.contains(name);
        return event.time().isAfter(knownAt) != firstCounts;
    }

    private static boolean isZone(String value) {
        if (value.isEmpty()) {
            return true;
        }
        try {
            ZoneId.of(value);
            return true;
        } catch (DateTimeException unknown) {
            return false;
        }
    }

    private Profile chose(Channel channel, Purpose purpose, boolean given, String proof, CustomerEvent event) {
        var key = channel.word() + "/" + purpose.word();
        var by = Identity.speaker(event.identities());
        var word = new ConsentState.Word(given, event.time(), proof, event.trust(), by == null ? "" : by.key());
        var known = consents.get(key);
        return new Profile(traits, traitsAt, traitSources,
                Copies.with(consents, key, known == null ? ConsentState.of(word) : known.with(word)));
    }
}
