package io.rapport.rulebook.reading;

import java.util.EnumMap;
import java.util.Map;

import io.rapport.rulebook.Consequence;
import io.rapport.rulebook.Consequence.Cap.Counts;
import io.rapport.rulebook.Problems;
import io.rapport.rulebook.Problems.Place;

/** The cells of one row that together make its limits. */
final class LimitCells {

    private final Problems problems;

    private final Map<Counts, Cell> most = new EnumMap<>(Counts.class);

    private final Map<Column.Limit.Kind, Cell> cells = new EnumMap<>(Column.Limit.Kind.class);

    /** What is written, and where. */
    private record Cell(String text, Place place) {}

    LimitCells(Problems problems) {
        this.problems = problems;
    }

    void most(Counts counts, String cell, Place place) {
        most.put(counts, new Cell(cell, place));
    }

    void put(Column.Limit.Kind kind, String cell, Place place) {
        cells.put(kind, new Cell(cell, place));
    }

    void addTo(RuleDraft draft) {
        var place = draft.place();
        var days = cells.get(Column.Limit.Kind.DAYS);
        if (days != null && !most.isEmpty()) {
            most.forEach((counts, cell) -> cap(counts, cell, days, draft));
        } else if (days != null || !most.isEmpty()) {
            problems.add(place, "\"messages at most\" and \"within days\" belong together", "");
        }
        var from = cells.get(Column.Limit.Kind.FROM);
        var to = cells.get(Column.Limit.Kind.TO);
        if (from != null && to != null) {
            var start = ActionSayings.time(from.text(), from.place(), problems);
            var end = ActionSayings.time(to.text(), to.place(), problems);
            if (start != null && end != null) {
                draft.then().add(new RuleDraft.Then(new Consequence.QuietHours(start, end), place));
            }
        } else if (from != null || to != null) {
            problems.add(place, "\"quiet from\" and \"quiet until\" belong together", "");
        }
    }

    private void cap(Counts counts, Cell cell, Cell days, RuleDraft draft) {
        var reader = new ValueReader(problems);
        var atMost = reader.number(HeaderReader.name(new Column.Most(counts), false), cell.text(), cell.place(), 0, 1000, true);
        var within = reader.number("within days", days.text(), days.place(), 1, 731, true);
        if (!Double.isNaN(atMost) && !Double.isNaN(within)) {
            draft.then().add(new RuleDraft.Then(new Consequence.Cap((int) atMost, (int) within, counts), draft.place()));
        }
    }
}
