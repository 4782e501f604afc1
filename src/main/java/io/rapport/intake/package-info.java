/**
 * The door: one source message becomes one event, once, or goes to quarantine with its reason and its raw bytes.
 *
 * <p>In: messages as the route files hand them over: mail, form, order line, call note.
 *
 * <p>Out: a {@code CustomerEvent}, or a row in the quarantine.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"facts"})
package io.rapport.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
