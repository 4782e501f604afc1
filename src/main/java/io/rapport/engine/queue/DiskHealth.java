package io.rapport.engine.queue;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/** The disk of the data folder, wherever the engine was started. Takes the place of Spring's look at the working folder. */
@Component("diskSpaceHealthIndicator")
class DiskHealth extends AbstractHealthIndicator {

    private final DiskReserve disk;

    DiskHealth(DiskReserve disk) {
        super("The disk of the data folder cannot be asked");
        this.disk = disk;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        var usable = disk.usable();
        (usable < disk.reserve() ? builder.down() : builder.up())
                .withDetail("usable", usable).withDetail("reserve", disk.reserve());
    }
}
