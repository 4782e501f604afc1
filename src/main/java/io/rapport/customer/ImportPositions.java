package io.rapport.customer;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How far the import of each history file is; written in the same transaction as what was imported. */
@Component
public final class ImportPositions {

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

    /** Files that were begun and not finished. */
    public List<String> unfinished() {
        return sessions.reading(session -> session
                .createSelectionQuery("select file from ImportPositionRow where finishedAt is null", String.class)
                .getResultList());
    }

    /** Writes the position inside the caller's transaction. */
    public void write(Position position) {
        var row = new ImportPositionRow();
        row.file = position.file();
        row.line = position.line();
        row.events = position.events();
        row.reached = position.reached();
        row.finishedAt = position.finishedAt();
        sessions.inTransaction(session -> {
            session.upsert(row);
            return row;
        });
    }
}
