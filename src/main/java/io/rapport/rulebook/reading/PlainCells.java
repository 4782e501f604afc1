package io.rapport.rulebook.reading;

import java.util.List;
import java.util.regex.Pattern;

import de.siegmar.fastcsv.reader.CsvRecord;
import io.rapport.rulebook.Problems;
import io.rapport.rulebook.Problems.Place;

/** Looks at every cell of a table before it is read, notes and remarks too: its size, and what a spreadsheet would make of it. */
final class PlainCells {

    private static final int MOST_ROWS = 2_000;

    private static final int LONGEST_CELL = 3_000;

    /** What Excel and LibreOffice write where they could not compute or show a value. */
    private static final Pattern ERROR = Pattern.compile(
            "#(?:REF|NAME|VALUE|DIV/0|NUM|NULL|SPILL|CALC|BEZUG|WERT|ZAHL)[!?]|#N/A|#NV|#{3,}|Err:\\d{3}");

    private final TableText text;
    private final Problems problems;

    PlainCells(TableText text, Problems problems) {
        this.text = text;
        this.problems = problems;
    }

    /** Whether the table may be read; says why not. */
    boolean check(List<CsvRecord> records) {
        var before = problems.found().size();
        for (var number = 0; number < Math.min(text.first(), text.lines().size()); number++) {
            checkHead(number);
        }
        if (records.size() > MOST_ROWS) {
            problems.add("a table has at most " + MOST_ROWS + " rows", "Maybe it is two tables.");
        } else {
            records.forEach(this::checkCells);
        }
        return problems.found().size() == before;
    }

    /** A spreadsheet cuts the lines of the head into cells too. */
    private void checkHead(int number) {
        var line = text.lines().get(number);
        for (var cell : line.split("[,;\t]")) {
            if (Prose.isFormula(cell)) {
                formula(new Place(number + 1, line.indexOf(cell) + 1, cell.length()));
            }
        }
    }

    private void checkCells(CsvRecord row) {
        for (var i = 0; i < row.getFieldCount() && !problems.isFull(); i++) {
            if (row.getField(i).length() > LONGEST_CELL) {
                problems.add(text.place(row, i), "a cell has at most " + LONGEST_CELL + " characters", "");
            } else if (ERROR.matcher(row.getField(i).strip()).matches()) {
                problems.add(text.place(row, i), "the cell holds an error of a spreadsheet",
                        "Mend its formula there and save again.");
            } else if (Prose.isFormula(row.getField(i))) {
                formula(text.place(row, i));
            }
        }
    }

    private void formula(Place place) {
        problems.add(place, "the cell begins like a formula of a spreadsheet", "Begin with a word or a number.");
    }
}
