/**
 * The hands: outbox, delivery, outcomes, tasks and the local mailbox; stores rendered text.
 *
 * <p>In: actions that a decision proposed and arbitration let pass, through {@link io.rapport.action.Outbox#fill} in the
 * transaction of the decision.
 *
 * <p>Out: messages to the outside, and their outcome as {@code customer.contacted} through the door of intake.
 *
 * <pre>
 *   fill -> waiting -> leased -> (consent, switches) -> attempt marked and committed -> SMTP or local mailbox
 *              ^                                                                          |
 *              +--- not taken for now: again later, with jitter --------------------------+--> sent, local, failed, uncertain
 * </pre>
 *
 * <p>A message whose channel has no door yet (letter, SMS, phone ...) becomes a task: an agent carries it out by hand.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"facts", "intake", "customer"})
package io.rapport.action;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
