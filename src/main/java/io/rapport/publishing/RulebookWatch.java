package io.rapport.publishing;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** The thread that follows what other processes publish and, where it is set, publishes what is saved. */
@Component
final class RulebookWatch implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(RulebookWatch.class);

    private final Publisher publisher;
    private final Draft draft;
    private final PublishingSettings settings;
    private volatile @Nullable FolderNews news;

    RulebookWatch(Publisher publisher, Draft draft, PublishingSettings settings) {
        this.publisher = publisher;
        this.draft = draft;
        this.settings = settings;
    }

    @Override
    public void start() {
        FolderNews opened = new FolderNews(draft.folder());
        news = opened;
        Thread.ofPlatform().name("rulebook-watch").daemon().start(() -> run(opened));
    }

    private void run(FolderNews watched) {
        while (news == watched) {
            try {
                look(watched.await(settings.pollInterval(), settings.quiet()));
            } catch (InterruptedException | ClosedWatchServiceException e) {
                return;
            } catch (RuntimeException e) {
                LOG.error("The rules could not be looked at and will be again: {}", e.toString());
            }
        }
    }

    private void look(boolean still) {
        publisher.follow();
        if (settings.publishOnSave()) {
            Publication publication = publisher.publishDraft(still);
            if (publication != null) {
                say(publication);
            }
        }
    }

    /** For the person who just saved and looks at the terminal. */
    @SuppressWarnings("SystemOut")
    private static void say(Publication publication) {
        System.out.println(switch (publication) {
            case Publication.Published(Version version) -> "The rules are live as version " + version.hash().substring(0, 12)
                    + " (compiled in " + version.compileTime().toMillis() + " ms).";
            case Publication.Unchanged(Version version) -> "The rules are those of the live version "
                    + version.hash().substring(0, 12) + ".";
            case Publication.Refused(var problems) -> "The rules stay as they were, because of these problems:\n\n"
                    + Publisher.rendered(problems);
        });
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
