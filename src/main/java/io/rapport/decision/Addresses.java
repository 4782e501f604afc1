package io.rapport.decision;

import java.util.Map;
import java.util.Objects;

import io.rapport.facts.Address;
import io.rapport.facts.Channel;
import io.rapport.facts.CustomerEvent;
import io.rapport.facts.EventData;
import io.rapport.facts.Identity;
import io.rapport.facts.Trust;

/** By what a customer can be reached, and what became of it. */
final class Addresses {

    /** Nobody is reached by more; keeps what an event costs bounded. */
    private static final int MOST = 20;

    private Addresses() {}

    static Map<String, Address> with(Map<String, Address> before, CustomerEvent event) {
        var addresses = before;
        for (var identity : event.identities()) {
            var isAddress = identity.kind() == Identity.Kind.EMAIL || identity.kind() == Identity.Kind.PHONE;
            if (isAddress && !addresses.containsKey(identity.key()) && addresses.size() < MOST) {
                addresses = Copies.with(addresses, identity.key(), Address.FREE);
            }
        }
        if (event.data() instanceof EventData.Traits told && event.trust() != Trust.CLAIMED) {
            addresses = told(told(addresses, told, "e-mail", Identity.Kind.EMAIL), told, "phone", Identity.Kind.PHONE);
        }
        var key = Address.about(event);
        if (key != null) {
            return changed(addresses, key, addresses.getOrDefault(key, Address.FREE).with(event));
        }
        // whoever writes from an address is there
        return event.data() instanceof EventData.Message message && message.channel() == Channel.EMAIL && !message.automatic()
                ? reached(addresses, event)
                : addresses;
    }

    private static Map<String, Address> told(
            Map<String, Address> addresses, EventData.Traits traits, String name, Identity.Kind kind) {
        var written = traits.values().getOrDefault(name, "");
        var key = Address.key(kind, written);
        return written.isBlank() || addresses.containsKey(key) || addresses.size() >= MOST ? addresses
                : Copies.with(addresses, key, Address.FREE);
    }

    private static Map<String, Address> reached(Map<String, Address> addresses, CustomerEvent event) {
        var changed = addresses;
        for (var identity : event.identities()) {
            var known = addresses.get(identity.key());
            if (identity.kind() == Identity.Kind.EMAIL && known != null && known.softBounces() > 0) {
                changed = changed(changed, identity.key(), new Address(0, known.suppressed(), known.at()));
            }
        }
        return changed;
    }

    private static Map<String, Address> changed(Map<String, Address> addresses, String key, Address now) {
        return Objects.equals(addresses.get(key), now) ? addresses : Copies.with(addresses, key, now);
    }
}
