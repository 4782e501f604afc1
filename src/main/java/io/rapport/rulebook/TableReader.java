package io.rapport.rulebook;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.rapport.rulebook.Problems.Place;
import org.jspecify.annotations.Nullable;

/** Reads a {@code .csv} file: a head of {@code #} lines, a header of phrases, a rule a row. */
final class TableReader {

    private static final int MOST_COLUMNS = 40;

    private final Stratum stratum;
    private final List<String> lines;
    private final Problems problems;
    private final CellReader cells;
    private final List<MetaReader.Line> head = new ArrayList<>();
    private int first;

    TableReader(Stratum stratum, List<String> lines, Problems problems) {
        this.stratum = stratum;
        this.lines = lines;
        this.problems = problems;
        this.cells = new CellReader(problems);
    }

    FileDraft read() {
        readHead();
        var meta = new MetaReader(problems).read(head);
        var records = records();
        if (records.isEmpty()) {
            problems.add("the table has no header and no rows", "The first line that is not a # line names the columns.");
            return new FileDraft(meta, List.of());
        }
        var columns = columns(records.getFirst());
        var drafts = new ArrayList<RuleDraft>();
        for (var row : records.subList(1, records.size())) {
            if (row.getFields().stream().anyMatch(cell -> !cell.isBlank()) && !row.getField(0).startsWith("#")) {
                drafts.add(draft(drafts.size() + 1, row, records.getFirst().getFields(), columns));
            }
        }
        if (drafts.isEmpty()) {
            problems.add("the table has no rows", "A table without rows concludes nothing.");
        }
        return new FileDraft(meta, drafts);
    }

    /** Excel puts quotes around a line with commas and commas after one without. */
    private void readHead() {
        while (first < lines.size()) {
            var line = lines.get(first).strip();
            var quoted = line.startsWith("\"#");
            if (!line.startsWith("#") && !quoted && !line.isEmpty()) {
                return;
            }
            var bare = line.replaceAll("[,;]+$", "");
            bare = quoted && bare.endsWith("\"") ? bare.substring(1, bare.length() - 1).replace("\"\"", "\"") : bare;
            if (!bare.isEmpty()) {
                head.add(new MetaReader.Line(first + 1, lines.get(first).indexOf('#') + 2, bare.substring(1)));
            }
            first++;
        }
    }

    private List<CsvRecord> records() {
        var body = String.join("\n", lines.subList(Math.min(first, lines.size()), lines.size()));
        if (body.isBlank()) {
            return List.of();
        }
        var header = lines.get(first);
        try (var reader = CsvReader.builder().fieldSeparator(separator(header)).missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE).ofCsvRecord(body)) {
            return reader.stream().toList();
        } catch (CsvParseException e) {
            problems.add("this is not a table: " + e.getMessage(), "Maybe a quote is opened and never closed.");
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return List.of();
    }

    private static char separator(String header) {
        var bare = header.replaceAll("\"[^\"]*\"", "");
        return bare.chars().filter(c -> c == ';').count() > bare.chars().filter(c -> c == ',').count() ? ';' : ',';
    }

    private List<@Nullable Column> columns(CsvRecord header) {
        var columns = new ArrayList<@Nullable Column>();
        var seen = new HashSet<Column>();
        if (header.getFieldCount() > MOST_COLUMNS) {
            problems.add("the table has more than " + MOST_COLUMNS + " columns", "");
            return columns;
        }
        var reader = new HeaderReader(stratum, problems);
        for (var i = 0; i < header.getFieldCount(); i++) {
            var name = header.getField(i);
            var column = name.isBlank() ? new Column.Note() : reader.read(name, place(header, i));
            if (column != null && !(column instanceof Column.Note) && !seen.add(column)) {
                problems.add(place(header, i), "the column [" + name + "] stands twice", "");
            }
            columns.add(column);
        }
        return columns;
    }

    private RuleDraft draft(int number, CsvRecord row, List<String> names, List<@Nullable Column> columns) {
        var draft = new RuleDraft(number, "", place(row, 0));
        if (row.getFieldCount() > columns.size() && !columns.isEmpty()) {
            problems.add(place(row, columns.size()), "the row has more cells than the table has columns",
                    "Maybe a cell with a comma needs quotes.");
        }
        Map<Column.Limit.Kind, String> limits = new EnumMap<>(Column.Limit.Kind.class);
        for (var i = 0; i < Math.min(columns.size(), row.getFieldCount()); i++) {
            read(columns.get(i), names.get(i), row.getField(i), place(row, i), draft, limits);
        }
        new LimitCells(problems).add(limits, draft);
        if (draft.then().isEmpty() && !columns.contains(null) && problems.found().isEmpty()) {
            problems.add(draft.place(), "the row concludes nothing", "Fill in the last columns.");
        }
        return draft;
    }

    private void read(@Nullable Column column, String name, String cell, Place place, RuleDraft draft,
            Map<Column.Limit.Kind, String> limits) {
        switch (column) {
            case Column.Reads reads when !CellReader.isEmpty(cell) -> {
                var check = cells.read(reads, name, cell, place);
                if (check != null) {
                    draft.when().add(new RuleDraft.When(new Condition(reads.term(), reads.args(), check), place));
                }
            }
            case Column.Concludes concludes when !CellReader.isEmpty(cell) -> conclude(concludes, cell, place, draft);
            case Column.Because because -> draft.because(cell.strip(), because.chinese(), place);
            case Column.Limit limit when !CellReader.isEmpty(cell) -> limits.put(limit.kind(), cell);
            case null, default -> {
                // an empty cell says nothing, a note is for people, a column with a problem is reported once
            }
        }
    }

    private void conclude(Column.Concludes column, String cell, Place place, RuleDraft draft) {
        var value = ActionSayings.value(column.concept(), cell.strip(), place, new ValueReader(problems), problems);
        if (value != null) {
            draft.then().add(new RuleDraft.Then(new Consequence.Conclude(column.concept().id(), value), place));
        }
    }

    private Place place(CsvRecord record, int field) {
        var number = first + (int) record.getStartingLineNumber();
        var line = number <= lines.size() ? lines.get(number - 1) : "";
        return Cells.place(line, number, field, separator(lines.get(first)));
    }
}
