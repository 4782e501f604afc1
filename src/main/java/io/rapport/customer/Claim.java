package io.rapport.customer;

import io.rapport.facts.CustomerEvent;
import io.rapport.facts.EventData;
import io.rapport.facts.Identity;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What anybody could have said. It belongs to whom its own address belongs to; other identities that it names are not believed,
 * and neither is an address told beside them. Who gives a number or a telephone alone, and no e-mail address, tells nothing new
 * of the customer behind it: what he writes and what he forbids counts.
 */
final class Claim {

    private static final Set<Identity.Kind> ADDRESSES = Set.of(Identity.Kind.EMAIL, Identity.Kind.PHONE);

    private Claim() {}

    /** By which the sender can be reached himself: e-mail before telephone; else the strongest he names. */
    static Identity own(CustomerEvent claim) {
        for (var kind : List.of(Identity.Kind.EMAIL, Identity.Kind.PHONE)) {
            for (var identity : claim.identities()) {
                if (identity.kind() == kind) {
                    return identity;
                }
            }
        }
        return claim.identities().getFirst();
    }

    /** The claim without the identities that are not believed. */
    static CustomerEvent without(CustomerEvent claim, List<Identity> refused) {
        var kept = claim.withIdentities(
                claim.identities().stream().filter(identity -> !refused.contains(identity)).toList());
        if (!(claim.data() instanceof EventData.Form form)) {
            return kept;
        }
        var traits = new TreeMap<>(form.traits());
        for (var identity : refused) {
            if (ADDRESSES.contains(identity.kind())) {
                traits.values().remove(identity.value());
            }
        }
        return kept.withData(new EventData.Form(form.form(), form.text(), form.topic(), traits, form.consents()));
    }

    /** The claim without what it tells and allows in the name of somebody who may know nothing of it. */
    static CustomerEvent bare(CustomerEvent claim) {
        if (!(claim.data() instanceof EventData.Form form)) {
            return claim;
        }
        var withdrawn = form.consents().stream().filter(choice -> !choice.given()).toList();
        return claim.withData(new EventData.Form(form.form(), form.text(), form.topic(), Map.of(), withdrawn));
    }
}
