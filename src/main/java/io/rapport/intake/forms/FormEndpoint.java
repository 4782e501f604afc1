package io.rapport.intake.forms;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
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
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where web forms are posted. It only limits size and rate and hands the fields to the route {@code direct:web-form}; it answers
 * 202 when the event is on disk.
 */
@RestController
class FormEndpoint {

    private static final Logger LOG = LoggerFactory.getLogger(FormEndpoint.class);

    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9-]{0,59}");

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,200}");

    private final ProducerTemplate routes;

    private final int mostBytes;

    private final RateLimit rate;

    /** What is answered: the event's id, or what was wrong. */
    record Answer(String status, @Nullable String id, List<Problem> problems) {}

    FormEndpoint(CamelContext camel, IntakeSettings settings) {
        this.routes = camel.createProducerTemplate();
        this.mostBytes = Math.toIntExact(settings.largestForm().toBytes());
        this.rate = new RateLimit(settings.formsPerMinute());
    }

    @PostMapping("/forms/{form}")
    ResponseEntity<Answer> post(@PathVariable String form,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            HttpServletRequest request) throws IOException {
        Duration wait = rate.wait(request.getRemoteAddr());
        if (wait.isPositive()) {
            return answer(HttpStatus.TOO_MANY_REQUESTS, wait, "", "too many forms from this address");
        }
        if (!FORM.matcher(form).matches()) {
            return refused("form", "a form's name has small letters, digits and dashes, 60 at most");
        }
        if (key != null && !KEY.matcher(key).matches()) {
            return refused("Idempotency-Key", "needs 1 to 200 printable characters without spaces");
        }
        if (request.getContentLengthLong() > mostBytes) {
            return tooLarge();
        }
        byte[] body = request.getInputStream().readNBytes(mostBytes + 1);
        if (body.length > mostBytes || body.length == 0 && sizeOf(request.getParameterMap()) > mostBytes) {
            return tooLarge();
        }
        try {
            return handed(form, key, fields(request, body));
        } catch (FormRefused e) {
            return ResponseEntity.status(e instanceof KeyReused ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.BAD_REQUEST)
                    .body(new Answer("refused", null, e.problems()));
        } catch (InvalidMediaTypeException e) {
            return answer(HttpStatus.UNSUPPORTED_MEDIA_TYPE, Duration.ZERO, "Content-Type",
                    "a form comes as application/json or application/x-www-form-urlencoded");
        }
    }

    @PreDestroy
    void close() throws IOException {
        routes.close();
    }

    /** Of fields that the server has read already: a body sent in chunks has no length to look at before. */
    private static long sizeOf(Map<String, String[]> parameters) {
        return parameters.entrySet().stream()
                .mapToLong(each -> each.getKey().length() + Stream.of(each.getValue()).mapToLong(String::length).sum()).sum();
    }

    private static Map<String, String> fields(HttpServletRequest request, byte[] body) throws FormRefused {
        MediaType type = MediaType.parseMediaType(request.getContentType() == null ? "" : request.getContentType());
        if (type.isCompatibleWith(MediaType.APPLICATION_JSON)) {
            return FormBody.ofJson(body);
        }
        if (type.isCompatibleWith(MediaType.APPLICATION_FORM_URLENCODED)) {
            return body.length == 0 ? FormBody.ofParameters(request.getParameterMap()) : FormBody.ofEncoded(body);
        }
        throw new InvalidMediaTypeException(type.toString(), "no form");
    }

    private ResponseEntity<Answer> handed(String form, @Nullable String key, Map<String, String> fields) throws FormRefused {
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
            case QueueUnavailable down -> later("the queue takes nothing at the moment");
            case DirectConsumerNotAvailableException closed ->
                later("this door is closed\nMaybe the route file 10-web-forms-in.camel.yaml was removed.");
            default -> {
                LOG.error("web-forms-in: a form could not be handed on", failure);
                yield later("the form could not be taken");
            }
        };
    }

    private ResponseEntity<Answer> later(String message) {
        return answer(HttpStatus.SERVICE_UNAVAILABLE, Duration.ofSeconds(5), "", message);
    }

    private ResponseEntity<Answer> tooLarge() {
        return answer(HttpStatus.CONTENT_TOO_LARGE, Duration.ZERO, "", "a form may have " + mostBytes + " bytes");
    }

    private static ResponseEntity<Answer> refused(String field, String message) {
        return answer(HttpStatus.BAD_REQUEST, Duration.ZERO, field, message);
    }

    private static ResponseEntity<Answer> answer(HttpStatus status, Duration wait, String field, String message) {
        var headers = new HttpHeaders();
        if (wait.isPositive()) {
            headers.set(HttpHeaders.RETRY_AFTER, String.valueOf(wait.toSeconds() + 1));
        }
        return ResponseEntity.status(status).headers(headers)
                .body(new Answer("refused", null, List.of(new Problem(field, message))));
    }
}
