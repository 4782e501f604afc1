/**
 * The shelf: vocabulary, reading, syntax tree, checks, generation, compilation and templates.
 *
 * <p>In: rule files and templates as text.
 *
 * <p>Out: an immutable rulebook, or a list of findings with file, line and column.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"facts", "forecast"})
package io.rapport.rulebook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
