package io.rapport.publishing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import io.rapport.policy.Features;
import io.rapport.publishing.Gate.Tried;
import io.rapport.publishing.Version.Played;
import io.rapport.publishing.Version.State;
import io.rapport.rulebook.RuleFiles;
import jakarta.persistence.EntityManager;

/** Versions, the live pointer and all that was done with them, in the database. */
@Component
final class VersionStore {

    private static final int CHANGES_SHOWN = 50;

    private final EntityManager entities;
    private final TransactionTemplate transaction;
    private final Clock clock;

    VersionStore(EntityManager entities, PlatformTransactionManager transactions, Clock clock) {
        this.entities = entities;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** The hash of what is live; empty as long as nothing was published. */
    Optional<String> liveHash() {
        return Optional.ofNullable(entities.find(PointerRow.class, PointerRow.ONLY)).map(pointer -> pointer.hash);
    }

    /** Since when it is live; null as long as nothing was published. */
    @Nullable
    Instant liveSince() {
        PointerRow pointer = entities.find(PointerRow.class, PointerRow.ONLY);
        return pointer == null ? null : pointer.changedAt;
    }

    /** What was live before what is live now, which is what one would go back to first. */
    Optional<String> liveBefore() {
        String live = liveHash().orElse("");
        return changes().stream().filter(change -> change.what().makesLive()).map(Change::hash)
                .filter(hash -> !hash.equals(live)).findFirst();
    }

    /** @throws IllegalArgumentException when there is no such version */
    RuleFiles files(String hash) {
        return new RuleFiles(PackedFiles.unpack(row(hash).files));
    }

    /**
     * The examples that the version was checked by last; null when there were none, or nobody kept them.
     *
     * @throws IllegalArgumentException when there is no such version
     */
    @Nullable
    Features features(String hash) {
        byte[] packed = row(hash).features;
        return packed == null ? null : new Features(PackedFiles.unpack(packed));
    }

    /** Stores files that compile, as draft or checked; what is known of them already stays, but for the last check. */
    void keep(Tried tried, String author, String note) {
        transaction.executeWithoutResult(status -> stored(tried, author, note));
    }

    /** Stores the version unless it is known, and makes it live, both or neither. */
    void makeLive(Tried tried, String author, String note) {
        transaction.executeWithoutResult(status -> {
            point(stored(tried, author, note), author);
            log(tried.checked().hash(), Change.What.PUBLISHED, author, note);
        });
    }

    /** Makes a version live that was live before. */
    void pointBack(String hash, String who) {
        transaction.executeWithoutResult(status -> {
            point(row(hash), who);
            log(hash, Change.What.ROLLED_BACK, who, "");
        });
    }

    /**
     * Makes a version live whose date has come.
     *
     * @return false when another process did, or the date was cancelled meanwhile
     */
    boolean takeEffect(String hash) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            VersionRow row = row(hash);
            Instant planned = row.effectiveFrom;
            if (!undated(hash)) {
                return false;
            }
            String who = row.effectiveBy;
            entities.refresh(row);
            point(row, who);
            log(hash, Change.What.TOOK_EFFECT, who, String.valueOf(planned));
            return true;
        }));
    }

    /** From when a version is to be live. */
    void schedule(String hash, Instant from, String who) {
        transaction.executeWithoutResult(status -> {
            VersionRow row = row(hash);
            row.effectiveFrom = from;
            row.effectiveBy = who;
            log(hash, Change.What.SCHEDULED, who, from.toString());
        });
    }

    /**
     * Takes the date from a version.
     *
     * @param why the note of the change, and when the engine did it the remark of the version
     * @return false when it has none
     */
    boolean unschedule(String hash, Change.What what, String who, String why) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            if (!undated(hash)) {
                return false;
            }
            if (what == Change.What.PASSED_OVER) {
                VersionRow row = row(hash);
                entities.refresh(row);
                row.remark = why;
            }
            log(hash, what, who, why);
            return true;
        }));
    }

    /** One process only takes a date away, whoever tries at the same time. */
    private boolean undated(String hash) {
        return entities.createQuery("update VersionRow set effectiveFrom = null where hash = :hash and effectiveFrom is not null")
                .setParameter("hash", hash).executeUpdate() == 1;
    }

    /** Versions that have a date, in the order of their dates. */
    List<Version> dated() {
        return versions("where effectiveFrom is not null order by effectiveFrom, hash");
    }

    void noteDryRun(String hash, String summary) {
        transaction.executeWithoutResult(status -> row(hash).dryRun = summary);
    }

    /** Forgets drafts of this author but the given one: of what was saved and refused the last is of interest. */
    void forgetDrafts(String author, String but) {
        transaction.executeWithoutResult(status -> entities.createQuery("""
                delete from VersionRow where author = :author and hash <> :but and firstLiveAt is null
                and examplesFailed > 0 and effectiveFrom is null
                and hash not in (select change.hash from ChangeRow change)""")
                .setParameter("author", author).setParameter("but", but).executeUpdate());
    }

    private VersionRow stored(Tried tried, String author, String note) {
        Checked checked = tried.checked();
        VersionRow row = entities.find(VersionRow.class, checked.hash());
        boolean isNew = row == null;
        if (row == null) {
            row = new VersionRow();
            row.hash = checked.hash();
            row.publishedAt = clock.instant();
            row.author = author;
            row.note = note;
            row.files = PackedFiles.pack(tried.files().texts());
        } else if (!note.isBlank() && !author.equals(Draft.AUTHOR)) {
            // what somebody says of it now; that a file was saved says less than what stands there
            row.note = note;
        }
        if (!tried.features().isEmpty()) {
            row.features = PackedFiles.pack(tried.features().texts());
        }
        row.basedOn = liveHash().orElse("");
        row.checked(checked);
        if (isNew) {
            entities.persist(row);
        }
        return row;
    }

    private void point(VersionRow row, String who) {
        PointerRow pointer = entities.find(PointerRow.class, PointerRow.ONLY);
        boolean isNew = pointer == null;
        if (pointer == null) {
            pointer = new PointerRow();
        }
        pointer.hash = row.hash;
        pointer.changedAt = clock.instant();
        pointer.changedBy = who;
        if (row.firstLiveAt == null) {
            row.firstLiveAt = pointer.changedAt;
        }
        row.effectiveFrom = null;
        if (isNew) {
            entities.persist(pointer);
        }
    }

    private void log(String hash, Change.What what, String who, String note) {
        ChangeRow change = new ChangeRow();
        change.changedAt = clock.instant();
        change.hash = hash;
        change.what = what.word();
        change.changedBy = who;
        change.note = note;
        entities.persist(change);
    }

    private VersionRow row(String hash) {
        VersionRow row = entities.find(VersionRow.class, hash);
        if (row == null) {
            throw unknown(hash);
        }
        return row;
    }

    private static IllegalArgumentException unknown(String hash) {
        return new IllegalArgumentException("There is no version [" + hash + "] of the rulebook.\nMaybe it belongs to"
                + " another database; the list of versions shows those of this one.");
    }

    /** All versions, the newest first. */
    List<Version> versions() {
        return versions("order by publishedAt desc, hash");
    }

    private List<Version> versions(String which) {
        String live = liveHash().orElse("");
        return entities.createQuery("""
                select hash, publishedAt, author, note, compileMillis, examplesPassed, examplesFailed, effectiveFrom, basedOn,
                firstLiveAt, dryRun, remark from VersionRow\s""" + which, StoredVersion.class)
                .getResultList().stream().map(stored -> stored.shown(live)).toList();
    }

    /** @throws IllegalArgumentException when there is no such version */
    Version version(String hash) {
        return versions().stream().filter(version -> version.hash().equals(hash)).findFirst().orElseThrow(() -> unknown(hash));
    }

    /** What was done with versions, the latest first. */
    List<Change> changes() {
        return entities.createQuery("from ChangeRow order by id desc", ChangeRow.class).setMaxResults(CHANGES_SHOWN)
                .getResultList().stream()
                .map(row -> new Change(row.changedAt, row.hash, Change.What.ofWord(row.what), row.changedBy, row.note)).toList();
    }

    /** Without the files. */
    record StoredVersion(String hash, Instant at, String author, String note, long compileMillis,
            @Nullable Integer examplesPassed, @Nullable Integer examplesFailed, @Nullable Instant effectiveFrom, String basedOn,
            @Nullable Instant firstLiveAt, String dryRun, String remark) {

        Version shown(String live) {
            Played played = examplesPassed == null || examplesFailed == null ? null : new Played(examplesPassed, examplesFailed);
            return new Version(hash, state(live), at, author, note, Duration.ofMillis(compileMillis), played, effectiveFrom,
                    basedOn, dryRun, remark, firstLiveAt != null);
        }

        private State state(String live) {
            if (hash.equals(live)) {
                return State.LIVE;
            }
            if (effectiveFrom != null) {
                return State.SCHEDULED;
            }
            if (firstLiveAt != null) {
                return State.RETIRED;
            }
            return examplesFailed != null && examplesFailed > 0 ? State.DRAFT : State.CHECKED;
        }
    }
}
