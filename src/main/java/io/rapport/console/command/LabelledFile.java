package io.rapport.console.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import io.rapport.forecast.LabelledQuality;
import io.rapport.forecast.LabelledTable;

/**
 * A table of whom it is known how it ended, from a CSV file.
 *
 * @param folds of each row
 */
record LabelledFile(LabelledTable table, int[] folds) {

    private static final int FOLDS = 5;

    private static final int FEWEST_ROWS = 100;

    /**
     * @param label the column that says how it ended
     * @param folds null: five in turn; a number; or the column that names each row's fold
     * @param without columns that must not be used
     * @throws Failed if the file cannot be read, or is no table with such a column
     */
    static LabelledFile of(Path file, String label, @Nullable String folds, List<String> without, Terminal terminal) {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new Failed(ExitCode.WRONG_USAGE, terminal.word("failed.file", file));
        }
        try {
            var rows = rows(file);
            var header = rows.getFirst();
            var body = rows.subList(1, rows.size());
            if (body.size() < FEWEST_ROWS) {
                throw new Failed(ExitCode.WRONG_FILES, terminal.word("quality.few-rows", body.size(), FEWEST_ROWS));
            }
            Set<String> ignored = new HashSet<>(without);
            var named = folds != null && header.contains(folds);
            if (named) {
                ignored.add(String.valueOf(folds));
            }
            var table = LabelledTable.of(header, body, label, ignored);
            return new LabelledFile(table, named
                    ? given(body, header.indexOf(folds))
                    : LabelledQuality.folds(table, folds == null ? FOLDS : number(folds, header, terminal)));
        } catch (CharacterCodingException otherLetters) {
            throw new Failed(ExitCode.WRONG_FILES, terminal.word("quality.no-text", file.getFileName()));
        } catch (IOException | CsvParseException | UncheckedIOException | IllegalArgumentException unfit) {
            throw new Failed(ExitCode.WRONG_FILES, String.valueOf(unfit.getMessage()));
        }
    }

    private static List<List<String>> rows(Path file) throws IOException {
        var first = Files.readAllLines(file).stream().filter(line -> !line.isBlank() && !line.startsWith("#")).findFirst()
                .orElse("");
        var separator = first.chars().filter(c -> c == ';').count() > first.chars().filter(c -> c == ',').count() ? ';' : ',';
        try (var reader = CsvReader.builder().fieldSeparator(separator).ofCsvRecord(file)) {
            var rows = new ArrayList<List<String>>();
            for (var row : reader) {
                if (!row.getField(0).startsWith("#")) {
                    rows.add(List.copyOf(row.getFields()));
                }
            }
            if (rows.isEmpty()) {
                throw new IllegalArgumentException(
                        "The file [" + file.getFileName() + "] holds no table.\nMaybe it is still empty.");
            }
            return rows;
        }
    }

    private static int number(String folds, List<String> header, Terminal terminal) {
        try {
            return Math.clamp(Integer.parseInt(folds), 2, 20);
        } catch (NumberFormatException aName) {
            throw new Failed(ExitCode.WRONG_USAGE, terminal.word("quality.no-folds", folds, header));
        }
    }

    private static int[] given(List<List<String>> rows, int at) {
        var names = new TreeSet<String>();
        rows.forEach(row -> names.add(row.get(at)));
        var order = List.copyOf(names);
        return rows.stream().mapToInt(row -> order.indexOf(row.get(at))).toArray();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LabelledFile that && table.equals(that.table) && Arrays.equals(folds, that.folds);
    }

    @Override
    public int hashCode() {
        return table.hashCode();
    }

    @Override
    public String toString() {
        return "LabelledFile[" + table + "]";
    }
}
