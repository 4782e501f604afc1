package io.rapport.intake.orders;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

import org.jspecify.annotations.Nullable;

/** The bytes of a file, unpacked if it is gzip (told by its first bytes, not its name), and how much of it was read. */
final class SourceFile implements AutoCloseable {

    private static final int BUFFER = 64 * 1024;

    private final Counting counting;

    private final long size;

    private final @Nullable Charset charset;

    private final PushbackInputStream content;

    private SourceFile(InputStream raw, long size, int pushback) throws IOException {
        this.counting = new Counting(raw);
        this.size = size;
        var packed = new PushbackInputStream(counting, 2);
        byte[] magic = packed.readNBytes(2);
        packed.unread(magic);
        boolean gzip = magic.length == 2 && (magic[0] & 0xff) == 0x1f && (magic[1] & 0xff) == 0x8b;
        InputStream unpacked = gzip ? new Unpacked(new GZIPInputStream(packed, BUFFER), counting) : packed;
        var plain = new PushbackInputStream(new BufferedInputStream(unpacked, BUFFER), 4);
        this.charset = charset(plain);
        InputStream told = charset == null || charset.equals(UTF_8) ? plain : new InUtf8(new InputStreamReader(plain, charset));
        this.content = new PushbackInputStream(told, pushback);
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

    /** UTF-8 if the first bytes say UTF-8 or UTF-16 (which {@link #content} has in UTF-8 then), null if they say nothing. */
    @Nullable
    Charset charset() {
        return charset == null ? null : UTF_8;
    }

    /** By the byte order mark, which is skipped, or the zeros between the letters of UTF-16. */
    private static @Nullable Charset charset(PushbackInputStream plain) throws IOException {
        byte[] start = plain.readNBytes(4);
        int mark = 0;
        Charset charset = null;
        if (start.length >= 3 && start[0] == (byte) 0xef && start[1] == (byte) 0xbb && start[2] == (byte) 0xbf) {
            mark = 3;
            charset = UTF_8;
        } else if (start.length >= 2 && start[0] == (byte) 0xff && start[1] == (byte) 0xfe) {
            mark = 2;
            charset = UTF_16LE;
        } else if (start.length >= 2 && start[0] == (byte) 0xfe && start[1] == (byte) 0xff) {
            mark = 2;
            charset = UTF_16BE;
        } else if (start.length == 4 && start[0] != 0 && start[1] == 0 && start[2] != 0 && start[3] == 0) {
            charset = UTF_16LE;
        } else if (start.length == 4 && start[0] == 0 && start[1] != 0 && start[2] == 0 && start[3] != 0) {
            charset = UTF_16BE;
        }
        plain.unread(start, mark, start.length - mark);
        return charset;
    }

    /** Characters as the bytes of UTF-8. */
    private static final class InUtf8 extends InputStream {

        private final Reader characters;

        private final char[] read = new char[BUFFER];

        private byte[] bytes = new byte[0];

        private int at;

        InUtf8(Reader characters) {
            this.characters = characters;
        }

        @Override
        public int read() throws IOException {
            return at < bytes.length || fill() ? bytes[at++] & 0xff : -1;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            if (at >= bytes.length && !fill()) {
                return -1;
            }
            int count = Math.min(length, bytes.length - at);
            System.arraycopy(bytes, at, into, from, count);
            at += count;
            return count;
        }

        @Override
        public void close() throws IOException {
            characters.close();
        }

        private boolean fill() throws IOException {
            int count = characters.read(read, 0, read.length - 1);
            if (count > 0 && Character.isHighSurrogate(read[count - 1])) {
                count += Math.max(0, characters.read(read, count, 1));
            }
            bytes = count <= 0 ? new byte[0] : new String(read, 0, count).getBytes(UTF_8);
            at = 0;
            return bytes.length > 0;
        }
    }

    /** Stops at a file that was made to fill up whoever opens it: no shop's orders are packed so tightly. */
    private static final class Unpacked extends FilterInputStream {

        private static final long HARMLESS = 64L * 1024 * 1024;

        private static final int TIGHTEST = 200;

        private final Counting packed;

        private long read;

        Unpacked(InputStream in, Counting packed) {
            super(in);
            this.packed = packed;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int count = super.read(into, from, length);
            read += Math.max(0, count);
            if (read > HARMLESS && read / TIGHTEST > packed.read) {
                throw new IOException("it unpacks to more than " + TIGHTEST + " times its size");
            }
            return count;
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
