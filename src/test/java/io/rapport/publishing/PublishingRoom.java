package io.rapport.publishing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;

import io.rapport.rulebook.RuleFiles;

/** The room alone, over a real H2 file and a real folder; it can be stopped and started again. */
record PublishingRoom(Path home) {

    static final String TIER = "1-classify/tier.csv";

    /** A rulebook of one table, whose first bound is the given text. */
    static RuleFiles tierFrom(String topPercent) {
        return new RuleFiles(new TreeMap<>(Map.of(TIER, tierTable(topPercent))));
    }

    static String tierTable(String topPercent) {
        return """
                # Tier by current value
                # id: TIER-001
                # owner: marketing
                # status: live
                # since: 2026-12-01
                # purpose: The best customers get the best care.
                # wrongly catches: nobody known
                # hit policy: first
                "current value, in the top %",tier
                TOP,diamond
                100,lead
                """.replace("TOP", topPercent);
    }

    Path rules() {
        return home.resolve("rules");
    }

    Path features() {
        return home.resolve("features");
    }

    /** Saves an example that holds when the best percent of customers is diamond, and not when only the best half is. */
    void saveExample() {
        saveExample("diamond");
    }

    void saveExample(String tier) {
        save(features().resolve("tier.feature"), """
                Feature: Tier
                  Scenario: the tenth of a thousand
                    Given there are 1,000 customers
                    And Li Lei ranks 10th by current value
                    When Li Lei is looked at again
                    Then Li Lei's tier is TIER
                """.replace("TIER", tier));
    }

    /** Saves the table as an editor does: all at once, by a rename. */
    void save(String topPercent) {
        save(rules().resolve(TIER), tierTable(topPercent));
    }

    private static void save(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Path temporary = file.resolveSibling(file.getFileName() + ".tmp");
            Files.writeString(temporary, text);
            Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ConfigurableApplicationContext start(String... settings) {
        return new SpringApplicationBuilder(Room.class).web(WebApplicationType.NONE).bannerMode(Banner.Mode.OFF)
                .properties("spring.datasource.url=jdbc:h2:file:" + home.resolve("db") + ";WRITE_DELAY=0",
                        "spring.datasource.username=sa", "rapport.publishing.rules=" + rules(),
                        "rapport.publishing.features=" + features(),
                        "rapport.data-directory=" + home.resolve("data-" + UUID.randomUUID()),
                        "rapport.publishing.poll-interval=100ms", "rapport.publishing.quiet=50ms",
                        "spring.config.location=optional:classpath:none/", "spring.jpa.open-in-view=false",
                        "spring.jpa.hibernate.ddl-auto=none", "logging.level.root=error")
                .properties(settings).run();
    }

    @ComponentScan("io.rapport.publishing")
    @EntityScan("io.rapport.publishing")
    @ConfigurationPropertiesScan("io.rapport.publishing")
    @ImportAutoConfiguration({DataSourceAutoConfiguration.class, TransactionAutoConfiguration.class,
            HibernateJpaAutoConfiguration.class, FlywayAutoConfiguration.class})
    static class Room {

        @Bean
        Clock clock(@Value("${clock.ahead:PT0S}") Duration ahead) {
            MovedClock clock = new MovedClock();
            clock.pass(ahead);
            return clock;
        }
    }

    /** The time of day, moved as far as a test says. */
    static final class MovedClock extends Clock {

        private volatile Duration ahead = Duration.ZERO;

        void pass(Duration time) {
            ahead = ahead.plus(time);
        }

        @Override
        public Instant instant() {
            return Instant.now().plus(ahead);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }
}
