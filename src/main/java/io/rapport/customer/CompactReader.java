package io.rapport.customer;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads what {@link CompactWriter} wrote. */
final class CompactReader {

    private final byte[] bytes;
    private int at;
    private final List<String> words = new ArrayList<>();

    CompactReader(byte[] bytes) {
        this.bytes = bytes;
    }

    int octet() {
        return bytes[at++] & 0xFF;
    }

    long number() {
        var value = 0L;
        for (var shift = 0;; shift += 7) {
            var next = bytes[at++];
            value |= (long) (next & 0x7F) << shift;
            if (next >= 0) {
                return (value >>> 1) ^ -(value & 1);
            }
        }
    }

    int whole() {
        return Math.toIntExact(number());
    }

    double amount() {
        if (octet() == 0) {
            return number() / 100.0;
        }
        return Double.longBitsToDouble(bits());
    }

    long[] words() {
        var values = new long[whole()];
        for (var i = 0; i < values.length; i++) {
            values[i] = bits();
        }
        return values;
    }

    private long bits() {
        var bits = 0L;
        for (var i = 0; i < Long.BYTES; i++) {
            bits = bits << 8 | octet();
        }
        return bits;
    }

    boolean yesNo() {
        return octet() == 1;
    }

    String text() {
        var length = whole();
        var text = new String(bytes, at, length, StandardCharsets.UTF_8);
        at += length;
        return text;
    }

    String word() {
        var said = whole();
        if (said > 0) {
            return words.get(said - 1);
        }
        var word = text();
        words.add(word);
        return word;
    }

    Instant instant() {
        var value = number();
        var milli = Instant.ofEpochMilli(value >> 1);
        return (value & 1) == 0 ? milli : milli.plusNanos(number());
    }

    <T> @Nullable T optional(Supplier<T> content) {
        return yesNo() ? content.get() : null;
    }

    <T> List<T> list(Supplier<T> content) {
        var size = whole();
        if (size == 0) {
            return List.of();
        }
        var values = new ArrayList<T>(size);
        for (var i = 0; i < size; i++) {
            values.add(content.get());
        }
        return Collections.unmodifiableList(values);
    }

    <T> Map<String, T> map(Supplier<T> content) {
        var size = whole();
        if (size == 0) {
            return Map.of();
        }
        Map<String, T> values = HashMap.newHashMap(size);
        for (var i = 0; i < size; i++) {
            var key = text();
            values.put(key, content.get());
        }
        return Collections.unmodifiableMap(values);
    }
}
