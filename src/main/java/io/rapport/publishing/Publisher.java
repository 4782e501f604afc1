package io.rapport.publishing;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import io.rapport.policy.Features;
import io.rapport.publishing.Gate.Tried;
import io.rapport.rulebook.RuleFiles;
import io.rapport.rulebook.Rulebook;
import jakarta.annotation.PostConstruct;

/**
 * Which rulebook decides. Whoever decides asks {@link #live()} before each piece of work and keeps to the answer until that
 * piece is done; nobody has to give it back.
 *
 * <p>Nothing becomes live for the first time but through the gate: read, compiled, examples green. Checking takes seconds and
 * holds up nobody; going live is a swap of a pointer, first in the database, then here.
 */
@Component
public final class Publisher {

    private static final Logger LOG = LoggerFactory.getLogger(Publisher.class);

    private final VersionStore store;
    private final Draft draft;
    private final Gate gate;
    private final LivePointer pointer;
    private final ReentrantLock oneAtATime = new ReentrantLock();
    private volatile @Nullable Checked draftRefused;

    Publisher(VersionStore store, Draft draft, Gate gate, LivePointer pointer) {
        this.store = store;
        this.draft = draft;
        this.gate = gate;
        this.pointer = pointer;
    }

    /** The live version of the database, or one whose date has come; on an empty one the folder is published. */
    @PostConstruct
    void open() {
        Optional<String> hash = store.liveHash();
        Checked refused = null;
        if (hash.isPresent()) {
            refused = pointer.open(hash.get()).checked();
            pointer.takeEffect();
            if (pointer.isSet() && !draft.read().hash().equals(live().version())) {
                LOG.info("The files in [{}] are not the live version; they are published when one is saved", draft.folder());
            }
        } else if (publish(draft.read(), gate.folder(), Draft.AUTHOR, "first start") instanceof Publication.Refused first) {
            refused = first.checked();
        }
        if (!pointer.isSet() && refused != null) {
            throw refusedToStart(hash, refused);
        }
    }

    /** What decides now. */
    public Rulebook live() {
        return pointer.live();
    }

    /** Since when the live version of the database is live; null as long as nothing was published. */
    public @Nullable Instant liveSince() {
        return store.liveSince();
    }

    /** Reads, compiles and plays the examples of the folder; changes nothing. Takes as long as that does. */
    public Checked check(RuleFiles files) {
        Tried tried = gate.check(files, gate.folder(), playedForLive());
        tried.letGo();
        return tried.checked();
    }

    /**
     * Makes files live, if they pass the gate. Takes as long as compiling and the examples do; what decides meanwhile goes on
     * by the old ones, and a rollback meanwhile wins.
     *
     * @param features the examples they have to fulfil, which are stored with them
     */
    public Publication publish(RuleFiles files, Features features, String author, String note) {
        oneAtATime.lock();
        try {
            if (pointer.is(files.hash())) {
                return new Publication.Unchanged(version(files.hash()));
            }
            long turn = pointer.turn();
            Tried tried = gate.check(files, features, playedForLive());
            if (!tried.checked().green()) {
                tried.letGo();
                return new Publication.Refused(tried.checked());
            }
            return pointer.swap(tried, turn, () -> store.makeLive(tried, author, note))
                    ? new Publication.Published(version(files.hash()))
                    : overtaken(tried);
        } finally {
            oneAtATime.unlock();
        }
    }

    /** Stores files without making them live, so that they can be compared, dry run and scheduled; a draft when not green. */
    public Publication prepare(RuleFiles files, Features features, String author, String note) {
        oneAtATime.lock();
        try {
            if (pointer.is(files.hash())) {
                return new Publication.Unchanged(version(files.hash()));
            }
            Tried tried = gate.check(files, features, playedForLive());
            if (tried.rulebook() == null || !tried.checked().objection().isEmpty()) {
                tried.letGo();
                return new Publication.Refused(tried.checked());
            }
            store.keep(tried, author, note);
            if (tried.checked().green()) {
                pointer.keepCompiled(tried.rulebook());
            } else {
                tried.letGo();
            }
            return new Publication.Prepared(version(files.hash()), tried.checked());
        } finally {
            oneAtATime.unlock();
        }
    }

    /**
     * Makes a stored version live, through the gate, by the examples that were stored with it.
     *
     * @throws IllegalArgumentException when there is no such version
     */
    public Publication activate(String hash, String who) {
        return publish(store.files(hash), features(hash), who, "");
    }

    /**
     * Lets a version become live by itself. It passes the gate now; when its time comes only the pointer moves.
     *
     * @param from milliseconds count; in the past means at once
     * @throws IllegalArgumentException when there is no such version
     */
    public Publication schedule(String hash, Instant from, String who) {
        Publication prepared = prepare(store.files(hash), features(hash), who, "");
        if (prepared instanceof Publication.Prepared(Version version, Checked checked)) {
            if (!checked.green()) {
                return new Publication.Refused(checked);
            }
            store.schedule(version.hash(), from.truncatedTo(ChronoUnit.MILLIS), who);
            pointer.takeEffect();
            return pointer.is(hash) ? new Publication.Published(version(hash)) : new Publication.Scheduled(version(hash));
        }
        return prepared;
    }

