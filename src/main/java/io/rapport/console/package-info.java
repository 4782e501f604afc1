/**
 * The window: pages, REST and command line. Nothing depends on it.
 *
 * <p>In: requests of people.
 *
 * <p>Out: pages and answers for a person's eyes.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"facts", "forecast", "intake", "customer", "rulebook", "decision", "policy", "publishing",
                "publishing::dryrun",
                "action",
                "engine",
                "engine::queue"})
package io.rapport.console;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
