package io.rapport.intake.orders;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PushbackInputStream;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The objects of a JSON file: an array, one object a line, or objects one after the other. The file is cut into objects by their
 * braces and each is read on its own, so one that is broken costs only its own first line.
 */
final class JsonRows implements SourceRows {

    /** A longer object is given up, in bytes. */
    static final int LONGEST_OBJECT = 1024 * 1024;

    /** After so many broken lines in a row the rest of the file is left alone: each costs a search for its end. */
    private static final int MOST_GIVEN_UP = 200;

    private final JsonMapper mapper = JsonMapper
            .builder(JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final SourceFile file;

    private final PushbackInputStream in;

    private final OrderColumns columns;

    private final boolean eventStream;

    private long line = 1;

    private int givenUpInARow;

    JsonRows(SourceFile file, OrderColumns columns) throws IOException {
        this.file = file;
        this.in = file.content();
        this.columns = columns;
        this.eventStream = firstIsAnEvent();
    }

    @Override
    public @Nullable Row next() throws IOException {
        int first = givenUpInARow > MOST_GIVEN_UP ? -1 : skipBetween();
        if (first < 0) {
            return null;
        }
        in.unread(first);
        return first == '{' ? object() : noObject("an object in braces is expected here");
    }

    @Override
    public byte[] preface() {
        return new byte[0];
    }

    @Override
    public boolean eventStream() {
        return eventStream;
    }

    @Override
    public double share() {
        return file.share();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private boolean firstIsAnEvent() throws IOException {
        byte[] start = in.readNBytes(8 * 1024);
        in.unread(start);
        String text = new String(start, java.nio.charset.StandardCharsets.UTF_8);
        return !text.contains("\"" + columns.name(OrderField.ORDER) + "\"")
                && text.contains("\"" + columns.name(OrderField.TYPE) + "\"");
    }

    private int skipBetween() throws IOException {
        int next = in.read();
        while (next >= 0 && (next <= ' ' || next == ',' || next == '[' || next == ']')) {
            line += next == '\n' ? 1 : 0;
            next = in.read();
        }
        return next;
    }

    private Row object() throws IOException {
        var bytes = new ByteArrayOutputStream(256);
        boolean quoted = false;
        int depth = 0;
        int lines = 0;
        for (int next = in.read(); next >= 0 && bytes.size() < LONGEST_OBJECT; next = in.read()) {
            bytes.write(next);
            lines += next == '\n' ? 1 : 0;
            if (quoted && next == '\\') {
                int escaped = in.read();
                bytes.write(Math.max(escaped, ' '));
                lines += escaped == '\n' ? 1 : 0;
            } else if (quoted && next == '\n') {
                break;
            } else if (next == '"') {
                quoted = !quoted;
            } else if (!quoted) {
                depth += next == '{' ? 1 : next == '}' ? -1 : 0;
                if (depth == 0) {
                    long began = line;
                    line += lines;
                    return parsed(began, bytes.toByteArray());
                }
            }
        }
        in.unread(bytes.toByteArray());
        return noObject("the object that begins here does not end");
    }

    /** Gives up one line. */
    private Row noObject(String reason) throws IOException {
        var bytes = new ByteArrayOutputStream();
        int next = in.read();
        while (next >= 0 && next != '\n') {
            if (bytes.size() < SourceLines.LONGEST_LINE) {
                bytes.write(next);
            }
            next = in.read();
        }
        boolean last = ++givenUpInARow > MOST_GIVEN_UP;
        return new Broken(next == '\n' ? line++ : line, bytes.toByteArray(), 1,
                last ? reason + "\nToo many broken lines in a row: the rest of the file was not read." : reason);
    }

    private Row parsed(long began, byte[] bytes) {
        try {
            JsonNode node = mapper.readTree(bytes);
            givenUpInARow = 0;
            return new Read(began, bytes, new JsonCells(node, null, columns));
        } catch (JacksonException e) {
            var at = e.getLocation();
            long lineOfFault = at == null ? began : began + Math.max(0, at.getLineNr() - 1);
            String reason = "no JSON: " + e.getOriginalMessage() + " (line " + lineOfFault + ")";
            return new Broken(began, bytes, at == null ? 1 : Math.max(1, at.getColumnNr()), reason);
        }
    }

    /** Whether these bytes begin like JSON. */
    static boolean looksLike(byte[] start) {
        String text = new String(start, java.nio.charset.StandardCharsets.UTF_8).strip();
        return text.startsWith("{") || text.startsWith("[") && Arrays.stream(new String[] {"{", "]"})
                .anyMatch(text.substring(1).strip()::startsWith);
    }
}
