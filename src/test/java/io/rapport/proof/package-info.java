/**
 * The proof from outside: the packaged application under load and {@code kill -9}, a ledger that it cannot touch, and a
 * checker that compares the two. The checker itself is tested by planting each fault it looks for.
 */
package io.rapport.proof;
