/**
 * The desk: versions of the rulebook, the live pointer, examples as gate, dry run and rollback.
 *
 * <p>In: a draft of rule files.
 *
 * <p>Out: the published rulebook that decides from now on, or the reasons why the draft was refused.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"facts", "customer", "rulebook", "decision", "policy"})
package io.rapport.publishing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
