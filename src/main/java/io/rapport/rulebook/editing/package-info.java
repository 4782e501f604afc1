/** Editing: what helps while a rule is written. Completion of cells and sentences, and a whole file said in the other language. */
@NullMarked
package io.rapport.rulebook.editing;

import org.jspecify.annotations.NullMarked;
