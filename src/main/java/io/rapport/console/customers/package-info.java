/** One customer on one page: who, value, stage, relationship, risk and why; what if; the way from a decision to an example. */
@NullMarked
package io.rapport.console.customers;

import org.jspecify.annotations.NullMarked;
