package io.rapport.intake;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.rapport.facts.Currencies;
import org.jspecify.annotations.Nullable;

/**
 * What one unit of each currency was worth in that of the books, day by day: a file with the columns {@code date}, {@code currency}
 * and {@code rate}. A rate holds from its day until that of the next one, at most {@value #DAYS} days.
 */
public final class Rates {

    /** The file's name, in the folder of routes. */
    static final String FILE = "rates.csv";

    /** So long a rate may serve: one a year is enough, one that was forgotten is not taken for today's. */
    static final int DAYS = 366;

    static final Rates NONE = new Rates(Map.of());

    private static final List<String> COLUMNS = List.of("date", "currency", "rate");

    private static final int MOST_PROBLEMS = 20;

    private final Map<String, NavigableMap<LocalDate, BigDecimal>> byCurrency;

    private Rates(Map<String, NavigableMap<LocalDate, BigDecimal>> byCurrency) {
        this.byCurrency = byCurrency;
    }

    /**
     * Reads the file's text.
     *
     * @param books the currency of the books, which needs no rate
     * @param name of the file, as its mistakes are to be told
     * @throws Malformed with all that is wrong, each as {@code file:line:column}
     */
    static Rates read(String text, String books, String name) throws Malformed {
        return new Reading(books, name).read(text);
    }

    /** The rate in force on a day; empty if there is none, or the last one is older than {@value #DAYS} days. */
    public Optional<Map.Entry<LocalDate, BigDecimal>> on(LocalDate day, String currency) {
        return latest(day, currency).filter(rate -> ChronoUnit.DAYS.between(rate.getKey(), day) <= DAYS);
    }

    /** The last rate until a day, however old. */
    Optional<Map.Entry<LocalDate, BigDecimal>> latest(LocalDate day, String currency) {
        var known = byCurrency.get(currency);
        return known == null ? Optional.empty() : Optional.ofNullable(known.floorEntry(day));
    }

    /** How many rates there are. */
    public int size() {
        return byCurrency.values().stream().mapToInt(NavigableMap::size).sum();
    }

    /** One reading of a file. */
    private static final class Reading {

        private final String books;
        private final String name;
        private final Map<String, NavigableMap<LocalDate, BigDecimal>> rates = new HashMap<>();
        private final List<String> problems = new ArrayList<>();
        private @Nullable List<Integer> places;

        Reading(String books, String name) {
            this.books = books;
            this.name = name;
        }

        Rates read(String text) throws Malformed {
            var content = text.startsWith("\uFEFF") ? text.substring(1) : text;
            try (var records = CsvReader.builder().fieldSeparator(separator(content)).commentStrategy(CommentStrategy.SKIP)
                    .missingFieldStrategy(FieldMismatchStrategy.IGNORE).extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .ofCsvRecord(content)) {
                for (var record : records) {
                    if (problems.size() == MOST_PROBLEMS) {
                        break;
                    }
                    take(record);
                }
            } catch (CsvParseException | java.io.IOException noCsv) {
                problems.add(name + ":1:1  no CSV: " + noCsv.getMessage());
            }
            if (!problems.isEmpty()) {
                throw new Malformed(String.join("\n", problems));
            }
            return new Rates(rates);
        }

        private void take(CsvRecord record) {
            var fields = record.getFields().stream().map(String::strip).toList();
            if (fields.stream().allMatch(String::isEmpty)) {
                return;
            }
            var columns = places;
            if (columns == null) {
                places = header(record, fields);
            } else if (columns.stream().allMatch(at -> at < fields.size())) {
                row(record, fields, columns);
            } else {
                problem(record, 0, "needs " + COLUMNS.size() + " fields as the header has, found [" + fields.size() + "]");
            }
        }

        private List<Integer> header(CsvRecord record, List<String> fields) {
            var names = fields.stream().map(field -> field.toLowerCase(Locale.ROOT)).toList();
            for (var column : COLUMNS) {
                if (!names.contains(column)) {
                    problem(record, 0, "no column is named [" + column + "]" + NearestWord.advice(column, names));
                }
            }
            return problems.isEmpty() ? COLUMNS.stream().map(names::indexOf).toList() : List.of();
        }

        private void row(CsvRecord record, List<String> fields, List<Integer> columns) {
            if (columns.isEmpty()) {
                return;
            }
            var day = day(record, fields, columns.get(0));
            var currency = currency(record, fields, columns.get(1));
            var rate = rate(record, fields, columns.get(2));
            if (day != null && currency != null && rate != null) {
                var before = rates.computeIfAbsent(currency, _ -> new TreeMap<>()).putIfAbsent(day, rate);
                if (before != null && before.compareTo(rate) != 0) {
                    problem(record, columns.get(2), "[" + currency + "] has two rates on [" + day + "]: " + before.toPlainString()
                            + " and " + rate.toPlainString());
                }
            }
        }

        private @Nullable LocalDate day(CsvRecord record, List<String> fields, int at) {
            try {
                return LocalDate.parse(fields.get(at));
            } catch (DateTimeParseException noDay) {
                problem(record, at, "\"date\" needs a day such as 2026-11-20, found [" + cut(fields.get(at)) + "]");
                return null;
            }
        }

        private @Nullable String currency(CsvRecord record, List<String> fields, int at) {
            var code = Currencies.code(fields.get(at));
            if (code.isEmpty()) {
                problem(record, at, "no currency has the code [" + cut(fields.get(at)) + "]"
                        + NearestWord.advice(fields.get(at), Currencies.USUAL));
            } else if (code.get().equals(books)) {
                problem(record, at, "the books are kept in " + books + ": it needs no rate");
                return null;
            }
            return code.orElse(null);
        }

        private @Nullable BigDecimal rate(CsvRecord record, List<String> fields, int at) {
            var written = fields.get(at);
            if (written.matches("\\d{1,12}(?:\\.\\d{1,12})?") && new BigDecimal(written).signum() > 0) {
                return new BigDecimal(written);
            }
            var withPoint = written.replace(',', '.');
            problem(record, at, "\"rate\" needs a number above 0 such as 0.92, found [" + cut(written) + "]"
                    + (withPoint.matches("\\d+\\.\\d+") ? "\nMaybe you meant [" + withPoint + "]." : ""));
            return null;
        }

        private void problem(CsvRecord record, int field, String what) {
            var column = 1;
            for (var i = 0; i < field; i++) {
                column += record.getField(i).length() + 1;
            }
            problems.add(name + ":" + record.getStartingLineNumber() + ":" + column + "  " + what);
        }

        private static String cut(String written) {
            return PlainText.bounded(written, 40);
        }

        /** A spreadsheet of other countries separates by semicolons. */
        private static char separator(String text) {
            var header = text.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).findFirst().orElse("");
            return header.indexOf(';') >= 0 ? ';' : header.indexOf('\t') >= 0 ? '\t' : ',';
        }
    }
}
