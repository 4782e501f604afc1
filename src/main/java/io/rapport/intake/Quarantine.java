package io.rapport.intake;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import io.rapport.intake.Quarantined.Status;

/** Keeps what could not become an event: the bytes as they came, and the reason. The same message again is the same row. */
@Component
public final class Quarantine {

    /** Exchange property of a file that was read: the reasons of its records that were put here, at most a few. */
    public static final String REJECTED = "rapportRejected";

    /** Exchange property: true for a record out of quarantine that comes through its door again. */
    public static final String REPLAYED = "rapportReplayed";

    private static final int LONGEST_REASON = 2_000;

    private static final int LONGEST_SOURCE = 400;

    private final QuarantineRows rows;

    private final TransactionTemplate transaction;

    private final Clock clock;

    Quarantine(QuarantineRows rows, PlatformTransactionManager transactions, Clock clock) {
        this.rows = rows;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * Puts a message away.
     *
     * @param route the route it came by
     * @param reason what was wrong, as people should read it
     * @param raw its bytes
     * @param sourceId where it came from, part of what makes it the same message
     * @return its id
     */
    public String put(String route, String reason, byte[] raw, @Nullable String sourceId) {
        return put(Digest.of(route, sourceId == null ? "" : sourceId, Digest.of(raw)), route, reason, new byte[0], raw, sourceId);
    }

    /** The newest first; all of them if no status is given. */
    public List<Quarantined> list(@Nullable Status status, int page, int size) {
        PageRequest request = PageRequest.of(page, size);
        return in(() -> (status == null
                ? rows.findByOrderByAtDescIdAsc(request)
                : rows.findByStatusOrderByAtDescIdAsc(status, request)).stream().map(QuarantineRow::about).toList());
    }

    public long count(Status status) {
        return in(() -> rows.countByStatus(status));
    }

    public Optional<Quarantined> find(String id) {
        return in(() -> rows.findById(id).map(QuarantineRow::about));
    }

    /** The bytes as they came. */
    public Optional<byte[]> raw(String id) {
        return in(() -> rows.findById(id).map(QuarantineRow::raw));
    }

    /** What has to stand before the bytes to read them alone: the header of a CSV file; mostly empty. */
    public Optional<byte[]> preface(String id) {
        return in(() -> rows.findById(id).map(QuarantineRow::preface));
    }

    /** Notes that the message was sent again, with the bytes that were sent; raw stays as it came. */
    public void replayed(String id, byte[] mended) {
        transaction.executeWithoutResult(status -> rows.findById(id).ifPresent(row -> row.replayed(mended)));
    }

    /** Notes that nobody will send it again. */
    public void discard(String id) {
        transaction.executeWithoutResult(status -> rows.findById(id).ifPresent(QuarantineRow::discarded));
    }

    /** A record of a file. The file's name is not part of its id: the file may come back under another one. */
    public String putRecord(String route, OrderFile.Rejected bad) {
        String inFile = bad.at().substring(bad.at().indexOf(':', bad.at().lastIndexOf('/') + 1));
        String key = Digest.of(route, inFile, Digest.of(bad.preface()),
                bad.raw().length == 0 ? bad.reason() : Digest.of(bad.raw()));
        return put(key, route, bad.reason(), bad.preface(), bad.raw(), bad.at());
    }

    private String put(String id, String route, String reason, byte[] preface, byte[] raw, @Nullable String sourceId) {
        var about = new Quarantined(id, route, sourceId == null ? null : PlainText.oneLine(sourceId, LONGEST_SOURCE),
                PlainText.bounded(reason, LONGEST_REASON), clock.instant().truncatedTo(ChronoUnit.MILLIS), Status.WAITING,
                raw.length);
        try {
            transaction.executeWithoutResult(status -> {
                if (!rows.existsById(id)) {
                    rows.save(new QuarantineRow(about, preface, raw));
                }
            });
        } catch (DataIntegrityViolationException e) {
            if (find(id).isEmpty()) {
                throw e;
            }
        }
        return id;
    }

    private <T> T in(java.util.function.Supplier<T> work) {
        return java.util.Objects.requireNonNull(transaction.execute(status -> work.get()));
    }
}
