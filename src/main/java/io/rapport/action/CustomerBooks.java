package io.rapport.action;

import java.util.List;

import org.springframework.stereotype.Component;

import io.rapport.customer.Consents;
import io.rapport.customer.CustomerFile;
import io.rapport.customer.Suppressions;
import io.rapport.facts.Address;
import io.rapport.facts.Channel;
import io.rapport.facts.Identity;
import io.rapport.facts.Purpose;

/** The books of the room {@code customer}, narrowed to what delivery asks. */
@Component
final class CustomerBooks implements Customers {

    private final Consents consents;
    private final Suppressions suppressions;
    private final CustomerFile file;

    CustomerBooks(Consents consents, Suppressions suppressions, CustomerFile file) {
        this.consents = consents;
        this.suppressions = suppressions;
        this.file = file;
    }

    @Override
    public boolean allows(long customer, Channel channel, Purpose purpose) {
        return consents.allows(customer, channel, purpose);
    }

    @Override
    public boolean suppresses(Channel channel, String address) {
        var kind = Address.kind(channel);
        return kind != null && !suppressions.among(List.of(Address.key(kind, address))).isEmpty();
    }

    @Override
    public List<Identity> identities(long customer) {
        return file.identities(List.of(customer)).getOrDefault(customer, List.of());
    }
}
