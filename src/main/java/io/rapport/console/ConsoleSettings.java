package io.rapport.console;

import java.time.Duration;
import java.util.Set;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the pages behave.
 *
 * @param refresh how often the first page renews itself, in whole seconds; zero for never
 * @param rows how many rows a list shows on one page
 * @param hosts the names under which the pages may be asked for, so that a foreign site cannot point its own name here;
 *     empty for any
 */
@ConfigurationProperties("rapport.console")
public record ConsoleSettings(
        @DefaultValue("10s") Duration refresh,
        @DefaultValue("25") int rows,
        @DefaultValue( {
                "localhost", "127.0.0.1", "[::1]"}) Set<String> hosts){

    public ConsoleSettings {
        if (rows < 1 || rows > 500) {
            throw new IllegalArgumentException(
                    "rapport.console.rows is [" + rows + "].\nMaybe use a number from 1 to 500.");
        }
        hosts = Set.copyOf(hosts);
    }
}
