package io.rapport.console.command;

import java.time.Duration;

import tools.jackson.databind.JsonNode;

/** Watches how the live version of the rules comes to decide every customer. The engine goes on with it, watched or not. */
final class SweepWatch {

    private static final String ADDRESS = "/api/sweep";

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    private static final int BAR = 30;

    private final EngineLink engine;

    private final Terminal terminal;

    private final long begun = System.nanoTime();

    private long decidedBefore = -1;

    SweepWatch(EngineLink engine, Terminal terminal) {
        this.engine = engine;
        this.terminal = terminal;
    }

    /**
     * Until everybody is decided by this version who can be.
     *
     * @return how far it is then, as the engine tells it
     * @throws Failed when another version went live meanwhile
     */
    JsonNode untilAllAreDecidedBy(String version) {
        try {
            while (true) {
                var now = engine.get(ADDRESS);
                var live = now.path("version").asString();
                if (!live.equals(version)) {
                    throw new Failed(ExitCode.WRONG_FILES, terminal.word("sweep.overtaken",
                            VersionsCommand.shortened(live), VersionsCommand.shortened(version)));
                }
                if (now.path("remaining").asLong() <= now.path("stuck").size()) {
                    return now;
                }
                terminal.progress(line(now));
                pause();
            }
        } finally {
            terminal.progressEnds();
        }
    }

    /** One sentence for a person. */
    static String told(JsonNode sweep, Terminal terminal) {
        var customers = sweep.path("customers").asLong();
        var remaining = sweep.path("remaining").asLong();
        var stuck = sweep.path("stuck").size();
        var sentence = customers == 0
                ? terminal.word("sweep.nobody")
                : remaining == 0
                        ? terminal.word("sweep.all", customers)
                        : terminal.word("sweep.decided", sweep.path("percent").asInt(), customers, remaining);
        return sentence + (sweep.path("heldUp").asBoolean() && remaining > 0 ? " " + terminal.word("sweep.held-up") : "")
                + (stuck == 0 ? "" : " " + terminal.word("sweep.stuck", stuck));
    }

    private String line(JsonNode now) {
        var percent = now.path("percent").asInt();
        var decided = now.path("decided").asLong();
        var full = percent * BAR / 100;
        return "█".repeat(full) + "░".repeat(BAR - full) + " " + terminal.word("sweep.running", percent, decided,
                now.path("customers").asLong())
                + (now.path("heldUp").asBoolean() ? ", " + terminal.word("sweep.held-up-short")
                        : left(decided, now.path("remaining").asLong()));
    }

    /** At the pace since the first look; nothing while nobody can tell. */
    private String left(long decided, long remaining) {
        if (decidedBefore < 0) {
            decidedBefore = decided;
        }
        var done = decided - decidedBefore;
        var elapsed = Duration.ofNanos(System.nanoTime() - begun).toMillis();
        return done == 0 ? "" : ", " + terminal.word("sweep.left", Math.round(elapsed / 1_000.0 * remaining / done));
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_LOOKS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while customers were decided anew; the engine goes on with it", stopped);
        }
    }
}
