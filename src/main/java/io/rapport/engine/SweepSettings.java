package io.rapport.engine;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How everybody is brought up to date after a publication or a snapshot, prefix {@code rapport.engine.sweep}.
 *
 * @param interval how often somebody looks whether there is anybody to bring up to date, default 1 second
 * @param perSecond customers looked at a second at most, so that arriving events keep their pace, default 1,000
 * @param threads that work at it, default 2
 * @param batch most customers in one transaction, default 100
 */
@ConfigurationProperties("rapport.engine.sweep")
record SweepSettings(
        @DefaultValue("1s") Duration interval,
        @DefaultValue("1000") int perSecond,
        @DefaultValue("2") int threads,
        @DefaultValue("100") int batch) {

    SweepSettings {
        if (perSecond < 1 || threads < 1 || threads > 64 || batch < 1 || batch > 10_000) {
            throw new IllegalArgumentException("rapport.engine.sweep is [per-second " + perSecond + ", threads " + threads
                    + ", batch " + batch + "]\nMaybe 1000, 2 and 100; each is at least 1.");
        }
    }
}
