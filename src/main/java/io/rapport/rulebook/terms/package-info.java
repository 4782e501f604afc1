/**
 * The words: every term that a rule may ask about, with its type, unit, help, English and Chinese wording, and how it is read off a
 * situation. A new word is added here, in one place.
 */
@NullMarked
package io.rapport.rulebook.terms;

import org.jspecify.annotations.NullMarked;
