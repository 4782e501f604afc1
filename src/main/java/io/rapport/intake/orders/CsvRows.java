package io.rapport.intake.orders;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.rapport.intake.Malformed;
import io.rapport.intake.orders.SourceLines.Line;
import org.jspecify.annotations.Nullable;

/**
 * The records of a CSV file. A record may run over several lines inside quotes; if such a record turns out to be wrong, only its
 * first line is given up, since a quote that was never closed swallows good lines.
 */
final class CsvRows implements SourceRows {

    private static final Pattern SEPARATOR = Pattern.compile("\"?(?i:sep)=([,;|\\t])\"?[,;|\\s]*");

    /** Says that what follows is UTF-8. */
    private static final byte[] MARK = "\uFEFF".getBytes(StandardCharsets.UTF_8);

    private static final int MOST_LINES_OF_A_RECORD = 100;

    private final SourceLines lines;

    private final Charset charset;

    /** Whether the file itself says its charset. */
    private final boolean told;

    private final String comments;

    private final CsvHeader header;

    private final CsvReader.CsvReaderBuilder parser;

    /** @param charset of the file, where its first bytes say it; otherwise the route's */
    CsvRows(SourceLines lines, @Nullable Charset charset, OrderColumns columns) throws IOException, Malformed {
        this.lines = lines;
        this.told = charset != null;
        this.charset = charset == null ? columns.charset() : charset;
        Line first = nextLine(columns.comments());
        Character separator = first == null ? null : separator(first);
        if (separator != null) {
            first = nextLine(columns.comments());
        }
        if (first == null) {
            throw new Malformed(lines.any() ? "the file has no header line" : "the file is empty");
        }
        if (first.cut()) {
            throw new Malformed("a line longer than " + SourceLines.LONGEST_LINE + " bytes");
        }
        this.comments = columns.commentsBetween();
        this.header = CsvHeader.of(first.bytes(), separator, columns, this.charset);
        this.parser = CsvReader.builder().fieldSeparator(header.separator());
    }

    @Override
    public @Nullable Row next() throws IOException {
        Line first = nextLine(comments);
        if (first == null) {
            return null;
        }
        if (first.cut()) {
            return new Broken(first.number(), first.bytes(), 1, "a line longer than " + SourceLines.LONGEST_LINE + " bytes");
        }
        return header.opensQuote(first.bytes()) ? severalLines(first) : record(first.number(), first.bytes());
    }

    @Override
    public byte[] preface() {
        var preface = new ByteArrayOutputStream();
        preface.writeBytes(told ? MARK : new byte[0]);
        preface.writeBytes(header.raw());
        return preface.toByteArray();
    }

    @Override
    public boolean eventStream() {
        return header.eventStream();
    }

    @Override
    public double share() {
        return lines.share();
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }

    /** What a spreadsheet writes above the header: {@code sep=;}. */
    private @Nullable Character separator(Line line) {
        Matcher told = SEPARATOR.matcher(new String(line.bytes(), 0, Math.min(line.bytes().length, 20), charset));
        return told.matches() ? told.group(1).charAt(0) : null;
    }

    private @Nullable Line nextLine(String comments) throws IOException {
        Line line = lines.next();
        while (line != null && isSkipped(line.bytes(), comments)) {
            line = lines.next();
        }
        return line;
    }

    private boolean isSkipped(byte[] bytes, String comments) {
        return new String(bytes, 0, Math.min(bytes.length, 200), charset).isBlank()
                || !comments.isEmpty() && new String(bytes, 0, Math.min(bytes.length, 20), charset).startsWith(comments);
    }

    private Row severalLines(Line first) throws IOException {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(first.bytes());
        List<Line> more = new ArrayList<>();
        while (more.size() < MOST_LINES_OF_A_RECORD && bytes.size() < SourceLines.LONGEST_LINE) {
            Line line = lines.next();
            if (line == null) {
                break;
            }
            more.add(line);
            bytes.write('\n');
            bytes.writeBytes(line.bytes());
            if (!header.opensQuote(bytes.toByteArray())) {
                Row row = record(first.number(), bytes.toByteArray());
                if (row instanceof Read) {
                    return row;
                }
                break;
            }
        }
        lines.back(more);
        return new Broken(first.number(), first.bytes(), header.lastQuote(first.bytes()),
                "a quote is opened here and closed nowhere fitting");
    }

    private Row record(long number, byte[] bytes) {
        String text = new String(bytes, charset);
        int unreadable = text.indexOf('\uFFFD');
        if (unreadable >= 0) {
            return new Broken(number, bytes, unreadable + 1,
                    "this is not " + charset
                            + "\nMaybe the route's variable file.charset should say [windows-1252] or [GB18030].");
        }
        try {
            CsvRecord fields = parser.ofSingleCsvRecord(text);
            return fields.getFieldCount() == header.size()
                    ? new Read(number, bytes, header.cells(fields, text))
                    : new Broken(number, bytes, 1, "needs " + header.size() + " fields as the header has, found ["
                            + fields.getFieldCount() + "]");
        } catch (CsvParseException e) {
            return new Broken(number, bytes, 1, "no CSV: " + e.getMessage());
        }
    }
}
