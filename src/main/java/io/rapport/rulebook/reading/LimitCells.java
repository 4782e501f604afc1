package io.rapport.rulebook.reading;

import java.util.Map;

import io.rapport.rulebook.Consequence;
import io.rapport.rulebook.Problems;

/** The cells of one row that together make a limit. */
final class LimitCells {

    private final Problems problems;

    /** What is written, and where. */
    record Cell(String text, Problems.Place place) {}

    LimitCells(Problems problems) {
        this.problems = problems;
    }

    void add(Map<Column.Limit.Kind, Cell> cells, RuleDraft draft) {
        var place = draft.place();
        var most = cells.get(Column.Limit.Kind.MOST);
        var days = cells.get(Column.Limit.Kind.DAYS);
        var from = cells.get(Column.Limit.Kind.FROM);
        var to = cells.get(Column.Limit.Kind.TO);
        if (most != null && days != null) {
            var reader = new ValueReader(problems);
            var atMost = reader.number("messages at most", most.text(), most.place(), 0, 1000, true);
            var within = reader.number("within days", days.text(), days.place(), 1, 731, true);
            if (!Double.isNaN(atMost) && !Double.isNaN(within)) {
                draft.then().add(new RuleDraft.Then(new Consequence.Cap((int) atMost, (int) within), place));
            }
        } else if (most != null || days != null) {
            problems.add(place, "\"messages at most\" and \"within days\" belong together", "");
        }
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
}
