/**
 * The hands: outbox, delivery, outcomes, tasks and the local mailbox; stores rendered text.
 *
 * <p>In: actions that a decision proposed and arbitration let pass.
 *
 * <p>Out: messages to the outside, and their outcome as an event through the door.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"facts", "intake", "customer"})
package io.rapport.action;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
