package io.rapport;

import java.time.Clock;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts the engine with everything it needs in one process: database, queue, routes, rules and console. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class Rapport {

    /**
     * Starts the application.
     *
     * @param arguments settings as {@code --name=value}
     */
    public static void main(String[] arguments) {
        // Must come first: without it the broker's journal fails on its second start on JDK 25.
        System.setProperty("io.netty.noUnsafe", "false");
        SpringApplication.run(Rapport.class, arguments);
    }

    /** The one clock of the process; everything that needs the time is given this one. */
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
