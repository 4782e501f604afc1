package io.rapport.intake.orders;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** The lines of a file as bytes, each with its number; lines that were read too early can be put back. */
final class SourceLines implements AutoCloseable {

    /** What is kept of a line; a longer one is marked as cut. */
    static final int LONGEST_LINE = 256 * 1024;

    private final SourceFile file;

    private final Deque<Line> putBack = new ArrayDeque<>();

    private final byte[] block = new byte[LONGEST_LINE];

    private int at;

    private int end;

    private long number;

    /**
     * @param number from 1
     * @param bytes without the line's end
     * @param cut whether the line was longer than {@link #LONGEST_LINE}
     */
    record Line(long number, byte[] bytes, boolean cut) {}

    SourceLines(SourceFile file) {
        this.file = file;
    }

    /** The next line, null at the end of the file. Ends with a line feed, a carriage return or both. */
    @Nullable
    Line next() throws IOException {
        Line early = putBack.poll();
        return early == null ? read() : early;
    }

    /** Gives lines back that belong to what comes next, in their order. */
    void back(List<Line> lines) {
        lines.reversed().forEach(putBack::addFirst);
    }

    /** Whether a line was read so far. */
    boolean any() {
        return number > 0;
    }

    double share() {
        return file.share();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private @Nullable Line read() throws IOException {
        var line = new ByteArrayOutputStream(160);
        boolean cut = false;
        boolean any = false;
        while (at < end || fill()) {
            any = true;
            int stop = at;
            while (stop < end && block[stop] != '\n' && block[stop] != '\r') {
                stop++;
            }
            int room = LONGEST_LINE - line.size();
            line.write(block, at, Math.min(stop - at, room));
            cut |= stop - at > room;
            at = stop;
            if (stop < end) {
                skipEnd();
                break;
            }
        }
        return any ? new Line(++number, line.toByteArray(), cut) : null;
    }

    private void skipEnd() throws IOException {
        boolean carriageReturn = block[at++] == '\r';
        if (carriageReturn && (at < end || fill()) && block[at] == '\n') {
            at++;
        }
    }

    private boolean fill() throws IOException {
        at = 0;
        end = Math.max(0, file.content().read(block, 0, block.length));
        return end > 0;
    }
}
