package io.rapport.customer;

import io.rapport.facts.CustomerEvent;
import io.rapport.facts.EventData;
import io.rapport.facts.EventData.Awaited;
import io.rapport.facts.EventData.ConsentChoice;
import io.rapport.facts.Identity;
import io.rapport.facts.Memory;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/**
 * What anybody could have said. It belongs to whom its own address belongs to; other identities that it names are not believed,
 * and neither is an address told beside them. Nothing that is known is replaced before the customer has confirmed it. Who gives
 * a number or a telephone alone, and no e-mail address, tells nothing of the customer behind it until then: what he writes and
 * what he forbids counts.
 *
 * @param refused identities that it names and does not get
 * @param hearsay whether somebody known was named by a number or a telephone alone
 */
record Claim(List<Identity> refused, boolean hearsay) {

    private static final Set<Identity.Kind> ADDRESSES = Set.of(Identity.Kind.EMAIL, Identity.Kind.PHONE);

    Claim {
        refused = List.copyOf(refused);
    }

    /** What is taken of it, given what is known of the customer. */
    CustomerEvent granted(CustomerEvent event, Memory known) {
        var kept = refused.isEmpty()
                ? event
                : event.withIdentities(event.identities().stream().filter(one -> !refused.contains(one)).toList());
        return kept.data() instanceof EventData.Form form ? kept.withData(granted(form, known)) : kept;
    }

    private EventData.Form granted(EventData.Form form, Memory known) {
        var told = new TreeMap<>(form.traits());
        for (var identity : refused) {
            if (ADDRESSES.contains(identity.kind())) {
                told.values().remove(identity.value());
            }
        }
        var waits = new TreeMap<String, String>();
        var waiting = form.awaited() == null ? List.<ConsentChoice>of() : form.awaited().consents();
        for (var trait : List.copyOf(told.entrySet())) {
            var before = known.traits().get(trait.getKey());
            if (hearsay ? !trait.getValue().equals(before) : before != null && !trait.getValue().equals(before)) {
                waits.put(trait.getKey(), trait.getValue());
                told.remove(trait.getKey());
            }
        }
        var counting = new ArrayList<ConsentChoice>();
        var asked = new ArrayList<>(waiting);
        for (var choice : form.consents()) {
            (hearsay && choice.given() ? asked : counting).add(choice);
        }
        var awaited = new Awaited(waits, asked);
        return new EventData.Form(
                form.form(), form.text(), form.topic(), told, counting, awaited.saysNothing() ? null : awaited);
    }
}
