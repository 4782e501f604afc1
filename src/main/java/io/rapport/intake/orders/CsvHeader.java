package io.rapport.intake.orders;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.rapport.intake.Malformed;
import io.rapport.intake.NearestWord;
import io.rapport.intake.PlainText;
import org.jspecify.annotations.Nullable;

/** The header of a CSV file: which column is which field, and what separates them. */
final class CsvHeader {

    private static final List<OrderField> OF_A_LINE = List.of(OrderField.ORDER, OrderField.QUANTITY, OrderField.PRICE,
            OrderField.TIME);

    private static final List<OrderField> OF_AN_EVENT = List.of(OrderField.TIME, OrderField.TYPE, OrderField.AMOUNT);

    private final byte[] raw;

    private final char separator;

    private final List<String> names;

    private final Map<OrderField, Integer> columns;

    private final boolean eventStream;

    private CsvHeader(byte[] raw, char separator, List<String> names, Map<OrderField, Integer> columns, boolean eventStream) {
        this.raw = raw;
        this.separator = separator;
        this.names = names;
        this.columns = columns;
        this.eventStream = eventStream;
    }

    /**
     * Reads the header.
     *
     * @param told what separates the columns, where the file says so itself; null if not
     * @throws Malformed naming the column that is missing and the one that was probably meant
     */
    static CsvHeader of(byte[] raw, @Nullable Character told, OrderColumns mapping, Charset charset) throws Malformed {
        String text = new String(raw, charset);
        char separator = told == null ? separator(text) : told;
        List<String> names = CsvReader.builder().fieldSeparator(separator).ofSingleCsvRecord(text).getFields().stream()
                .map(CsvHeader::plain)
                .toList();
        Map<OrderField, Integer> columns = new EnumMap<>(OrderField.class);
        for (OrderField field : OrderField.values()) {
            int at = names.indexOf(plain(mapping.name(field)));
            if (at >= 0) {
                columns.put(field, at);
            }
        }
        boolean stream = !columns.containsKey(OrderField.ORDER) && columns.keySet().containsAll(OF_AN_EVENT);
        for (OrderField needed : stream ? OF_AN_EVENT : OF_A_LINE) {
            boolean instead = needed == OrderField.PRICE && columns.containsKey(OrderField.LINE_AMOUNT);
            if (!columns.containsKey(needed) && !instead) {
                throw new Malformed(
                        "no column is named [" + mapping.name(needed) + "], which the route takes as the " + needed.word()
                                + NearestWord.advice(mapping.name(needed), names));
            }
        }
        byte[] whole = told == null ? raw : ("sep=" + told + "\n" + text).getBytes(charset);
        return new CsvHeader(whole, separator, names, columns, stream);
    }

    byte[] raw() {
        return raw.clone();
    }

    char separator() {
        return separator;
    }

    int size() {
        return names.size();
    }

    boolean eventStream() {
        return eventStream;
    }

    /** Whether the bytes end inside a quoted field. */
    boolean opensQuote(byte[] bytes) {
        return openedAt(bytes) >= 0;
    }

    /** Column of the quote that is still open at the end, from 1. */
    int lastQuote(byte[] bytes) {
        return Math.max(0, openedAt(bytes)) + 1;
    }

    SourceRows.Cells cells(CsvRecord fields, String line) {
        return new CsvCells(this, fields, line);
    }

    private int openedAt(byte[] bytes) {
        int openedAt = -1;
        boolean startsField = true;
        for (int i = 0; i < bytes.length; i++) {
            if (openedAt >= 0) {
                openedAt = bytes[i] == '"' ? -1 : openedAt;
                startsField = false;
            } else if (bytes[i] == '"' && (startsField || i > 0 && bytes[i - 1] == '"')) {
                openedAt = i;
            } else {
                startsField = bytes[i] == separator || bytes[i] == '\n';
            }
        }
        return openedAt;
    }

    /** A name as it is compared: without case, blanks around it, and what nobody sees. */
    private static String plain(String name) {
        return PlainText.oneLine(name.replaceAll("\\p{Cf}", ""), 200).toLowerCase(Locale.ROOT);
    }

    private static char separator(String header) {
        char best = ',';
        for (char candidate : new char[] {';', '\t', '|'}) {
            if (count(header, candidate) > count(header, best)) {
                best = candidate;
            }
        }
        return best;
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(character -> character == wanted).count();
    }

    /** One record under this header. */
    private record CsvCells(CsvHeader header, CsvRecord fields, String line) implements SourceRows.Cells {

        @Override
        public String text(OrderField field) {
            Integer at = header.columns.get(field);
            return at == null ? "" : PlainText.trimmed(fields.getField(at));
        }

        @Override
        public int column(OrderField field) {
            Integer at = header.columns.get(field);
            return at == null ? 1 : starts().get(Math.min(at, starts().size() - 1));
        }

        @Override
        public Iterable<String> names() {
            return header.names;
        }

        private List<Integer> starts() {
            List<Integer> starts = new ArrayList<>(List.of(1));
            boolean quoted = false;
            for (int i = 0; i < line.length(); i++) {
                quoted ^= line.charAt(i) == '"';
                if (!quoted && line.charAt(i) == header.separator) {
                    starts.add(i + 2);
                }
            }
            return starts;
        }
    }
}
