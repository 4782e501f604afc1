package io.rapport.console;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/** Always up: rules take unknown for an answer. Says how old the forecasts are, and whether they are to be read with care. */
@Component
class ForecastHealth extends AbstractHealthIndicator {

    private final Reports reports;

    ForecastHealth(Reports reports) {
        super("The forecasts cannot be read");
        this.reports = reports;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        var forecasts = reports.forecasts();
        builder.up();
        if (forecasts == null) {
            builder.withDetail("fitted", "not yet");
            return;
        }
        builder.withDetail("until", forecasts.until().toString()).withDetail("customers", forecasts.customers())
                .withDetail("stale", forecasts.stale()).withDetail("thin", forecasts.thin());
    }
}
