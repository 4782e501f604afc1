package io.rapport.publishing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

import io.rapport.publishing.Gate.Tried;
import io.rapport.rulebook.Rulebook;

/**
 * The rulebook that decides, and every way in which another one takes its place. Moves are one after the other and short: what
 * has to be compiled is compiled before.
 */
@Component
final class LivePointer {

    /** How long before its date a version is compiled. */
    private static final Duration AHEAD = Duration.ofMinutes(1);

    private static final Logger LOG = LoggerFactory.getLogger(LivePointer.class);

    /** Who is noted when the engine itself passes a version over. */
    private static final String ENGINE = "engine";

    private final VersionStore store;
    private final Gate gate;
    private final CompiledVersions compiled;
    private final ApplicationEventPublisher news;
    private final Clock clock;
    private volatile @Nullable Rulebook live;
    private volatile String unreadable = "";
    private long turn;
    private boolean readyToGoBack;

    LivePointer(VersionStore store, Gate gate, CompiledVersions compiled, ApplicationEventPublisher news, Clock clock) {
        this.store = store;
        this.gate = gate;
        this.compiled = compiled;
        this.news = news;
        this.clock = clock;
    }

    Rulebook live() {
        Rulebook rulebook = live;
        if (rulebook == null) {
            throw new IllegalStateException("No rulebook is live yet.\nMaybe something decides before the start is over.");
        }
        return rulebook;
    }

    boolean isSet() {
        return live != null;
    }

    boolean is(String hash) {
        Rulebook rulebook = live;
        return rulebook != null && rulebook.version().equals(hash);
    }

    /** Counts the moves: who began to check by one count and ends by another was overtaken. */
    synchronized long turn() {
        return turn;
    }

    /** What the database says is live, at the start. */
    Tried open(String hash) {
        Tried tried = gate.compile(store.files(hash));
        if (tried.rulebook() != null) {
            go(tried.rulebook());
        }
        return tried;
    }

    /**
     * Moves to what passed the gate.
     *
     * @param since the turn at which the check began
     * @param inTheDatabase makes it live there; when this fails nothing has changed
     * @return false when another version became live meanwhile
     */
    synchronized boolean swap(Tried passed, long since, Runnable inTheDatabase) {
        Rulebook rulebook = passed.rulebook();
        if (turn != since || rulebook == null) {
            return false;
        }
        inTheDatabase.run();
        go(rulebook);
        return true;
    }

    /** Moves to a version that was live before. */
    Publication back(String hash, String who) {
        while (true) {
            Tried tried = readied(hash);
            if (tried.rulebook() == null) {
                return new Publication.Refused(tried.checked());
            }
            if (goKept(tried.rulebook(), () -> store.pointBack(hash, who))) {
                return new Publication.Published(store.version(hash));
            }
        }
    }

    /** False when it was closed meanwhile, because others took its place among the compiled ones. */
    private synchronized boolean goKept(Rulebook rulebook, Runnable inTheDatabase) {
        if (compiled.find(rulebook.version()) != rulebook) {
            return false;
        }
        inTheDatabase.run();
        go(rulebook);
        return true;
    }

    /**
     * Moves to the version whose date came last, if any came. Those whose date came before it, while nobody looked, are passed
     * over; so are those that this program cannot read.
     */
    void takeEffect() {
        Instant now = clock.instant();
        List<Version> due = store.dated().stream().filter(version -> isDue(version, now)).toList();
        for (int i = due.size() - 1; i >= 0; i--) {
            Version version = due.get(i);
            Rulebook rulebook = readied(version.hash()).rulebook();
            if (rulebook == null) {
                passOver(version, "It did not take effect: this program cannot read it.");
            } else {
                due.subList(0, i).forEach(earlier -> passOver(earlier, "It did not take effect: a later one was due as well."));
                takeEffect(version.hash(), rulebook);
                return;
            }
        }
    }

    private static boolean isDue(Version version, Instant now) {
        Instant from = version.effectiveFrom();
        return from != null && !from.isAfter(now);
    }

    private synchronized void takeEffect(String hash, Rulebook rulebook) {
        if (compiled.find(hash) == rulebook && store.takeEffect(hash)) {
            go(rulebook);
        }
    }

    private void passOver(Version version, String why) {
        if (store.unschedule(version.hash(), Change.What.PASSED_OVER, ENGINE, why)) {
            LOG.error("Rulebook {} was to be live from {}: {}", version.hash(), version.effectiveFrom(), why);
        }
    }

    /** Moves to what another process made live. */
    void follow() {
        String hash = seenElsewhere();
        if (hash.isEmpty()) {
            return;
        }
        Tried tried = readied(hash);
        Rulebook rulebook = tried.rulebook();
        if (rulebook == null) {
            unreadable = hash;
            LOG.error("Rulebook {} was published by another process and cannot be read by this one, which goes on with {}:\n{}",
                    hash, live().version(), String.join("\n", tried.checked().said(Locale.ENGLISH)));
        } else {
            followTo(rulebook);
        }
    }

    /** The hash of the database when it is not the one here; looked up while nobody here moves. */
    private synchronized String seenElsewhere() {
        String hash = store.liveHash().orElse("");
        return is(hash) || hash.equals(unreadable) ? "" : hash;
    }

    private synchronized void followTo(Rulebook rulebook) {
        if (seenElsewhere().equals(rulebook.version())) {
            goKept(rulebook, () -> {});
        }
    }

    /** Compiled now or before, so that going over to it is a swap. */
    void keepCompiled(Rulebook rulebook) {
        Rulebook decides = live;
        compiled.keep(rulebook, decides == null ? "" : decides.version());
    }

    /** As it stands compiled in memory, else compiled now and kept. */
    Tried readied(String hash) {
        Rulebook kept = compiled.find(hash);
        if (kept != null) {
            return new Tried(kept.files(), kept, new Checked(hash, List.of(), null, Duration.ZERO, Checked.Objection.NONE, ""),
                    Gate.NO_FEATURES);
        }
        Tried tried = gate.compile(store.files(hash));
        if (tried.rulebook() != null) {
            keepCompiled(tried.rulebook());
        }
        return tried;
    }

    /** Compiles what is about to be live, and once after the start what was live before, so that going over takes no time. */
    void readyAhead() {
        Instant soon = clock.instant().plus(AHEAD);
        store.dated().stream().filter(version -> isDue(version, soon)).forEach(version -> readied(version.hash()));
        if (!readyToGoBack) {
            readyToGoBack = true;
            store.liveBefore().ifPresent(this::readied);
        }
    }

    private synchronized void go(Rulebook rulebook) {
        turn++;
        live = rulebook;
        compiled.keep(rulebook, rulebook.version());
        LOG.info("Rulebook {} with {} rules is live", rulebook.version().substring(0, 12), rulebook.rules().size());
        news.publishEvent(new WentLive(rulebook));
    }
}
