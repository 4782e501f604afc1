/** The steps: what the sentences of the examples do, in English and Chinese, over a world with a clock that moves. */
@NullMarked
package io.rapport.policy.steps;

import org.jspecify.annotations.NullMarked;
