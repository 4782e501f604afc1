/**
 * The words: records that rules read and conclude, a customer's memory among them, and what travels between rooms.
 *
 * <p>Comes in: nothing. Goes out: nothing; every other room speaks in these words. Only {@code java.*} and annotations,
 * never an entity of the database. A rename here is a breaking change for marketers.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package io.rapport.facts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
