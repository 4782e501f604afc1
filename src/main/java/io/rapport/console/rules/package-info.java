/** The rules to look at: check, files, words, steps, handbook. */
@NullMarked
package io.rapport.console.rules;

import org.jspecify.annotations.NullMarked;