    /**
     * Takes the date from a version; it stays as it is.
     *
     * @return false when it has none, or is live by now
     */
    public boolean cancel(String hash, String who) {
        return store.unschedule(hash, Change.What.CANCELLED, who, "");
    }

    /**
     * Makes an earlier version live again at once, with the examples that were stored with it and without playing them; the
     * files of the folders stay as they are.
     *
     * @throws IllegalArgumentException when there is no such version, or it was never live
     */
    public Publication rollback(String hash, String who) {
        Version version = version(hash);
        if (!version.wasLive()) {
            throw new IllegalArgumentException("Version [" + hash + "] was never live.\nMaybe publish it instead.");
        }
        return version.live() ? new Publication.Unchanged(version) : pointer.back(hash, who);
    }

    /** All versions, the newest first. */
    public List<Version> versions() {
        return store.versions();
    }

    /**
     * @param hash whole
     * @throws IllegalArgumentException when there is no such version
     */
    public Version version(String hash) {
        return store.version(hash);
    }

    /** @throws IllegalArgumentException when there is no such version */
    public RuleFiles files(String hash) {
        return store.files(hash);
    }

    /**
     * The examples of a version: those that it was checked by; of one that was stored without any, those of the folder.
     *
     * @throws IllegalArgumentException when there is no such version
     */
    public Features features(String hash) {
        Features kept = store.features(hash);
        return kept == null ? gate.folder() : kept;
    }

    /** What was done with versions, the latest first; not all of it. */
    public List<Change> changes() {
        return store.changes();
    }

    /** The files in the folder as they lie there now. */
    public RuleFiles draftFiles() {
        return draft.read();
    }

    /** The examples in their folder as they lie there now. */
    public Features draftFeatures() {
        return gate.folder();
    }

    /** What the dry run of a version found, in a sentence or two. */
    public void noteDryRun(String hash, String summary) {
        store.noteDryRun(hash, summary);
    }

    /** What is wrong with the files saved last, as in the terminal, in English or Chinese; empty when they are live, or none were since the start. */
    public List<String> draftProblems(Locale locale) {
        Checked refused = draftRefused;
        return refused == null || pointer.is(refused.hash()) ? List.of() : refused.said(locale);
    }

    /** Publishes the folder if it changed since it was looked at last; null when it did not, or may not be complete. */
    @Nullable
    Publication publishDraft(boolean still) {
        String examples = waitsForExamples() ? gate.marks() : "";
        RuleFiles changed = draft.changed(still, examples);
        if (changed == null) {
            return null;
        }
        Publication publication = publish(changed, gate.folder(), Draft.AUTHOR, "saved");
        draftRefused = publication instanceof Publication.Refused refused ? refused.checked() : null;
        if (waitsForExamples()) {
            store.keep(new Tried(changed, null, ((Publication.Refused) publication).checked(), gate.folder()), Draft.AUTHOR,
                    "saved");
        }
        store.forgetDrafts(Draft.AUTHOR, changed.hash());
        draft.answered(changed, waitsForExamples() ? gate.marks() : "");
        return publication;
    }

    /** The draft can be read and an example says no: it is looked at again when an example is saved, too. */
    private boolean waitsForExamples() {
        Checked refused = draftRefused;
        return refused != null && refused.problems().isEmpty();
    }

    /** Goes over to what another process made live, and to what is due. */
    void follow() {
        pointer.follow();
        pointer.takeEffect();
    }

    /** Compiles ahead what may soon be gone over to. */
    void readyAhead() {
        pointer.readyAhead();
    }

    /** From when the next version is to be live; null when none has a date. */
    @Nullable
    Instant nextDate() {
        return store.dated().stream().map(Version::effectiveFrom).findFirst().orElse(null);
    }

    private static Publication overtaken(Tried tried) {
        tried.letGo();
        return new Publication.Refused(tried.checked().objectedTo(new Checked.Objection(
                "Another version became live while this one was checked.\nMaybe look at what is live now, and publish once more.",
                "检查期间另一个版本已生效。\n请先查看现行版本，再重新发布。")));
    }

    private int playedForLive() {
        for (Version version : store.versions()) {
            Version.Played played = version.examples();
            if (version.live() && played != null) {
                return played.passed() + played.failed();
            }
        }
        return 0;
    }

    private IllegalStateException refusedToStart(Optional<String> hash, Checked refused) {
        String what = hash.map(live -> "The live rulebook [" + live + "] cannot be read by this program.\nMaybe a word of the"
                + " vocabulary has changed with the upgrade: start the old program and publish without it.")
                .orElseGet(() -> "The rules in [" + draft.folder() + "] cannot be published, and there is no earlier version."
                        + "\nMaybe correct these files and start again:");
        return new IllegalStateException(what + "\n\n" + String.join("\n", refused.said(Locale.ENGLISH)));
    }
}
