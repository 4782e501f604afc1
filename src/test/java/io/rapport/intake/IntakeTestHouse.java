package io.rapport.intake;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;

/**
 * The room intake alone: its beans, its table, Camel without routes, and a queue that can be looked into. Not annotated as a
 * configuration, so that the whole house does not find it.
 */
@EnableAutoConfiguration
@ComponentScan(basePackages = "io.rapport.intake")
@EntityScan("io.rapport.intake")
@EnableJpaRepositories("io.rapport.intake")
@EnableConfigurationProperties({IntakeSettings.class, BookSettings.class})
public class IntakeTestHouse {

    public static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    @Bean
    Clock clock() {
        return Clock.fixed(NOW, ZoneOffset.UTC);
    }

    @Bean
    QueueInMemory queue() {
        return new QueueInMemory();
    }
}
