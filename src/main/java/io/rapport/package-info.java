/**
 * A rules-driven customer engagement engine. How an event travels through the rooms:
 *
 * <pre>
 *   mail   web form   orders   call-centre   survey ...                  the clock
 *      \      |         /                                                    |
 *    routes/1x-*-in.camel.yaml                                               |
 *             |                                                              |
 *          intake     one CustomerEvent, or quarantine with the reason       |
 *             |  durable send, then the source is told                       |
 *       queue events.received   (grouped by the strongest identity)          |
 *             |  a batch at a time                                           |
 *          engine     one transaction: append, resolve, lock, step, remember, fill the outbox
 *             |            |             |            |
 *             |         customer      decision     rulebook   (publishing says which one is live; policy is its gate)
 *             |  commit, then acknowledge
 *          action     outbox: consent checked again at the moment of sending
 *             |
 *    routes/3x-*-out.camel.yaml  ->  SMTP, webhook, SMS, letter, task
 *             |
 *          outcomes come back in as events; console shows all of it
 * </pre>
 *
 * <p>{@code facts} holds the words that all rooms share. Each room's {@code package-info} says what it does, what comes in, what
 * goes out and which rooms it may use; a test holds it to that.
 */
@NullMarked
package io.rapport;

import org.jspecify.annotations.NullMarked;
