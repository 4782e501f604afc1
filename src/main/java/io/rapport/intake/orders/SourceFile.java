package io.rapport.intake.orders;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** The bytes of a file, unpacked if it is gzip (told by its first bytes, not its name), and how much of it was read. */
final class SourceFile implements AutoCloseable {

    private static final int BUFFER = 64 * 1024;

    private final Counting counting;

    private final long size;

    private final PushbackInputStream content;

    private SourceFile(InputStream raw, long size, int pushback) throws IOException {
        this.counting = new Counting(raw);
        this.size = size;
        var packed = new PushbackInputStream(counting, 2);
        byte[] magic = packed.readNBytes(2);
        packed.unread(magic);
        boolean gzip = magic.length == 2 && (magic[0] & 0xff) == 0x1f && (magic[1] & 0xff) == 0x8b;
        var plain = new BufferedInputStream(gzip ? new GZIPInputStream(packed, BUFFER) : packed, BUFFER);
        this.content = new PushbackInputStream(plain, pushback);
        skipByteOrderMark();
    }

    /** @param pushback how many bytes a reader may put back */
    static SourceFile open(Path file, int pushback) throws IOException {
        InputStream raw = new BufferedInputStream(Files.newInputStream(file), BUFFER);
        try {
            return new SourceFile(raw, Files.size(file), pushback);
        } catch (IOException e) {
            raw.close();
            throw e;
        }
    }

    PushbackInputStream content() {
        return content;
    }

    /** Share of the file that was read, 0 to 1. */
    double share() {
        return size == 0 ? 1 : Math.min(1.0, (double) counting.read / size);
    }

    @Override
    public void close() throws IOException {
        content.close();
    }

    private void skipByteOrderMark() throws IOException {
        byte[] start = content.readNBytes(3);
        boolean mark = start.length == 3 && (start[0] & 0xff) == 0xef && (start[1] & 0xff) == 0xbb && (start[2] & 0xff) == 0xbf;
        if (!mark) {
            content.unread(start);
        }
    }

    private static final class Counting extends FilterInputStream {

        private long read;

        Counting(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            read += value < 0 ? 0 : 1;
            return value;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int count = super.read(into, from, length);
            read += Math.max(0, count);
            return count;
        }
    }
}
