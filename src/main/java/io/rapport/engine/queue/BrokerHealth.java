package io.rapport.engine.queue;

import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/** Up while the broker accepts connections. */
@Component
class BrokerHealth extends AbstractHealthIndicator {

    private final ConnectionFactory connections;
    private final ObjectProvider<EmbeddedBroker> embedded;

    BrokerHealth(@Qualifier("pooledConnections") ConnectionFactory connections, ObjectProvider<EmbeddedBroker> embedded) {
        super("The broker does not answer");
        this.connections = connections;
        this.embedded = embedded;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) throws Exception {
        EmbeddedBroker own = embedded.getIfAvailable();
        if (own != null && !own.active()) {
            builder.down().withDetail("embedded", "not active");
            return;
        }
        try (Connection connection = connections.createConnection()) {
            builder.up().withDetail("broker", own == null ? connection.getMetaData().getJMSProviderName() : "embedded");
        }
        if (own != null) {
            builder.withDetail("waiting", own.waiting());
        }
    }
}
