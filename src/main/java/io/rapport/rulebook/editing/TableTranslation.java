package io.rapport.rulebook.editing;

import java.util.ArrayList;
import java.util.List;

import de.siegmar.fastcsv.reader.CsvRecord;
import io.rapport.rulebook.Consequence;
import io.rapport.rulebook.Problems;
import io.rapport.rulebook.Stratum;
import io.rapport.rulebook.reading.ActionSayings;
import io.rapport.rulebook.reading.ActionWording;
import io.rapport.rulebook.reading.CellReader;
import io.rapport.rulebook.reading.CellWording;
import io.rapport.rulebook.reading.Column;
import io.rapport.rulebook.reading.HeaderReader;
import io.rapport.rulebook.reading.MetaReader;
import io.rapport.rulebook.reading.TableText;
import io.rapport.rulebook.reading.ValueReader;
import org.jspecify.annotations.Nullable;

/** Writes a table again, cell by cell, in the other language. */
public final class TableTranslation {

    private final TableText table;
    private final Problems problems;
    private final boolean chinese;
    private final HeaderReader headers;
    private final CellReader cells;

    public TableTranslation(Stratum stratum, List<String> lines, Problems problems, boolean chinese) {
        this.table = TableText.of(lines);
        this.problems = problems;
        this.chinese = chinese;
        this.headers = new HeaderReader(stratum, problems);
        this.cells = new CellReader(problems, table.decimalComma());
    }

    public String text() {
        var text = new StringBuilder();
        for (var line : table.head()) {
            text.append('#').append(MetaReader.translated(line.text(), chinese)).append('\n');
        }
        var records = table.records(problems);
        if (records.isEmpty()) {
            return text.toString();
        }
        var header = records.getFirst();
        var columns = new ArrayList<@Nullable Column>();
        for (var i = 0; i < header.getFieldCount(); i++) {
            columns.add(header.getField(i).isBlank() ? null : headers.read(header.getField(i), table.place(header, i)));
        }
        append(text, header, columns, true);
        records.subList(1, records.size()).forEach(row -> append(text, row, columns, false));
        return text.toString();
    }

    private void append(StringBuilder text, CsvRecord row, List<@Nullable Column> columns, boolean isHeader) {
        var asWritten = row.getField(0).startsWith("#");
        for (var i = 0; i < row.getFieldCount(); i++) {
            var column = i < columns.size() && !asWritten ? columns.get(i) : null;
            var cell = row.getField(i);
            text.append(i == 0 ? "" : table.separator())
                    .append(table.written(isHeader ? header(column, cell) : cell(column, cell, table.place(row, i))));
        }
        text.append('\n');
    }

    private String header(@Nullable Column column, String name) {
        return switch (column) {
            case Column.Reads reads -> new CellWording(chinese).of(reads);
            case Column.Concludes concludes -> chinese ? concludes.concept().chinese() : concludes.concept().english();
            case Column.Most most -> HeaderReader.name(most, chinese);
            case Column.Limit limit -> HeaderReader.name(limit, chinese);
            case Column.Note _ -> chinese ? "备注" : "note";
            case null, default -> name;
        };
    }

    private String cell(@Nullable Column column, String cell, Problems.Place place) {
        if (CellReader.isEmpty(cell)) {
            return cell;
        }
        return switch (column) {
            case Column.Reads reads -> {
                var check = cells.read(reads, reads.term().english(), cell, place);
                yield check == null ? cell : new CellWording(chinese).of(reads, check);
            }
            case Column.Concludes concludes -> {
                var value = ActionSayings.value(concludes.concept(), cell.strip(), place, new ValueReader(problems), problems);
                yield value == null
                        ? cell
                        : new ActionWording(chinese).value(new Consequence.Conclude(concludes.concept().id(), value));
            }
            case null, default -> cell;
        };
    }
}
