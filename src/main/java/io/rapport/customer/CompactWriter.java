package io.rapport.customer;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Writes numbers in as few bytes as they need (seven bits a byte, small first). {@link CompactReader} reads them back. */
final class CompactWriter {

    private static final int NANOS_IN_A_MILLI = 1_000_000;

    private byte[] bytes = new byte[1024];
    private int length;
    private final Map<String, Integer> words = new HashMap<>();

    byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }

    void octet(int value) {
        if (length == bytes.length) {
            bytes = Arrays.copyOf(bytes, length * 2);
        }
        bytes[length++] = (byte) value;
    }

    /** Any number; the sign moves to the lowest bit, so that small negative ones stay short. */
    void number(long value) {
        var rest = (value << 1) ^ (value >> 63);
        while ((rest & ~0x7FL) != 0) {
            octet((int) (rest & 0x7F | 0x80));
            rest >>>= 7;
        }
        octet((int) rest);
    }

    /** A number with fraction: hundredths as a whole number where that is exact, else its eight bytes. */
    void amount(double value) {
        var hundredths = Math.rint(value * 100);
        var whole = (long) hundredths;
        if (Math.abs(hundredths) < 1e12 && Double.compare(whole / 100.0, value) == 0) {
            octet(0);
            number(whole);
            return;
        }
        octet(1);
        word(Double.doubleToLongBits(value));
    }

    /** Eight bytes each. */
    void words(long[] values) {
        number(values.length);
        for (var value : values) {
            word(value);
        }
    }

    private void word(long bits) {
        for (var shift = 56; shift >= 0; shift -= 8) {
            octet((int) (bits >>> shift));
        }
    }

    void yesNo(boolean value) {
        octet(value ? 1 : 0);
    }

    void text(String value) {
        var utf8 = value.getBytes(StandardCharsets.UTF_8);
        number(utf8.length);
        if (length + utf8.length > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + utf8.length));
        }
        System.arraycopy(utf8, 0, bytes, length, utf8.length);
        length += utf8.length;
    }

    /** A text that may come again: from the second time on, its number among those said so far. */
    void word(String value) {
        var said = words.putIfAbsent(value, words.size() + 1);
        number(said == null ? 0 : said);
        if (said == null) {
            text(value);
        }
    }

    /** Milliseconds, and what is finer than those where there is something. */
    void instant(Instant value) {
        var finer = value.getNano() % NANOS_IN_A_MILLI;
        number(value.toEpochMilli() << 1 | (finer == 0 ? 0 : 1));
        if (finer != 0) {
            number(finer);
        }
    }

    <T> void optional(@Nullable T value, Consumer<T> content) {
        yesNo(value != null);
        if (value != null) {
            content.accept(value);
        }
    }

    <T> void list(Collection<T> values, Consumer<T> content) {
        number(values.size());
        values.forEach(content);
    }

    <T> void map(Map<String, T> values, Consumer<T> content) {
        number(values.size());
        BiConsumer<String, T> entry = (key, value) -> {
            text(key);
            content.accept(value);
        };
        values.forEach(entry);
    }
}
