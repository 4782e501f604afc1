/**
 * Who this is: event log, identity, memory, consent, decisions, reviews, snapshots; the only room with tables about customers.
 *
 * <p>In: events and decisions to keep, identities to resolve.
 *
 * <p>Out: customers with their memory, locked for the running transaction where asked.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"facts", "forecast"})
package io.rapport.customer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
