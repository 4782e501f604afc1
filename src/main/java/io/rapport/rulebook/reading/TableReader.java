package io.rapport.rulebook.reading;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

import de.siegmar.fastcsv.reader.CsvRecord;
import io.rapport.rulebook.Concept;
import io.rapport.rulebook.Concepts;
import io.rapport.rulebook.Condition;
import io.rapport.rulebook.Consequence;
import io.rapport.rulebook.Problems;
import io.rapport.rulebook.Problems.Place;
import io.rapport.rulebook.Stratum;
import io.rapport.rulebook.Text;
import org.jspecify.annotations.Nullable;

/** Reads a {@code .csv} file: a head of {@code #} lines, a header of phrases, a rule a row. */
public final class TableReader {

    private static final int MOST_COLUMNS = 40;

    private final Stratum stratum;
    private final TableText text;
    private final Problems problems;
    private final CellReader cells;

    public TableReader(Stratum stratum, List<String> lines, Problems problems) {
        this.stratum = stratum;
        this.text = TableText.of(lines);
        this.problems = problems;
        this.cells = new CellReader(problems, text.decimalComma());
    }

    public FileDraft read() {
        var meta = new MetaReader(problems, text.decimalComma()).read(text.head());
        var records = text.records(problems);
        if (records.isEmpty() && !problems.found().isEmpty()) {
            return new FileDraft(meta, List.of());
        }
        if (records.isEmpty()) {
            problems.add("the table has no header and no rows", "The first line that is not a # line names the columns.");
            return new FileDraft(meta, List.of());
        }
        if (!new PlainCells(text, problems).check(records)) {
            return new FileDraft(meta, List.of());
        }
        return new FileDraft(meta, drafts(records));
    }

    private List<RuleDraft> drafts(List<CsvRecord> records) {
        var columns = columns(records.getFirst());
        var drafts = new ArrayList<RuleDraft>();
        for (var row : records.subList(1, records.size())) {
            if (!problems.isFull() && row.getFields().stream().anyMatch(cell -> !cell.isBlank())
                    && !row.getField(0).startsWith("#")) {
                drafts.add(draft(drafts.size() + 1, row, records.getFirst().getFields(), columns));
            }
        }
        if (drafts.isEmpty()) {
            problems.add("the table has no rows", "A table without rows concludes nothing.");
        }
        return drafts;
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
        checkConcludes(header, columns);
        return columns;
    }

    private RuleDraft draft(int number, CsvRecord row, List<String> names, List<@Nullable Column> columns) {
        var draft = new RuleDraft(number, "", place(row, 0));
        if (row.getFields().stream().skip(columns.size()).anyMatch(cell -> !cell.isBlank()) && !columns.isEmpty()) {
            tooManyCells(row, columns.size());
            return draft;
        }
        var limits = new LimitCells(problems);
        for (var i = 0; i < Math.min(columns.size(), row.getFieldCount()); i++) {
            read(columns.get(i), names.get(i), row.getField(i), place(row, i), draft, limits);
        }
        limits.addTo(draft);
        if (draft.then().isEmpty() && !columns.contains(null) && problems.found().isEmpty()) {
            problems.add(draft.place(), "the row concludes nothing", "Fill in the last columns.");
        }
        return draft;
    }

    private void read(@Nullable Column column, String name, String cell, Place place, RuleDraft draft,
            LimitCells limits) {
        switch (column) {
            case Column.Reads reads when !CellReader.isEmpty(cell) -> {
                var check = cells.read(reads, name, cell, place);
                if (check != null) {
                    draft.when().add(new RuleDraft.When(new Condition(reads.term(), reads.args(), check), place));
                }
            }
            case Column.Concludes concludes when !CellReader.isEmpty(cell) -> conclude(concludes, cell, place, draft);
            case Column.Because because -> draft.because(cell.strip(), because.chinese(), place);
            case Column.Note _ -> Prose.check(cell, place, problems);
            case Column.Most most when !CellReader.isEmpty(cell) -> limits.most(most.counts(), cell, place);
            case Column.Limit limit when !CellReader.isEmpty(cell) -> limits.put(limit.kind(), cell, place);
            case null, default -> {
                // an empty cell says nothing, a column with a problem is reported once
            }
        }
    }

    /** Where a number was cut at the comma between its thousands: {@code 5,000 and above}; -1 if it was not. */
    private static int thousands(List<String> cells) {
        for (var i = 0; i + 1 < cells.size(); i++) {
            if (cells.get(i).strip().matches("(?:.*[^0-9.,])?[1-9][0-9]{0,2}")
                    && cells.get(i + 1).matches("[0-9]{3}(?:[^0-9].*)?")) {
                return i;
            }
        }
        return -1;
    }

    /** Probably a comma inside a cell: the cell before one that begins with a blank, and that one; else those beyond the last. */
    private void tooManyCells(CsvRecord row, int columns) {
        var thousands = thousands(row.getFields());
        if (thousands >= 0) {
            var first = place(row, thousands);
            var behind = place(row, thousands + 1);
            var whole = row.getField(thousands).strip() + row.getField(thousands + 1);
            problems.add(new Place(first.line(), first.column(), behind.column() + behind.length() - first.column()),
                    "a comma inside a number makes two cells of it", "Leave the comma out.", whole.strip());
            return;
        }
        var second = row.getFields().stream().filter(cell -> cell.startsWith(" ")).findFirst().map(row.getFields()::indexOf)
                .orElse(0);
        var surplus = second < 1;
        var place = place(row, surplus ? columns : second - 1);
        var end = place(row, surplus ? row.getFieldCount() - 1 : second);
        var where = new Place(place.line(), place.column(), end.column() + end.length() - place.column());
        problems.add(where, "the row has more cells than the table has columns",
                "Maybe a cell with a comma needs quotes around it.",
                second < 1 ? "\"candle*, light*\"" : "\"" + row.getField(second - 1) + "," + row.getField(second) + "\"");
    }

    private void checkConcludes(CsvRecord header, List<@Nullable Column> columns) {
        var concludes = columns.stream().anyMatch(column -> column == null || column instanceof Column.Concludes
                || column instanceof Column.Limit || column instanceof Column.Most);
        if (!concludes && !columns.isEmpty()) {
            var own = Concepts.all().stream().filter(concept -> concept.home() == stratum).map(Concept::english).toList();
            problems.add(problems.line(text.line(header)), "no column says what follows",
                    own.isEmpty()
                            ? "Tables of this folder limit: promotions by this channel at most, promotions at most, this message at most,"
                                    + " contacts at most, within days; quiet from, quiet until."
                            : "Tables of this folder conclude one of: " + String.join(", ", own));
        }
    }

    private void conclude(Column.Concludes column, String cell, Place place, RuleDraft draft) {
        var value = ActionSayings.value(column.concept(), Text.withPlainBlanks(cell).strip(), place, new ValueReader(problems),
                problems);
        if (value != null) {
            draft.then().add(new RuleDraft.Then(new Consequence.Conclude(column.concept().id(), value), place));
        }
    }

    private Place place(CsvRecord record, int field) {
        return text.place(record, field);
    }
}
