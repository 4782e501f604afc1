package io.rapport.action;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How messages leave, whatever the channel.
 *
 * @param delivering whether this process delivers at all; true
 * @param pollInterval how long to wait when nothing was due; 1 second
 * @param batch messages leased at once; 50
 * @param lease how long one process holds a message before another may take it over, longer than one SMTP dialogue with
 *     all its timeouts; 5 minutes
 * @param firstRetry wait after the first answer "not now"; 1 minute, doubled each time
 * @param longestRetry upper bound of that wait; 2 hours
 * @param attempts how often a message is tried before it is given up as failed; 8
 */
@ConfigurationProperties("rapport.action")
record ActionSettings(
        @DefaultValue("true") boolean delivering,
        @DefaultValue("1s") Duration pollInterval,
        @DefaultValue("50") int batch,
        @DefaultValue("5m") Duration lease,
        @DefaultValue("1m") Duration firstRetry,
        @DefaultValue("2h") Duration longestRetry,
        @DefaultValue("8") int attempts) {}
