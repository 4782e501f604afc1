/**
 * The forecast: what the population's history says about one customer's future. Only arithmetic; what follows from a figure is
 * said by rules.
 *
 * <pre>
 *   purchase days of many customers  -> Fit    -> ModelParameters (dated, with the figures of the fit)
 *   one customer's purchases + parameters      -> P(alive), P(buys), expected orders, lifetime value
 *   labelled rows                              -> scorecard (bins, integer points), quality report
 * </pre>
 *
 * <p>In: purchase days and amounts, labelled rows. Out: parameters, figures, tables. No I/O, no clock, no randomness: the same
 * history gives the same figures in whatever order it is told.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"facts"})
package io.rapport.forecast;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
