package io.rapport.intake.orders;

import java.io.IOException;
import java.nio.file.Path;

import io.rapport.intake.Malformed;

/** Tells JSON from CSV by the first bytes, whatever the file is called. */
public final class SourceFormat {

    private static final int PUSHBACK = JsonRows.LONGEST_OBJECT + 64 * 1024;

    private SourceFormat() {}

    public static SourceRows open(Path file, OrderColumns columns) throws IOException, Malformed {
        SourceFile source = SourceFile.open(file, PUSHBACK);
        try {
            return rows(source, columns);
        } catch (IOException | Malformed | RuntimeException e) {
            source.close();
            throw e;
        }
    }

    private static SourceRows rows(SourceFile source, OrderColumns columns) throws IOException, Malformed {
        byte[] start = source.content().readNBytes(4 * 1024);
        source.content().unread(start);
        return JsonRows.looksLike(start) ? new JsonRows(source, columns)
                : new CsvRows(new SourceLines(source), source.charset(), columns);
    }
}
