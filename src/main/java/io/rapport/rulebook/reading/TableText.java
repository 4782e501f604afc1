package io.rapport.rulebook.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.rapport.rulebook.Problems;

/**
 * The parts of a table's text as spreadsheets write it: comma, semicolon or tab between cells; quotes around any cell, also
 * around a line of the head; empty cells behind the last; a first line {@code sep=;}.
 *
 * @param separator between cells
 * @param first index of the line that names the columns
 */
public record TableText(List<String> lines, char separator, int first) {

    private static final Pattern SEPARATOR_LINE = Pattern.compile("\"?sep=.\"?[,;\t]*", Pattern.CASE_INSENSITIVE);

    private static final Pattern EMPTY_CELLS = Pattern.compile("[\\s,;\"]*");

    public static TableText of(List<String> lines) {
        var first = 0;
        while (first < lines.size() && isHead(lines.get(first), first)) {
            first++;
        }
        return new TableText(lines, first < lines.size() ? separator(lines.get(first)) : ',', first);
    }

    private static boolean isHead(String line, int number) {
        var bare = line.strip();
        return bare.startsWith("#") || bare.startsWith("\"#") || EMPTY_CELLS.matcher(bare).matches()
                || number == 0 && SEPARATOR_LINE.matcher(bare).matches();
    }

    /** No phrase of the vocabulary has a tab or a semicolon in it, but some have a comma. */
    private static char separator(String header) {
        var bare = header.replaceAll("\"[^\"]*\"", "");
        return bare.indexOf('\t') >= 0 ? '\t' : bare.indexOf(';') >= 0 ? ';' : ',';
    }

    /** Where the list separator is no comma, the comma is the decimal sign. */
    public boolean decimalComma() {
        return separator == ';';
    }

    /** The lines of the head without their sign; what a spreadsheet took for several cells is one text again. */
    public List<MetaReader.Line> head() {
        var head = new ArrayList<MetaReader.Line>();
        for (var number = 0; number < first; number++) {
            var line = lines.get(number);
            var at = line.indexOf('#');
            if (at >= 0) {
                head.add(new MetaReader.Line(number + 1, at + 2, joined(line.strip())));
            }
        }
        return head;
    }

    private String joined(String line) {
        var cells = new ArrayList<String>();
        var from = 0;
        for (var at = end(line, 0); at < line.length(); at = end(line, from)) {
            cells.add(unquoted(line.substring(from, at)));
            from = at + 1;
        }
        cells.add(unquoted(line.substring(from)));
        while (cells.size() > 1 && cells.getLast().isBlank()) {
            cells.removeLast();
        }
        return String.join(",", cells).replaceFirst("^#", "");
    }

    /** Where the cell that starts here ends. */
    private int end(String line, int from) {
        var quoted = false;
        for (var at = from; at < line.length(); at++) {
            if (line.charAt(at) == '"' && line.charAt(from) == '"') {
                quoted = !quoted;
            } else if (line.charAt(at) == separator && !quoted) {
                return at;
            }
        }
        return line.length();
    }

    private static String unquoted(String cell) {
        return cell.length() > 1 && cell.startsWith("\"") && cell.endsWith("\"")
                ? cell.substring(1, cell.length() - 1).replace("\"\"", "\"")
                : cell;
    }

    /** The header and the rows; empty after a problem. */
    public List<CsvRecord> records(Problems problems) {
        var body = String.join("\n", lines.subList(Math.min(first, lines.size()), lines.size()));
        if (body.isBlank()) {
            return List.of();
        }
        try (var reader = CsvReader.builder().fieldSeparator(separator).missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE).ofCsvRecord(body)) {
            var records = reader.stream().toList();
            return isOpen(body, records, problems) ? List.of() : records;
        } catch (CsvParseException e) {
            problems.add("this is not a table: " + e.getMessage(), "Maybe a quote is opened and never closed.");
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return List.of();
    }

    /** Whether a quote is never closed: the rest of the file would be one cell. */
    private boolean isOpen(String body, List<CsvRecord> records, Problems problems) {
        var swallows = records.stream().flatMap(row -> row.getFields().stream()).anyMatch(cell -> cell.indexOf('\n') >= 0);
        if (!swallows || body.chars().filter(c -> c == '"').count() % 2 == 0) {
            return false;
        }
        for (var number = first; number < lines.size(); number++) {
            var line = lines.get(number);
            if (line.chars().filter(c -> c == '"').count() % 2 != 0) {
                problems.add(new Problems.Place(number + 1, line.lastIndexOf('"') + 1, 1), "a quote without its partner",
                        "Put one at the end of the cell, or write it twice inside a cell.", "\"current value, in the top %\"");
                return true;
            }
        }
        return false;
    }

    /** The line of a record, counted from 1. */
    int line(CsvRecord record) {
        return first + (int) record.getStartingLineNumber();
    }

    public Problems.Place place(CsvRecord record, int field) {
        var number = line(record);
        return Cells.place(number <= lines.size() ? lines.get(number - 1) : "", number, field, separator);
    }

    /** A cell as it is written: quoted where it would be read as several. */
    public String written(String cell) {
        return cell.indexOf(separator) >= 0 || cell.indexOf('"') >= 0 || cell.indexOf('\n') >= 0
                ? "\"" + cell.replace("\"", "\"\"") + "\""
                : cell;
    }
}
