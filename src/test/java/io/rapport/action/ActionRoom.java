package io.rapport.action;

import java.util.List;

import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.mail.autoconfigure.MailSenderAutoConfiguration;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.rapport.action.OutboxMessage.Status;

/** The room alone, over a real database, with what its tests do again and again. */
@ComponentScan(basePackages = "io.rapport.action", excludeFilters = @ComponentScan.Filter(
        type = FilterType.ASSIGNABLE_TYPE, classes = {SenderLoop.class, CustomerBooks.class}))
@EntityScan("io.rapport.action")
@ConfigurationPropertiesScan("io.rapport.action")
@ImportAutoConfiguration({DataSourceAutoConfiguration.class, TransactionAutoConfiguration.class,
        HibernateJpaAutoConfiguration.class, FlywayAutoConfiguration.class, MailSenderAutoConfiguration.class})
class ActionRoom {

    @Bean
    MovableClock clock() {
        return new MovableClock();
    }

    @Bean
    Outside outside() {
        return new Outside();
    }

    @Bean
    MeterRegistry meters() {
        return new SimpleMeterRegistry();
    }

    @Bean
    Bench bench(Outbox outbox, Rows rows, Sender sender, Outside outside, PlatformTransactionManager transactions) {
        return new Bench(outbox, rows, sender, outside, new TransactionTemplate(transactions));
    }

    /** Puts things on the table, lets the hands work, and looks at what lies there afterwards. */
    record Bench(Outbox outbox, Rows rows, Sender sender, Outside outside, TransactionTemplate transaction) {

        void clear() {
            rows.change(session -> List.of("OutboxRow", "TaskRow", "SwitchRow")
                    .forEach(entity -> session.createMutationQuery("delete from " + entity).executeUpdate()));
            outside.forget();
        }

        void fill(Dispatch... dispatches) {
            transaction.executeWithoutResult(status -> outbox.fill(List.of(dispatches)));
        }

        void work() {
            sender.round(() -> true);
        }

        Status statusOf(String actionId) {
            return outbox.ofCustomer(Dispatches.ANNA, 0, 100).stream().filter(message -> message.actionId().equals(actionId))
                    .findFirst().orElseThrow().status();
        }

        List<String> told() {
            return outside.told.stream().map(event -> event.id()).toList();
        }
    }
}
