/**
 * The heart: the transaction around the step; queue and broker, route files, due reviews, refold, replay and import.
 *
 * <p>In: events from the queue and reviews from the clock.
 *
 * <p>Out: committed decisions and a filled outbox.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"facts", "intake", "customer", "rulebook", "decision", "policy", "publishing", "action"})
package io.rapport.engine;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
