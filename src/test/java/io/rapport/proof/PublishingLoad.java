package io.rapport.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rapport.rulebook.RuleFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/**
 * A marketer who saves a table again and again while the process dies: valid, unreadable, and against an example in turn, at
 * once or half by half.
 */
final class PublishingLoad {

    private static final Path SHIPPED = Path.of("rules");
    private static final String TIERS = "1-classify/value-tier.csv";
    private static final String EXAMPLE = "1-classify/value-tier.feature";
    private static final Pattern LIVE = Pattern.compile("\"live\":\"([0-9a-f]{64})\"");
    private static final Duration BETWEEN_SAVES = Duration.ofMillis(1_500);

    /** Only the head of the table: nobody could publish that. */
    private static final int HALF = 60;

    private final Path rules;
    private final Path features;
    private final RuleFiles first = RuleFiles.ofFolder(SHIPPED);
    private final Set<String> valid = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final Thread thread = Thread.ofPlatform().name("publishing").unstarted(this::run);
    private final AtomicReference<CountDownLatch> nextSave = new AtomicReference<>(new CountDownLatch(1));
    private volatile int saves;

    /** Makes folders of rules and of one feature, so that checking takes no longer than it must. */
    PublishingLoad(Path directory) {
        this.rules = directory.resolve("rules");
        this.features = directory.resolve("features");
        first.texts().forEach((file, text) -> write(rules.resolve(file), text));
        valid.add(first.hash());
        try {
            write(features.resolve(EXAMPLE), Files.readString(Path.of("features").resolve(EXAMPLE)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the engine has to be started with. */
    List<String> settings() {
        return List.of("--rapport.publishing.rules=" + rules, "--rapport.publishing.features=" + features);
    }

    void start() {
        thread.start();
    }

    void stop() throws InterruptedException {
        stopped.set(true);
        thread.join();
    }

    /** Waits until a file has just been saved; false if none was in time. */
    boolean awaitSave(int seconds) throws InterruptedException {
        var next = new CountDownLatch(1);
        nextSave.set(next);
        return next.await(seconds, TimeUnit.SECONDS);
    }

    int saves() {
        return saves;
    }

    /** All versions that may ever be live. */
    Set<String> valid() {
        return Set.copyOf(valid);
    }

    /** What is live in the database and what decides are one valid version; asked of an engine that has just started. */
    void lookAt(RunningEngine engine) {
        var stored = live(engine, "/api/versions");
        assertThat(valid).as("valid versions").contains(stored);
        assertThat(valid).as("valid versions").contains(live(engine, "/api/rulebook"));
    }

    /** After all kills a save is published as it was before the first. */
    void awaitLastSave(RunningEngine engine) {
        var last = turn(saves * 3);
        save(last.texts().get(TIERS), false);
        await("the last save is live").atMost(Duration.ofMinutes(1)).pollInterval(Duration.ofMillis(200))
                .until(() -> live(engine, "/api/rulebook").equals(last.hash()));
    }

    private void run() {
        while (!stopped.get()) {
            save(turn(saves).texts().get(TIERS), saves % 2 == 0);
            nextSave.get().countDown();
            saves = saves + 1;
            LockSupport.parkNanos(BETWEEN_SAVES.toNanos());
        }
    }

    /** Known as valid before it is saved. */
    private RuleFiles turn(int turn) {
        return switch (turn % 3) {
            case 0 -> {
                var files = changed("\n20,silver", "\n20." + "%05d".formatted(turn + 1) + ",silver");
                valid.add(files.hash());
                yield files;
            }
            case 1 -> changed("100,lead", "l00,lead");
            default -> changed("\n1,diamond", "\n0.5,diamond");
        };
    }

    private RuleFiles changed(String words, String others) {
        var texts = new TreeMap<>(first.texts());
        texts.computeIfPresent(TIERS, (file, text) -> text.replace(words, others));
        return new RuleFiles(texts);
    }

    private void save(String text, boolean half) {
        var file = rules.resolve(TIERS);
        try {
            if (half) {
                Files.writeString(file, text.substring(0, HALF));
                LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
                Files.writeString(file, text.substring(HALF), StandardOpenOption.APPEND);
            } else {
                var beside = file.resolveSibling("value-tier.csv.tmp");
                Files.writeString(beside, text);
                Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String live(RunningEngine engine, String path) {
        try {
            var answer = engine.client().send(HttpRequest.newBuilder(engine.uri(path)).timeout(Duration.ofSeconds(20)).build(),
                    HttpResponse.BodyHandlers.ofString()).body();
            var live = LIVE.matcher(answer);
            return live.find() ? live.group(1) : answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
