package io.rapport.proof;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/** An agent who merges two customers and parts them again, over and over, while their forms come in and the process dies. */
final class MergeLoad {

    private static final Pattern TOKEN = Pattern.compile("XSRF-TOKEN=([^;]+)");
    private static final Pattern ID = Pattern.compile("\"id\":(\\d+)");

    private final RunningEngine engine;
    private final int people;
    private final Map<Integer, Long> numbers = new HashMap<>();
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final AtomicInteger changes = new AtomicInteger();
    private final AtomicReference<CountDownLatch> underWay = new AtomicReference<>(new CountDownLatch(1));
    private final Thread thread = Thread.ofPlatform().name("merging").unstarted(this::run);

    MergeLoad(RunningEngine engine, int people) {
        this.engine = engine;
        this.people = people;
    }

    void start() {
        thread.start();
    }

    void stop() throws InterruptedException {
        stopped.set(true);
        thread.join();
    }

    /** Merges and partings that the engine promised. */
    int changes() {
        return changes.get();
    }

    /** Waits until a merge or a parting has just been asked for; false if none was in time. */
    boolean awaitOneUnderWay(int seconds) throws InterruptedException {
        var next = new CountDownLatch(1);
        underWay.set(next);
        return next.await(seconds, TimeUnit.SECONDS);
    }

    private void run() {
        for (var turn = 0; !stopped.get(); turn++) {
            var person = turn * 2 % people;
            try {
                change(person, turn * 2 / people % 2 == 0);
            } catch (IOException down) {
                pause(Duration.ofMillis(300));
            } catch (InterruptedException e) {
                stopped.set(true);
                Thread.currentThread().interrupt();
            }
            pause(Duration.ofMillis(100));
        }
    }

    private void change(int person, boolean merge) throws IOException, InterruptedException {
        var first = number(person);
        var second = number(person + 1);
        if (first != null && second != null) {
            var status = merge ? post("/customers/" + first + "/merged", "from=" + second)
                    : post("/customers/" + second + "/parted", "");
            if (status == 302) {
                changes.incrementAndGet();
            }
        }
    }

    /** Null until the customer is known; a number stays once it was given. */
    private Long number(int person) throws IOException, InterruptedException {
        if (!numbers.containsKey(person)) {
            var address = FormLoad.identity(person).substring("email:".length());
            var found = ID.matcher(get("/api/customers?q=" + URLEncoder.encode(address, StandardCharsets.UTF_8)).body());
            if (found.find()) {
                numbers.put(person, Long.valueOf(found.group(1)));
            }
        }
        return numbers.get(person);
    }

    private int post(String path, String form) throws IOException, InterruptedException {
        var page = get("/customers");
        var token = page.headers().allValues("Set-Cookie").stream().map(TOKEN::matcher).filter(java.util.regex.Matcher::find)
                .map(cookie -> cookie.group(1)).findFirst().orElse("");
        var request = HttpRequest.newBuilder(engine.uri(path)).header("Content-Type", "application/x-www-form-urlencoded")
                .header("Cookie", "XSRF-TOKEN=" + token).header("X-XSRF-TOKEN", token)
                .POST(HttpRequest.BodyPublishers.ofString(form));
        underWay.get().countDown();
        return send(request).statusCode();
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(engine.uri(path).toString())));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return engine.client().send(request.timeout(Duration.ofSeconds(10)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static void pause(Duration duration) {
        LockSupport.parkNanos(duration.toNanos());
    }
}
