package io.rapport.engine;

import io.rapport.customer.Resolved;
import io.rapport.customer.Suppressions;
import io.rapport.facts.Address;
import io.rapport.facts.CustomerEvent;
import io.rapport.facts.EventData;
import io.rapport.facts.EventTypes;
import io.rapport.facts.Identity;
import io.rapport.facts.Memory;
import io.rapport.intake.Digest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Tells a customer's memory what the list of suppressed addresses knows longer than he is known: his address bounced before he
 * came, he told it elsewhere, or he shares it and somebody lifted it. One question for a batch.
 */
@Component
final class KnownSuppressions {

    /** Not the engine: no rule concluded it. */
    private static final String SOURCE = "suppression-list";

    private final Suppressions suppressions;

    KnownSuppressions(Suppressions suppressions) {
        this.suppressions = suppressions;
    }

    /**
     * @param suppressed by address
     * @param inMotion of which this batch itself has news: the list knows them only after it
     */
    record Listed(Map<String, Suppressions.Entry> suppressed, Set<String> inMotion) {}

    /** What the list says of all addresses in these events and in what is remembered of their customers. */
    Listed about(List<CustomerEvent> events, Map<String, Resolved> whose) {
        var keys = new HashSet<String>();
        var inMotion = new HashSet<String>();
        for (var event : events) {
            var about = Address.about(event);
            if (about != null) {
                inMotion.add(about);
            }
            var resolved = whose.get(event.id());
            if (resolved != null) {
                keys.addAll(addresses(event, resolved.customer().memory()));
            }
        }
        return new Listed(suppressions.among(keys), inMotion);
    }

    /** What a customer's memory does not know yet of the list, as events to be taken before the one at hand. */
    List<CustomerEvent> news(CustomerEvent event, long customer, Memory memory, Listed listed) {
        var news = new ArrayList<CustomerEvent>();
        for (var address : addresses(event, memory)) {
            var entry = listed.suppressed().get(address);
            var known = memory.addresses().getOrDefault(address, Address.FREE);
            if (listed.inMotion().contains(address) || entry != null == memory.isSuppressed(address)) {
                continue;
            }
            var type = entry == null ? EventTypes.ADDRESS_RELEASED : EventTypes.ADDRESS_SUPPRESSED;
            var at = entry == null ? event.time() : entry.since();
            news.add(new CustomerEvent(
                    "list/" + Digest.of(type, Long.toString(customer), address, known.at().toString(), at.toString()), SOURCE,
                    type,
                    event.identities(), at.isBefore(known.at()) ? known.at() : at,
                    entry == null
                            ? new EventData.Suppression(address, Address.Cause.BY_HAND, "", SOURCE)
                            : new EventData.Suppression(address, entry.cause(), entry.reason(), entry.who())));
        }
        return news;
    }

    /** None of an event that is itself about the list: it speaks for itself. */
    private static Set<String> addresses(CustomerEvent event, Memory memory) {
        var keys = new LinkedHashSet<String>();
        if (Address.about(event) == null) {
            event.identities().stream()
                    .filter(identity -> identity.kind() == Identity.Kind.EMAIL || identity.kind() == Identity.Kind.PHONE)
                    .forEach(identity -> keys.add(identity.key()));
            told(keys, memory, "e-mail", Identity.Kind.EMAIL);
            told(keys, memory, "phone", Identity.Kind.PHONE);
        }
        return keys;
    }

    private static void told(Set<String> keys, Memory memory, String trait, Identity.Kind kind) {
        var told = memory.traits().getOrDefault(trait, "");
        if (!told.isBlank()) {
            keys.add(Address.key(kind, told));
        }
    }
}
