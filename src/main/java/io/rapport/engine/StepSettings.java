package io.rapport.engine;

import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What every decision rests on beside rules and population, prefix {@code rapport.engine.step}. Both go into memories: after a
 * change, fold all of them anew.
 *
 * @param zone time zone of customers who told none of their own, default UTC
 * @param tauDays how fast the decayed purchase counters fade, in days, default 182 (26 weeks)
 */
@ConfigurationProperties("rapport.engine.step")
record StepSettings(@DefaultValue("UTC") ZoneId zone, @DefaultValue("182") double tauDays) {}
