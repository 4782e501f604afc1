package io.rapport.console.command;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Asks a running engine over its {@code /api}, in the person's language. */
final class EngineLink {

    private static final Duration CONNECT = Duration.ofSeconds(5);

    /** Publishing compiles and plays every example before it answers. */
    private static final Duration ANSWER = Duration.ofMinutes(10);

    private static final int REFUSED = 400;

    private static final int BROKEN = 500;

    private static final int NOT_FOUND = 404;

    private final URI url;

    private final Terminal terminal;

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(CONNECT).build();

    EngineLink(URI url, Terminal terminal) {
        this.url = url;
        this.terminal = terminal;
        if (url.getScheme() == null || !url.getScheme().toLowerCase(Locale.ROOT).startsWith("http") || url.getHost() == null) {
            throw new Failed(ExitCode.WRONG_USAGE, terminal.word("failed.url", url));
        }
    }

    /**
     * An answer, whether it says yes or no.
     *
     * @param status of HTTP, below 500
     * @param body JSON
     */
    record Answer(int status, JsonNode body) {

        boolean yes() {
            return status < REFUSED;
        }
    }

    /** @throws Failed if there is nothing at this address, or no engine */
    JsonNode get(String path) {
        return granted(path, ask(request(path).GET().build()));
    }

    /**
     * What stands at an address that does not answer in JSON.
     *
     * @throws Failed if there is nothing at this address, or no engine
     */
    String text(String path) {
        var response = response(request(path).GET().build());
        return response.statusCode() < REFUSED ? response.body() : refuse(path, answer(response)).asString("");
    }

    /** @throws Failed if the engine says no, with its reason */
    JsonNode post(String path, Map<String, ?> body) {
        return granted(path, send(path, body));
    }

    /** Posts, and leaves it to the caller what a no means. */
    Answer send(String path, Map<String, ?> body) {
        return ask(changing(path).header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(Json.pretty(body))).build());
    }

    /** Sends a file. */
    JsonNode put(String path, Path file) {
        try {
            return granted(path, ask(changing(path).header("Content-Type", "application/octet-stream")
                    .PUT(BodyPublishers.ofFile(file)).build()));
        } catch (FileNotFoundException gone) {
            throw new Failed(ExitCode.WRONG_USAGE, terminal.word("failed.file", file));
        }
    }

    /** The engine wants a token that another site could not send: any that stands in cookie and header alike. */
    private HttpRequest.Builder changing(String path) {
        var token = UUID.randomUUID().toString();
        return request(path).header("Cookie", "XSRF-TOKEN=" + token).header("X-XSRF-TOKEN", token);
    }

    static String encoded(String word) {
        return URLEncoder.encode(word, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private HttpRequest.Builder request(String path) {
        var base = url.toString().replaceAll("/+$", "");
        return HttpRequest.newBuilder(URI.create(base + path)).timeout(ANSWER).header("Accept", "application/json")
                .header("Accept-Language", terminal.language().getLanguage());
    }

    private JsonNode granted(String path, Answer answer) {
        return answer.yes() ? answer.body() : refuse(path, answer);
    }

    /** @throws Failed always, with the engine's reason */
    JsonNode refuse(String path, Answer answer) {
        var reason = answer.body().path("error").asString("");
        if (answer.status() == NOT_FOUND) {
            throw new Failed(ExitCode.WRONG_USAGE, terminal.word("failed.not-found", path, url));
        }
        throw new Failed(ExitCode.WRONG_USAGE,
                reason.isEmpty() ? terminal.word("failed.refused", String.valueOf(answer.status()), url + path) : reason);
    }

    private Answer ask(HttpRequest request) {
        return answer(response(request));
    }

    private Answer answer(HttpResponse<String> response) {
        return new Answer(response.statusCode(), body(response));
    }

    private HttpResponse<String> response(HttpRequest request) {
        try {
            var response = http.send(request, BodyHandlers.ofString());
            if (response.statusCode() >= BROKEN) {
                throw new Failed(ExitCode.NO_ENGINE,
                        terminal.word("failed.engine", String.valueOf(response.statusCode()), request.uri()));
            }
            return response;
        } catch (IOException unreachable) {
            throw new Failed(ExitCode.NO_ENGINE, terminal.word("failed.unreachable", url));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Failed(ExitCode.NO_ENGINE, terminal.word("failed.unreachable", url));
        }
    }

    /** Whatever answers without JSON is no engine of ours, or refuses before it speaks JSON. */
    private JsonNode body(HttpResponse<String> response) {
        try {
            return Json.read(response.body().isBlank() ? "{}" : response.body());
        } catch (JacksonException notJson) {
            if (response.statusCode() >= REFUSED) {
                return Json.read(Json.pretty(Map.of("error", plain(response))));
            }
            throw new Failed(ExitCode.NO_ENGINE, terminal.word("failed.no-engine", url));
        }
    }

    private static String plain(HttpResponse<String> response) {
        var type = response.headers().firstValue("Content-Type").orElse("");
        return type.startsWith("text/plain") ? response.body().strip() : "";
    }
}
