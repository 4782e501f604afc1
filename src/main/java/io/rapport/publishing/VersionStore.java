package io.rapport.publishing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import io.rapport.rulebook.RuleFiles;
import jakarta.persistence.EntityManager;

/** Versions and the live pointer in the database. */
@Component
final class VersionStore {

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

    /** @throws IllegalArgumentException when there is no such version */
    RuleFiles files(String hash) {
        VersionRow row = entities.find(VersionRow.class, hash);
        if (row == null) {
            throw new IllegalArgumentException("There is no version [" + hash + "] of the rulebook.\nMaybe it belongs to"
                    + " another database; the list of versions shows those of this one.");
        }
        return PackedFiles.unpack(row.files);
    }

    /**
     * Stores the version unless it is known, and makes it live, both or neither.
     *
     * @throws org.springframework.dao.OptimisticLockingFailureException when another process published meanwhile
     */
    void makeLive(RuleFiles files, String author, String note, Duration compileTime) {
        String hash = files.hash();
        transaction.executeWithoutResult(status -> {
            if (entities.find(VersionRow.class, hash) == null) {
                VersionRow row = new VersionRow();
                row.hash = hash;
                row.publishedAt = clock.instant();
                row.author = author;
                row.note = note;
                row.files = PackedFiles.pack(files);
                row.compileMillis = compileTime.toMillis();
                entities.persist(row);
            }
            point(hash, author);
        });
    }

    private void point(String hash, String who) {
        PointerRow pointer = entities.find(PointerRow.class, PointerRow.ONLY);
        boolean isNew = pointer == null;
        if (pointer == null) {
            pointer = new PointerRow();
        }
        pointer.hash = hash;
        pointer.changedAt = clock.instant();
        pointer.changedBy = who;
        if (isNew) {
            entities.persist(pointer);
        }
    }

    /** All versions, the newest first. */
    List<Version> versions() {
        String live = liveHash().orElse("");
        return entities.createQuery("""
                select hash, publishedAt, author, note, compileMillis from VersionRow
                order by publishedAt desc, hash""", StoredVersion.class).getResultList().stream()
                .map(stored -> stored.shown(live)).toList();
    }

    /** Without the files. */
    record StoredVersion(String hash, Instant at, String author, String note, long compileMillis) {

        Version shown(String live) {
            return new Version(hash, at, author, note, hash.equals(live), Duration.ofMillis(compileMillis));
        }
    }
}
