package io.rapport.publishing;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** The thread that follows what other processes publish and, where it is set, publishes what is saved. */
@Component
final class RulebookWatch implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(RulebookWatch.class);

    private static final Duration SHORTEST_WAIT = Duration.ofMillis(10);

    private final Publisher publisher;
    private final Draft draft;
    private final Gate gate;
    private final Clock clock;
    private final PublishingSettings settings;
    private volatile @Nullable FolderNews news;

    RulebookWatch(Publisher publisher, Draft draft, Gate gate, Clock clock, PublishingSettings settings) {
        this.publisher = publisher;
        this.draft = draft;
        this.gate = gate;
        this.clock = clock;
        this.settings = settings;
    }

    @Override
    public void start() {
        FolderNews opened = new FolderNews(List.of(draft.folder(), gate.features()));
        news = opened;
        Thread.ofPlatform().name("rulebook-watch").daemon().start(() -> run(opened));
    }

    private void run(FolderNews watched) {
        Duration wait = settings.pollInterval();
        while (news == watched) {
            try {
                look(watched.await(wait, settings.quiet()));
                wait = untilNext();
            } catch (InterruptedException | ClosedWatchServiceException e) {
                return;
            } catch (RuntimeException e) {
                wait = settings.pollInterval();
                LOG.error("The rules could not be looked at and will be again: {}", e.toString());
            }
        }
    }

    /** Not longer than until the next version is due. */
    private Duration untilNext() {
        Instant next = publisher.nextDate();
        Duration left = next == null ? settings.pollInterval() : Duration.between(clock.instant(), next);
        Duration atMost = left.compareTo(settings.pollInterval()) > 0 ? settings.pollInterval() : left;
        return atMost.compareTo(SHORTEST_WAIT) < 0 ? SHORTEST_WAIT : atMost;
    }

    private void look(boolean still) {
        publisher.follow();
        if (settings.publishOnSave()) {
            Publication publication = publisher.publishDraft(still);
            if (publication != null) {
                say(publication);
            }
        }
        publisher.readyAhead();
    }

    /** For the person who just saved and looks at the terminal. */
    @SuppressWarnings("SystemOut")
    private static void say(Publication publication) {
        System.out.println(switch (publication) {
            case Publication.Published(Version version) -> "The rules are live as version " + version.hash().substring(0, 12)
                    + " (compiled in " + version.compileTime().toMillis() + " ms, " + played(version) + ").";
            case Publication.Scheduled(Version version) -> waits(version);
            case Publication.Prepared(Version version, _) -> waits(version);
            case Publication.Unchanged(Version version) -> "The rules are those of the live version "
                    + version.hash().substring(0, 12) + ".";
            case Publication.Refused refused -> "The rules stay as they were, because of these problems:\n\n"
                    + String.join("\n", refused.said(Locale.ENGLISH));
        });
    }

    private static String played(Version version) {
        Version.Played played = version.examples();
        return played == null ? "no examples were played" : played.passed() + " examples passed";
    }

    private static String waits(Version version) {
        return "The rules wait as version " + version.hash().substring(0, 12) + ".";
    }

    @Override
    public void stop() {
        FolderNews open = news;
        news = null;
        if (open == null) {
            return;
        }
        try {
            open.close();
        } catch (IOException e) {
            LOG.warn("The watch over [{}] did not close: {}", draft.folder(), e.getMessage());
        }
    }

    @Override
    public boolean isRunning() {
        return news != null;
    }
}
