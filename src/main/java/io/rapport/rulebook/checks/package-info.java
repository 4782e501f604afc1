/**
 * The checks on rules that can be read but cannot be meant: gaps, overlaps, rows nobody reaches, contradictions, rules that never
 * hold, words used before they are concluded, a threshold that stands twice. Each shows a customer in the steps of the examples.
 */
@NullMarked
package io.rapport.rulebook.checks;

import org.jspecify.annotations.NullMarked;
