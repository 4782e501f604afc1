package io.rapport.customer;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How far the import of each history file is; written in the same transaction as what was imported. */
@Component
public final class ImportPositions {

    private static final int LONGEST_NAME = 500;

    private final Sessions sessions;

    ImportPositions(Sessions sessions) {
        this.sessions = sessions;
    }

    /**
     * @param file name and fingerprint of the file
     * @param line lines read and committed, the header among them
     * @param events events committed
     * @param reached the latest instant that was decided about, null before the first
     * @param finishedAt when the whole file was in, null until then
     */
    public record Position(
            String file, long line, long events, @Nullable Instant reached, @Nullable Instant finishedAt) {

        /** The beginning of a file. */
        public static Position start(String file) {
            return new Position(file, 0, 0, null, null);
        }
    }

    /** Where the import of a file stands. */
    public Position of(String file) {
        return sessions.reading(session -> {
            var row = session.get(ImportPositionRow.class, file);
            return row == null
                    ? Position.start(file)
                    : new Position(row.file, row.line, row.events, row.reached, row.finishedAt);
        });
    }

    /**
     * An import that was begun, is not in and was not given up.
     *
     * @param file its fingerprint
     * @param name of the file when it was begun last; the fingerprint for one that was begun before names were kept
     * @param since when it was begun first, null for one that was begun before this was kept
     * @param events committed
     * @param reached the latest instant that was decided about, null before the first
     */
    public record Unfinished(
            String file, String name, @Nullable Instant since, long events, @Nullable Instant reached) {}

    /** What was begun and is neither in nor given up. */
    public List<Unfinished> unfinished() {
        return sessions.reading(session -> session
                .createSelectionQuery(
                        "from ImportPositionRow where finishedAt is null and abandonedAt is null order by begunAt, file",
                        ImportPositionRow.class)
                .getResultStream()
                .map(row -> new Unfinished(
                        row.file, row.name == null ? row.file : row.name, row.begunAt, row.events, row.reached))
                .toList());
    }

    /** Begins a file, or goes on with it, also with one that was given up. */
    public void begin(Position position, String name, Instant now) {
        sessions.inTransaction(session -> {
            var row = session.get(ImportPositionRow.class, position.file());
            var begun = row == null ? new ImportPositionRow() : row;
            begun.file = position.file();
            begun.name = Text.atMost(LONGEST_NAME, name);
            begun.begunAt = begun.begunAt == null ? now : begun.begunAt;
            begun.abandonedAt = null;
            session.upsert(begun);
            return begun;
        });
    }

    /**
     * Writes the position inside the caller's transaction.
     *
     * @throws ImportAbandoned if it was given up meanwhile
     */
    public void write(Position position) {
        sessions.inTransaction(session -> {
            var written = session.createMutationQuery("update ImportPositionRow set line = :line, events = :events, "
                    + "reached = :reached, finishedAt = :finished where file = :file and abandonedAt is null")
                    .setParameter("line", position.line())
                    .setParameter("events", position.events())
                    .setParameter("reached", position.reached(), Instant.class)
                    .setParameter("finished", position.finishedAt(), Instant.class)
                    .setParameter("file", position.file())
                    .executeUpdate();
            if (written == 0) {
                throw new ImportAbandoned(position.file());
            }
            return written;
        });
    }

    /**
     * Gives an import up, inside the caller's transaction: what is in stays, nothing more comes, nobody waits for it.
     *
     * @return false if there is no unfinished one of this fingerprint
     */
    public boolean abandon(String file, Instant now) {
        return sessions.inTransaction(session -> session.createMutationQuery("update ImportPositionRow set abandonedAt = :now "
                + "where file = :file and finishedAt is null and abandonedAt is null")
                .setParameter("now", now)
                .setParameter("file", file)
                .executeUpdate() == 1);
    }
}
