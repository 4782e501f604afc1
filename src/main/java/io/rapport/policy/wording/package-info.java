/** The wording: dates, spans, money and values as examples write them, read and written. */
@NullMarked
package io.rapport.policy.wording;

import org.jspecify.annotations.NullMarked;
