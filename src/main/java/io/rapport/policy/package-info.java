/**
 * The examples: Gherkin steps and the runner for them; in the product because publishing uses it.
 *
 * <p>In: feature files and a rulebook.
 *
 * <p>Out: a result per scenario.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"facts", "forecast", "rulebook", "decision"})
package io.rapport.policy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
