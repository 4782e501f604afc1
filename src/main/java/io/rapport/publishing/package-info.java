/**
 * The desk: versions of the rulebook, the live pointer, examples as gate, dry run and rollback.
 *
 * <p>In: a draft of rule files, from the folder {@code rules/} or from a person.
 *
 * <p>Out: the published rulebook that decides from now on, or the reasons why the draft was refused.
 *
 * <p>What the database says is live is live: a start compiles that version, not the folder. A swap waits for nobody: who still
 * decides by an old rulebook goes on, and his last session closes it.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"facts", "customer", "rulebook", "decision", "policy"})
package io.rapport.publishing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
