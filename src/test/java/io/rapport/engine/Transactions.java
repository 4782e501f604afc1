package io.rapport.engine;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.rapport.engine.queue.DiskReserve;
import io.rapport.engine.queue.EventTransaction;
import io.rapport.engine.queue.FailurePolicy;
import io.rapport.facts.CustomerEvent;
import io.rapport.intake.EventQueue;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.data.jpa.autoconfigure.DataJpaRepositoriesAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;

/** The transaction half of the engine on a real database and the shipped rules: no queue, no routes, a clock that is moved. */
final class Transactions implements AutoCloseable {

    private final MovedClock clock;
    private final ConfigurableApplicationContext context;

    Transactions(Path directory, Instant now) {
        this(directory, now, Map.of("rapport.publishing.features", "no-features"));
    }

    Transactions(Path directory, Instant now, Map<String, Object> settings) {
        clock = new MovedClock(now);
        var url = System.getProperty("rapport.test.url", "jdbc:h2:file:" + directory.resolve("books") + ";WRITE_DELAY=0");
        context = new SpringApplicationBuilder(Half.class)
                .web(WebApplicationType.NONE)
                .initializers(start -> start.getBeanFactory().registerSingleton("clock", clock))
                .properties(Map.of(
                        "spring.datasource.url", url,
                        "spring.main.banner-mode", "off",
                        "spring.config.name", "none",
                        "spring.jpa.hibernate.ddl-auto", "validate",
                        "rapport.publishing.rules", "rules",
                        "logging.level.root", "error"))
                .properties(settings)
                .run();
    }

    <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    void take(CustomerEvent... events) {
        get(EventTransaction.class).handle(List.of(events));
    }

    void moveTo(Instant now) {
        clock.now = now;
    }

    void pass(Duration time) {
        clock.now = clock.now.plus(time);
    }

    @Override
    public void close() {
        context.close();
    }

    private static final class MovedClock extends Clock {

        private volatile Instant now;

        MovedClock(Instant now) {
            this.now = now;
        }

        @Override
        public Instant instant() {
            return now;
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

    /** Not marked as a configuration, or every other test of the room would find it and start only this half. */
    @AutoConfigurationPackage(basePackages = "io.rapport")
    @ConfigurationPropertiesScan("io.rapport")
    @ComponentScan(basePackages = {"io.rapport.customer", "io.rapport.publishing", "io.rapport.action"},
            excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX,
                    pattern = ".*(SenderLoop|RulebookWatch|Tests.*|Room)"))
    @Import({StepTransaction.class, OrderVersions.class, Contexts.class, Courses.class, Rendering.class, Reviews.class,
            Refold.class, Sweep.class, Lease.class,
            Merging.class, Crossing.class, SnapshotSchedule.class, HistoryImport.class, FailurePolicy.class,
            PastTransaction.class, ImportTurn.class,
            MonthEnds.class,
            Door.class, StepMeters.class, KnownSuppressions.class, Confirmations.class, SignedLinks.class})
    @ImportAutoConfiguration({DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class,
            HibernateJpaAutoConfiguration.class,
            DataJpaRepositoriesAutoConfiguration.class, TransactionAutoConfiguration.class})
    static class Half {

        @Bean
        EventQueue queue() {
            return new EventQueue() {
                @Override
                public void put(CustomerEvent event) {
                    throw new UnsupportedOperationException();
                }

                @Override
                public void putAll(List<CustomerEvent> events) {
                    throw new UnsupportedOperationException();
                }
            };
        }

        @Bean
        AtomicLong roomOnTheDisk() {
            return new AtomicLong(Long.MAX_VALUE);
        }

        @Bean
        DiskReserve disk(AtomicLong roomOnTheDisk) {
            return new DiskReserve(roomOnTheDisk::get, 1_000);
        }

        @Bean
        MeterRegistry meters() {
            return new SimpleMeterRegistry();
        }

        @Bean
        CamelContext camel() throws Exception {
            var camel = new DefaultCamelContext();
            camel.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    var route = from("direct:order-columns");
                    Map.of("shop.system", "retail", "shop.returns", "C", "column.order", "invoice", "column.product",
                            "stock_code",
                            "column.price", "unit_price", "column.time", "ts", "column.customer", "customer_id", "file.comments",
                            "#")
                            .forEach((name, value) -> route.setVariable(name, constant(value)));
                }
            });
            camel.start();
            return camel;
        }
    }

    /** Of the doors only what an import needs. */
    @ComponentScan(basePackages = "io.rapport.intake", useDefaultFilters = false,
            includeFilters = @ComponentScan.Filter(type = FilterType.REGEX,
                    pattern = ".*\\.(Quarantine|OrderMapping|CurrentBooks|IntakeConfiguration|EventGate)"))
    static class Door {}
}
