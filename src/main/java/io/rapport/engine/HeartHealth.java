package io.rapport.engine;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/** Down while events wait because nothing takes them from the queue; a hitch of some seconds is not told. */
@Component
class HeartHealth extends AbstractHealthIndicator {

    private final Heart heart;

    HeartHealth(Heart heart) {
        super("How the consumers are doing cannot be told");
        this.heart = heart;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        var because = heart.standsStillBecause();
        if (because != null) {
            builder.down().withDetail("because", because);
        } else {
            builder.up().withDetail("parked", heart.parked());
        }
    }
}
