package io.rapport.intake.forms;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.rapport.intake.FormRefused;
import io.rapport.intake.FormRefused.Problem;
import io.rapport.intake.IntakeSettings;
import io.rapport.intake.QueueUnavailable;
import jakarta.annotation.PreDestroy;
import jakarta.servlet.http.HttpServletRequest;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.component.direct.DirectConsumerNotAvailableException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where web forms are posted. It only limits size and rate and hands the fields to the route {@code direct:web-form}; it answers
 * 202 when the event is on disk, and what is wrong in the language that the sender asks for.
 */
@RestController
class FormEndpoint {

    private static final Logger LOG = LoggerFactory.getLogger(FormEndpoint.class);

    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9-]{0,59}");

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,200}");

    private final ProducerTemplate routes;

    private final int mostBytes;

    private final RateLimit rate;

    private final MessageSource words;

    /** What is answered: the event's id, or what was wrong. */
    record Answer(String status, @Nullable String id, List<Wrong> problems) {}

    /** What is wrong with one field, empty for the form as a whole, in the words of who reads it. */
    record Wrong(String field, String message) {}

    FormEndpoint(CamelContext camel, IntakeSettings settings, MessageSource words) {
        this.words = words;
        this.routes = camel.createProducerTemplate();
        this.mostBytes = Math.toIntExact(settings.largestForm().toBytes());
        this.rate = new RateLimit(settings.formsPerMinute());
    }

    @PostMapping("/forms/{form}")
    ResponseEntity<Answer> post(@PathVariable String form,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            HttpServletRequest request, Locale reader) throws IOException {
        Duration wait = rate.wait(request.getRemoteAddr());
        if (wait.isPositive()) {
            return answer(HttpStatus.TOO_MANY_REQUESTS, wait, reader, new Problem("", "form.rate"));
        }
        if (!FORM.matcher(form).matches()) {
            return answer(HttpStatus.BAD_REQUEST, Duration.ZERO, reader, new Problem("form", "form.name"));
        }
        if (key != null && !KEY.matcher(key).matches()) {
            return answer(HttpStatus.BAD_REQUEST, Duration.ZERO, reader, new Problem("Idempotency-Key", "form.key"));
        }
        byte[] body = request.getContentLengthLong() > mostBytes
                ? new byte[mostBytes + 1]
                : request.getInputStream().readNBytes(mostBytes + 1);
        if (body.length > mostBytes) {
            return answer(HttpStatus.CONTENT_TOO_LARGE, Duration.ZERO, reader,
                    new Problem("", "form.bytes", String.valueOf(mostBytes)));
        }
        try {
            return handed(form, key, FormBody.of(request.getContentType() == null ? "" : request.getContentType(), body), reader);
        } catch (FormRefused refusal) {
            HttpStatus status = switch (refusal) {
                case KeyReused reused -> HttpStatus.UNPROCESSABLE_CONTENT;
                case NotAForm other -> HttpStatus.UNSUPPORTED_MEDIA_TYPE;
                default -> HttpStatus.BAD_REQUEST;
            };
            return answer(status, Duration.ZERO, reader, refusal.problems().toArray(Problem[]::new));
        }
    }

    @PreDestroy
    void close() throws IOException {
        routes.close();
    }

    private ResponseEntity<Answer> handed(String form, @Nullable String key, Map<String, String> fields, Locale reader)
            throws FormRefused {
        Exchange exchange = routes.request("direct:web-form?block=false", sent -> {
            sent.getMessage().setHeader(FormDoor.FORM, form);
            sent.getMessage().setHeader(FormDoor.KEY, key == null ? "" : key);
            sent.getMessage().setBody(fields);
        });
        Exception failure = exchange.getException();
        return switch (failure) {
            case null -> ResponseEntity.accepted()
                    .body(new Answer("accepted", exchange.getMessage().getBody(String.class), List.of()));
            case FormRefused refusal -> throw refusal;
            case QueueUnavailable down -> later("form.queue", reader);
            case DirectConsumerNotAvailableException closed -> later("form.closed", reader);
            default -> {
                LOG.error("web-forms-in: a form could not be handed on", failure);
                yield later("form.failed", reader);
            }
        };
    }

    private ResponseEntity<Answer> later(String key, Locale reader) {
        return answer(HttpStatus.SERVICE_UNAVAILABLE, Duration.ofSeconds(5), reader, new Problem("", key));
    }

    private ResponseEntity<Answer> answer(HttpStatus status, Duration wait, Locale reader, Problem... problems) {
        var headers = new HttpHeaders();
        if (wait.isPositive()) {
            headers.set(HttpHeaders.RETRY_AFTER, String.valueOf(wait.toSeconds() + 1));
        }
        return ResponseEntity.status(status).headers(headers)
                .body(new Answer("refused", null, Stream.of(problems).map(problem -> said(problem, reader)).toList()));
    }

    private Wrong said(Problem problem, Locale reader) {
        String message = words.getMessage(problem.key(), problem.told().toArray(), reader);
        return new Wrong(problem.field(), problem.nearest().isEmpty()
                ? message
                : message + "\n" + words.getMessage("form.nearest", new Object[] {problem.nearest()}, reader));
    }
}
