package io.rapport.proof;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * People who post forms, each one after the other and each until it is promised: a form without an answer is posted again with
 * the same idempotency key, as a browser or a gateway would. One in {@link #COMPLAINS} is a complaint, so that mails are sent.
 */
final class FormLoad {

    static final int COMPLAINS = 25;

    private final RunningEngine engine;
    private final Ledger ledger;
    private final int people;
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final AtomicInteger refused = new AtomicInteger();
    private final List<Thread> threads = new ArrayList<>();

    FormLoad(RunningEngine engine, Ledger ledger, int people) {
        this.engine = engine;
        this.ledger = ledger;
        this.people = people;
    }

    static String identity(int person) {
        return "email:person" + person + "@example.org";
    }

    void start(int parallel) {
        for (var lane = 0; lane < parallel; lane++) {
            var first = lane;
            threads.add(Thread.ofPlatform().name("people-" + lane).start(() -> post(first, parallel)));
        }
    }

    /** Lets everybody finish what is begun, so that at the end each attempt is promised. */
    void stop() throws InterruptedException {
        stopped.set(true);
        for (var thread : threads) {
            thread.join();
        }
    }

    /** Answers other than "accepted" and "try again": there must be none. */
    int refused() {
        return refused.get();
    }

    private void post(int first, int step) {
        for (var round = 1; !stopped.get(); round++) {
            for (var person = first; person < people && !stopped.get(); person += step) {
                var key = "p" + person + "-" + round;
                var entry = new Ledger.Entry(key, identity(person), round);
                ledger.attempt(entry);
                insist(entry, round * people + person);
            }
        }
    }

    private void insist(Ledger.Entry entry, int serial) {
        var promised = false;
        while (!promised) {
            var status = send(entry, serial);
            if (status == 202) {
                ledger.acknowledge(entry.key());
                promised = true;
            } else if (status == 429 || status == 503 || status == 0) {
                pause();
            } else {
                refused.incrementAndGet();
                promised = true;
            }
        }
    }

    private int send(Ledger.Entry entry, int serial) {
        var text = serial % COMPLAINS == 0 ? "I want to complain: it arrived broken" : "Where is my order?";
        var body = "{\"e-mail\":\"" + entry.identity().substring("email:".length()) + "\",\"message\":\"" + text + " ("
                + entry.key() + ")\"}";
        var request = HttpRequest.newBuilder(engine.uri("/forms/contact")).timeout(Duration.ofSeconds(10))
                .header("Content-Type", "application/json").header("Idempotency-Key", entry.key())
                .POST(HttpRequest.BodyPublishers.ofString(body)).build();
        try {
            return engine.client().send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException down) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopped.set(true);
            return 0;
        }
    }

    private static void pause() {
        java.util.concurrent.locks.LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
}
