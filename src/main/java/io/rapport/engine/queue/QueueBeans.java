package io.rapport.engine.queue;

import java.nio.file.Path;

import io.rapport.engine.EngineSettings;
import jakarta.jms.ConnectionFactory;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.camel.component.jms.JmsComponent;
import org.jspecify.annotations.Nullable;
import org.messaginghub.pooled.jms.JmsPoolConnectionFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The broker, embedded or not, and the ways to it. */
@Configuration(proxyBeanMethods = false)
public class QueueBeans {

    @Bean(initMethod = "start")
    @ConditionalOnExpression("'${rapport.engine.broker.url:}'.isBlank()")
    EmbeddedBroker embeddedBroker(EngineSettings settings, @Value("${rapport.data-directory}") String directory) {
        return new EmbeddedBroker(Path.of(directory, "queue"), settings.broker());
    }

    /** One connection at a time, for the consumers; the sessions of a pool would be shared. */
    @Bean(destroyMethod = "close")
    ActiveMQConnectionFactory brokerConnections(EngineSettings settings, ObjectProvider<EmbeddedBroker> embedded) {
        EngineSettings.Broker broker = settings.broker();
        EmbeddedBroker own = embedded.getIfAvailable();
        return own == null
                ? new ActiveMQConnectionFactory(broker.url(), broker.user(), broker.password())
                : new ActiveMQConnectionFactory(own.url());
    }

    /** For everyone who sends: web threads, routes, the outbox. */
    @Bean(destroyMethod = "stop")
    JmsPoolConnectionFactory pooledConnections(ActiveMQConnectionFactory brokerConnections) {
        JmsPoolConnectionFactory pool = new JmsPoolConnectionFactory();
        pool.setConnectionFactory(brokerConnections);
        pool.setMaxConnections(2);
        return pool;
    }

    /** {@code jms:} in route files. Bodies only: headers of foreign messages are never taken over unasked. */
    @Bean
    JmsComponent jms(@Qualifier("pooledConnections") ConnectionFactory connections) {
        return jmsComponent(connections);
    }

    public static JmsComponent jmsComponent(@Nullable ConnectionFactory connections) {
        JmsComponent component = new JmsComponent();
        component.setConnectionFactory(connections);
        component.setMapJmsMessage(false);
        return component;
    }
}
