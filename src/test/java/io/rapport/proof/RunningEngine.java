package io.rapport.proof;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.core.ConditionEvaluationListener;
import org.awaitility.core.EvaluatedCondition;
import org.awaitility.core.TimeoutEvent;

/** The packaged application in a process of its own, so that it can be killed as a power cut would. */
final class RunningEngine implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofMinutes(4);

    private final HttpClient client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final PackagedApplication application;
    private final Path directory;
    private final int port;
    private final List<String> settings;
    private Process process;

    /**
     * @param application what is started
     * @param directory where its data and its output go
     * @param settings further arguments, {@code --name=value}
     */
    RunningEngine(PackagedApplication application, Path directory, List<String> settings) {
        this.application = application;
        this.directory = directory;
        this.settings = settings;
        this.port = freePort();
        this.process = launch();
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    HttpClient client() {
        return client;
    }

    Path data() {
        return directory.resolve("data");
    }

    /** SIGKILL: nothing in the process gets a chance to tidy up. */
    void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    void start() {
        process = launch();
    }

    /** SIGTERM, and waits for the orderly end. */
    @Override
    public void close() {
        process.destroy();
        awaitEnd();
    }

    boolean isUp() {
        try {
            var request = HttpRequest.newBuilder(uri("/actuator/health")).timeout(Duration.ofSeconds(2)).build();
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    void awaitUp() {
        await("the engine is up").conditionEvaluationListener(new ConditionEvaluationListener<>() {
            @Override
            public void conditionEvaluated(EvaluatedCondition<Object> condition) {
                // only the end is of interest
            }

            @Override
            public void onTimeout(TimeoutEvent timeout) {
                System.out.println("The engine did not come up:\n" + tail());
            }
        }).atMost(START_LIMIT).pollInterval(Duration.ofMillis(100))
                .until(() -> {
                    if (!process.isAlive()) {
                        throw new IllegalStateException("The engine ended by itself [" + process.exitValue()
                                + "]\nMaybe its output says why: " + tail());
                    }
                    return isUp();
                });
    }

    private Process launch() {
        var command = application.command();
        command.addAll(List.of("--rapport.data-directory=" + data(), "--server.port=" + port));
        command.addAll(settings);
        try {
            return new ProcessBuilder(command).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(directory.resolve("engine.log").toFile())).start();
        } catch (IOException failed) {
            throw new UncheckedIOException("The packaged application does not start", failed);
        }
    }

    private String tail() {
        try {
            var lines = Files.readAllLines(directory.resolve("engine.log"));
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 30), lines.size()));
        } catch (IOException unreadable) {
            return unreadable.toString();
        }
    }

    private void awaitEnd() {
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                throw new IllegalStateException("The engine does not end");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
