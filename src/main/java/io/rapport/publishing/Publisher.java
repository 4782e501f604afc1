package io.rapport.publishing;

import java.time.Duration;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import io.rapport.rulebook.Problem;
import io.rapport.rulebook.Reading;
import io.rapport.rulebook.RuleFiles;
import io.rapport.rulebook.Rulebook;
import io.rapport.rulebook.RulebookCompiler;
import jakarta.annotation.PostConstruct;

/**
 * Which rulebook decides. Whoever decides asks {@link #live()} before each piece of work and keeps to the answer until that
 * piece is done; nobody has to give it back.
 */
@Component
public final class Publisher {

    private static final Logger LOG = LoggerFactory.getLogger(Publisher.class);

    private final RulebookCompiler compiler = new RulebookCompiler();
    private final VersionStore store;
    private final Draft draft;
    private volatile @Nullable Rulebook live;
    private volatile List<Problem> draftProblems = List.of();
    private volatile String unreadable = "";

    Publisher(VersionStore store, Draft draft) {
        this.store = store;
        this.draft = draft;
    }

    /** The live version of the database; on an empty one the folder is published. */
    @PostConstruct
    synchronized void open() {
        Optional<String> hash = store.liveHash();
        Publication.Refused refused = null;
        if (hash.isPresent()) {
            Reading reading = compiler.read(store.files(hash.get()));
            live = reading.rulebook();
            refused = new Publication.Refused(reading.problems());
            if (!draft.read().hash().equals(hash.get())) {
                LOG.info("The files in [{}] are not the live version; they are published when one is saved", draft.folder());
            }
        } else if (publish(draft.read(), Draft.AUTHOR, "first start") instanceof Publication.Refused first) {
            refused = first;
        }
        if (live == null && refused != null) {
            throw refusedToStart(hash, refused.problems());
        }
    }

    /** What decides now. */
    public Rulebook live() {
        Rulebook rulebook = live;
        if (rulebook == null) {
            throw new IllegalStateException("No rulebook is live yet.\nMaybe something decides before the start is over.");
        }
        return rulebook;
    }

    /**
     * Makes files live, if they can be read and compiled: first in the database, then here. Takes as long as compiling does;
     * what decides meanwhile goes on by the old ones.
     *
     * @throws org.springframework.dao.OptimisticLockingFailureException when another process published meanwhile
     */
    public synchronized Publication publish(RuleFiles files, String author, String note) {
        String hash = files.hash();
        Rulebook before = live;
        if (before != null && before.version().equals(hash)) {
            return new Publication.Unchanged(version(hash));
        }
        long begun = System.nanoTime();
        Reading reading = compiler.read(files);
        Rulebook rulebook = reading.rulebook();
        if (rulebook == null) {
            return new Publication.Refused(reading.problems());
        }
        store.makeLive(files, author, note, Duration.ofNanos(System.nanoTime() - begun));
        live = rulebook;
        LOG.info("Rulebook {} with {} rules is live", hash.substring(0, 12), rulebook.rules().size());
        return new Publication.Published(version(hash));
    }

    /**
     * Makes an earlier version live again; the files of the draft stay as they are.
     *
     * @throws IllegalArgumentException when there is no such version
     */
    public Publication rollback(String hash, String who) {
        return publish(store.files(hash), who, "rollback");
    }

    /** All versions, the newest first. */
    public List<Version> versions() {
        return store.versions();
    }

    /** What is wrong with the files that were saved last; empty when they are live, or were never saved since the start. */
    public List<Problem> draftProblems() {
        return draftProblems;
    }

    /** Publishes the folder if it changed since it was looked at last; null when it did not, or may not be complete. */
    @Nullable
    Publication publishDraft(boolean still) {
        RuleFiles changed = draft.changed(still);
        if (changed == null) {
            return null;
        }
        Publication publication = publish(changed, Draft.AUTHOR, "saved");
        draft.answered(changed);
        draftProblems = publication instanceof Publication.Refused refused ? refused.problems() : List.of();
        return publication;
    }

    /** Goes over to what another process made live. */
    synchronized void follow() {
        String hash = store.liveHash().orElse("");
        if (hash.isEmpty() || hash.equals(live().version()) || hash.equals(unreadable)) {
            return;
        }
        Reading reading = compiler.read(store.files(hash));
        if (reading.rulebook() == null) {
            unreadable = hash;
            LOG.error("Rulebook {} was published by another process and cannot be read by this one, which goes on with {}:\n{}",
                    hash, live().version(), rendered(reading.problems()));
        } else {
            live = reading.rulebook();
            LOG.info("Rulebook {} was published by another process and is live", hash.substring(0, 12));
        }
    }

    static String rendered(List<Problem> problems) {
        return String.join("\n", problems.stream().map(Problem::render).toList());
    }

    private Version version(String hash) {
        return store.versions().stream().filter(each -> each.hash().equals(hash)).findFirst()
                .orElseThrow(() -> new NoSuchElementException("version " + hash));
    }

    private IllegalStateException refusedToStart(Optional<String> hash, List<Problem> problems) {
        String what = hash.map(live -> "The live rulebook [" + live + "] cannot be read by this program.\nMaybe a word of the"
                + " vocabulary has changed with the upgrade: start the old program and publish without it.")
                .orElseGet(() -> "The rules in [" + draft.folder() + "] cannot be published, and there is no earlier version."
                        + "\nMaybe correct these files and start again:");
        return new IllegalStateException(what + "\n\n" + rendered(problems));
    }
}
