/** The start: one process to one data folder, and a start that is refused says why. */
@NullMarked
package io.rapport.engine.start;

import org.jspecify.annotations.NullMarked;
