/**
 * The words: the records that rules read and conclude, and everything that travels between rooms.
 *
 * <p>In: nothing: this room has no input of its own.
 *
 * <p>Out: value types, on {@code java.*} and annotations alone. A rename here is a breaking change for marketers.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package io.rapport.facts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
