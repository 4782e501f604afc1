package io.rapport.engine;

import java.nio.file.Path;
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
            System.out.println(text("http://localhost:" + port, inbox()));
        }
    }

    private String inbox() {
        Path inbox = Path.of(environment.getProperty("rapport.intake.inbox", "data/inbox")).toAbsolutePath().normalize();
        Path here = Path.of("").toAbsolutePath();
        return (inbox.startsWith(here) ? here.relativize(inbox) : inbox).toString();
    }

    private static String text(String address, String inbox) {
        return """

                Rapport is ready: %1$s
                Three things to try:
                  cp src/samples/orders-online-retail.csv %2$s/orders/
                  cp src/samples/mails/*.eml %2$s/mails/
                  curl %1$s/forms/contact -d email=anna.smith@example.org -d message='Where is my order?'
                """.formatted(address, inbox);
    }
}
