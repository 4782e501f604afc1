package io.rapport.intake.forms;

import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import io.rapport.facts.CustomerEvent;
import io.rapport.facts.EventData;
import io.rapport.facts.EventTypes;
import io.rapport.facts.Identity;
import io.rapport.intake.Digest;
import io.rapport.intake.EventQueue;
import io.rapport.intake.FormRefused;
import io.rapport.intake.Identities;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.springframework.stereotype.Component;

/**
 * Takes one web form; returns when its event is durable. The event's id comes from the sender's idempotency key and from whom the
 * form is about; without a key a button pressed twice is one form ({@link Repetitions}).
 */
@Component("webFormDoor")
final class FormDoor implements Processor {

    /** Header with the form's name, set by the endpoint. */
    static final String FORM = "rapportForm";

    /** Header with the sender's idempotency key, may be missing. */
    static final String KEY = "rapportIdempotencyKey";

    private final EventQueue queue;

    private final Identities identities;

    private final Repetitions repetitions;

    private final Clock clock;

    FormDoor(EventQueue queue, Identities identities, Repetitions repetitions, Clock clock) {
        this.queue = queue;
        this.identities = identities;
        this.repetitions = repetitions;
        this.clock = clock;
    }

    @Override
    public void process(Exchange exchange) throws Exception {
        String form = exchange.getMessage().getHeader(FORM, "", String.class);
        String key = exchange.getMessage().getHeader(KEY, "", String.class);
        Map<String, String> fields = new TreeMap<>();
        exchange.getMessage().getMandatoryBody(Map.class)
                .forEach((name, value) -> fields.put(String.valueOf(name), String.valueOf(value)));
        CustomerEvent event = event(form, key, fields, FormMapping.of(exchange.getVariables()));
        queue.put(event);
        exchange.getMessage().setBody(event.id());
    }

    private CustomerEvent event(String form, String key, Map<String, String> fields, FormMapping mapping) throws FormRefused {
        FormReading reading = new FormReading(mapping, identities, clock).read(fields);
        String people = reading.identities().stream().map(Identity::key).sorted().toList().toString();
        String content = content(form, fields);
        if (!key.isEmpty() && repetitions.isKeyOfAnother(form, key, content)) {
            throw new KeyReused();
        }
        String id = "form/" + form + "/"
                + (key.isEmpty() ? repetitions.unkeyed(Digest.of(people), content) : Digest.of("key", key, people));
        return new CustomerEvent(id, "web-forms-in/" + form, EventTypes.WEB_FORM, reading.identities(), clock.instant(),
                new EventData.Form(form, reading.message(), null, reading.traits(), reading.consents(),
                        reading.awaited()));
    }

    private static String content(String form, Map<String, String> fields) {
        return Digest.of(Stream.concat(Stream.of(form), fields.entrySet().stream()
                .flatMap(field -> Stream.of(field.getKey(), field.getValue()))).toArray(String[]::new));
    }
}
