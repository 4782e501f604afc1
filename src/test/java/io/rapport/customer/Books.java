package io.rapport.customer;

import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Supplier;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The room alone on a real database: H2 in a directory, or what the system property {@code rapport.test.url} names. */
final class Books implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    Books(Path directory) {
        this(directory, Clock.systemUTC());
    }

    Books(Path directory, Clock clock) {
        var url = System.getProperty("rapport.test.url", "jdbc:h2:file:" + directory.resolve("books") + ";WRITE_DELAY=0");
        context = new SpringApplicationBuilder(Room.class)
                .web(WebApplicationType.NONE)
                .initializers(start -> start.getBeanFactory().registerSingleton("clock", clock))
                .properties("spring.datasource.url=" + url, "spring.main.banner-mode=off",
                        "spring.jpa.hibernate.ddl-auto=validate", "spring.config.name=none",
                        "spring.flyway.clean-disabled=false", "logging.level.root=warn")
                .run();
    }

    <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    CustomerLedger ledger() {
        return get(CustomerLedger.class);
    }

    void transaction(Runnable work) {
        new TransactionTemplate(get(PlatformTransactionManager.class)).executeWithoutResult(status -> work.run());
    }

    <T> T transaction(Supplier<T> work) {
        return new TransactionTemplate(get(PlatformTransactionManager.class)).execute(status -> work.get());
    }

    @Override
    public void close() {
        context.close();
    }

    @SpringBootConfiguration
    @AutoConfigurationPackage
    @ComponentScan
    @ImportAutoConfiguration({DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class,
            HibernateJpaAutoConfiguration.class, TransactionAutoConfiguration.class})
    static class Room {}
}
