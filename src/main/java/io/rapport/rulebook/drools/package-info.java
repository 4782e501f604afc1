/**
 * Compiling: the syntax tree becomes rules of Drools, which hold numbers only, and each layer between them and the processor: shape,
 * bytecode, visible classes, time. What generated code may touch is {@link io.rapport.rulebook.drools.Look} and
 * {@link io.rapport.rulebook.drools.Firing}, nothing else.
 */
@NullMarked
package io.rapport.rulebook.drools;

import org.jspecify.annotations.NullMarked;
