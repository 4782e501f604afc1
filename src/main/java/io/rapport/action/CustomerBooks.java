package io.rapport.action;

import java.util.List;

import org.springframework.stereotype.Component;

import io.rapport.customer.Consents;
import io.rapport.customer.CustomerFile;
import io.rapport.facts.Channel;
import io.rapport.facts.Identity;
import io.rapport.facts.Purpose;

/** The books of the room {@code customer}, narrowed to what delivery asks. */
@Component
final class CustomerBooks implements Customers {

    private final Consents consents;
    private final CustomerFile file;

    CustomerBooks(Consents consents, CustomerFile file) {
        this.consents = consents;
        this.file = file;
    }

    @Override
    public boolean allows(long customer, Channel channel, Purpose purpose) {
        return consents.allows(customer, channel, purpose);
    }

    @Override
    public List<Identity> identities(long customer) {
        return file.identities(List.of(customer)).getOrDefault(customer, List.of());
    }
}
