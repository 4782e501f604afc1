/**
 * The judge: the pure step, and the loop of clock and reviews around it.
 *
 * <pre>
 *   memory + event -> understand (product lines) -> fold -> classify -> relate -> churn -> care -> limits -> decision
 *                                                                                   |
 *          Course: what was concluded is remembered at once, then decided again  <--+--  reviews that fall due
 * </pre>
 *
 * <p>In: memory, event, context and instant.
 *
 * <p>Out: new memory and a decision with its reasons. No I/O, no clock, no randomness.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"facts", "rulebook"})
package io.rapport.decision;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
