package io.rapport.engine;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** The last line of a start: where the engine is and what to try. */
@Component
class ReadyLine {

    private final Environment environment;

    ReadyLine(Environment environment) {
        this.environment = environment;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Order(Ordered.LOWEST_PRECEDENCE)
    void print() {
        String port = environment.getProperty("local.server.port");
        if (port != null) {
            System.out.println(text("http://localhost:" + port));
        }
    }

    private static String text(String address) {
        return """

                Rapport is ready: %s
                Three things to try:
                  1. drop an order file:  cp src/samples/orders/* data/inbox/orders/
                  2. drop a mail:         cp src/samples/mails/* data/inbox/mails/
                  3. post a web form:     sh src/samples/forms/post.sh
                """.formatted(address);
    }
}
