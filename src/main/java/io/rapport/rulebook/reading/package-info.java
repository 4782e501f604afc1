/**
 * Reading: the bytes of a table, a file of sentences or a template become drafts of rules, or problems with their place. The ways in
 * which cells and sentences may be written stand here, in both languages.
 */
@NullMarked
package io.rapport.rulebook.reading;

import org.jspecify.annotations.NullMarked;
