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
            System.out.println(text("http://localhost:" + port, inbox(), samples()));
        }
    }

    private String inbox() {
        Path inbox = Path.of(environment.getProperty("rapport.intake.inbox", "data/inbox")).toAbsolutePath().normalize();
        return asSeenFromHere(inbox);
    }

    /** In the source tree, or in the archive that the start script runs from. */
    private static String samples() {
        String home = System.getProperty("rapport.home");
        return home == null ? "src/samples" : asSeenFromHere(Path.of(home, "samples"));
    }

    private static String asSeenFromHere(Path place) {
        Path here = Path.of("").toAbsolutePath();
        return (place.startsWith(here) ? here.relativize(place) : place).toString();
    }

    private static String text(String address, String inbox, String samples) {
        return """

                Rapport is ready: %1$s
                Three things to try:
                  cp %3$s/orders-online-retail.csv %2$s/orders/
                  cp %3$s/mails/*.eml %2$s/mails/
                  curl %1$s/forms/contact -d email=anna.smith@example.org -d message='Where is my order?'
                """.formatted(address, inbox, samples);
    }
}
