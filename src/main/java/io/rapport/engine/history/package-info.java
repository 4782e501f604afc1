/** History: what the import of a file shows while it runs and when it is done. */
@NullMarked
package io.rapport.engine.history;

import org.jspecify.annotations.NullMarked;
