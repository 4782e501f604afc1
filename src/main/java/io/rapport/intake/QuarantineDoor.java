package io.rapport.intake;

import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Puts a message away that a route could not make an event of. */
@Component("quarantineDoor")
final class QuarantineDoor implements Processor {

    private static final Logger LOG = LoggerFactory.getLogger(QuarantineDoor.class);

    private final Quarantine quarantine;

    QuarantineDoor(Quarantine quarantine) {
        this.quarantine = quarantine;
    }

    @Override
    public void process(Exchange exchange) throws Exception {
        Exception failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
        String reason = failure == null ? "no reason given" : String.valueOf(failure.getMessage());
        byte[] raw = exchange.getMessage().getBody(byte[].class);
        String route = exchange.getFromRouteId();
        String id = quarantine.put(route, reason, raw == null ? new byte[0] : raw, null);
        LOG.warn("{}: a message is in quarantine as [{}]", route, id);
    }
}
