/** Orders: rows of CSV or JSON, of any size, become order events; what cannot be read is told with its line. */
@NullMarked
package io.rapport.intake.orders;

import org.jspecify.annotations.NullMarked;
