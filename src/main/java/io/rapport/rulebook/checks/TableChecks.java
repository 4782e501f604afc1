package io.rapport.rulebook.checks;

import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import io.rapport.rulebook.Check;
import io.rapport.rulebook.Concepts;
import io.rapport.rulebook.Condition;
import io.rapport.rulebook.Consequence;
import io.rapport.rulebook.ExampleCustomer;
import io.rapport.rulebook.HitPolicy;
import io.rapport.rulebook.Problem;
import io.rapport.rulebook.Problems;
import io.rapport.rulebook.Rule;
import io.rapport.rulebook.Shown;
import io.rapport.rulebook.Term;

/** Gaps, overlaps and rows that nobody reaches, by the table's hit policy. */
public final class TableChecks {

    /** Of each kind so many are said; the author mends these and saves again. */
    private static final int SAID = 5;

    /** With more, trying all cases takes longer than an author waits. */
    private static final int MOST_WORDS = 3_000;

    private final List<Rule> rows;
    private final Problems problems;

    public TableChecks(List<Rule> rows, Problems problems) {
        this.rows = rows;
        this.problems = problems;
    }

    public void check() {
        var policy = rows.isEmpty() ? HitPolicy.ALL : rows.getFirst().meta().hitPolicy();
        if (policy == HitPolicy.SUM) {
            checkSum();
        }
        if (policy == HitPolicy.COLLECT) {
            checkCollect();
        }
        if (policy == HitPolicy.ALL || policy == HitPolicy.SUM || policy == HitPolicy.COLLECT) {
            return;
        }
        if (rows.stream().flatMap(row -> row.when().stream()).mapToLong(TableChecks::words).sum() > MOST_WORDS) {
            problems.add("the table names more than " + MOST_WORDS + " words", "Maybe it is two tables.");
            return;
        }
        var grid = new Grid(rows);
        if (policy == HitPolicy.UNIQUE && readsText()) {
            problems.add("hit policy unique cannot be checked over words of a text: one text may hold words of two rows",
                    "Say: hit policy: first");
        } else if (grid.tooLarge()) {
            problems.add("the table has too many cases to check them all",
                    "Split it into two tables, the second reading what the first concludes.");
        } else if (policy == HitPolicy.UNIQUE) {
            checkUnique(grid);
        } else {
            checkFirst(grid);
        }
    }

    /** The row for the rest is the last one. */
    private void checkCollect() {
        for (var row = 0; row < rows.size() - 1; row++) {
            if (rows.get(row).isForTheRest()) {
                problems.add(place(row), "the row for everything else stands last (hit policy collect)",
                        "Move it to the end of the table.");
            }
        }
    }

    /** Every row adds to one and the same number. */
    private void checkSum() {
        var concepts = new LinkedHashSet<String>();
        for (var row = 0; row < rows.size(); row++) {
            for (var then : rows.get(row).then()) {
                var concept = then instanceof Consequence.Conclude conclude ? Concepts.find(conclude.concept()) : null;
                if (concept == null || !concept.number()) {
                    problems.add(place(row), "only numbers can be added up (hit policy sum)",
                            "Maybe the column is called churn points.");
                    return;
                }
                concepts.add(concept.english());
            }
        }
        if (concepts.size() > 1) {
            problems.add("a table with hit policy sum adds up one number, found " + String.join(", ", concepts),
                    "Make a table for each.");
        }
    }

    private static int words(Condition condition) {
        return switch (condition.check()) {
            case Check.Mentions mentions -> mentions.words().size();
            case Check.OneOf oneOf -> oneOf.values().size();
            default -> 0;
        };
    }

    private boolean readsText() {
        return rows.stream().flatMap(row -> row.when().stream()).anyMatch(condition -> condition.term().type() == Term.Type.TEXT);
    }

    private void checkUnique(Grid grid) {
        Set<String> gaps = new LinkedHashSet<>();
        Set<List<Integer>> overlaps = new LinkedHashSet<>();
        grid.forEach(at -> {
            var first = grid.rowAt(at, 0);
            var second = first < 0 ? -1 : grid.rowAt(at, first + 1);
            if (first < 0 && gaps.size() < SAID && gaps.add(grid.gap(at))) {
                report("nobody is covered: " + grid.gap(at) + " (hit policy unique)", grid, at);
            } else if (second >= 0 && overlaps.size() < SAID && overlaps.add(List.of(first, second))) {
                problems.add(problems.at(place(second),
                        "rows " + (first + 1) + " and " + (second + 1) + " both hold (hit policy unique)", grid.example(at), "")
                        .about(grid.customer(at)));
            }
            return gaps.size() < SAID || overlaps.size() < SAID;
        });
    }

    private void checkFirst(Grid grid) {
        var reached = new BitSet(rows.size());
        var total = concludesTotal();
        Set<String> gaps = new LinkedHashSet<>();
        grid.forEach(at -> {
            var first = grid.rowAt(at, 0);
            if (first >= 0) {
                reached.set(first);
            } else if (total && !grid.anyUnknown(at) && gaps.size() < SAID && gaps.add(grid.gap(at))) {
                report("nobody is covered: " + grid.gap(at) + " (the last row must hold for everybody)", grid, at);
            }
            return true;
        });
        for (var row = reached.nextClearBit(0); row < rows.size(); row = reached.nextClearBit(row + 1)) {
            problems.add(problems.at(place(row),
                    "row " + (row + 1) + " is never reached: a row above always holds before it (hit policy first)",
                    "Move it up, or delete it.", "").about(customer(row)));
        }
    }

    private boolean concludesTotal() {
        return rows.stream().flatMap(row -> row.then().stream()).anyMatch(then -> then instanceof Consequence.Conclude conclude
                && java.util.Objects.requireNonNull(Concepts.find(conclude.concept())).total());
    }

    private void report(String message, Grid grid, int[] at) {
        var inside = grid.inside(at);
        problems.add(new Problem(problems.file(), 0, 0, 0, message, grid.beside(at), grid.example(inside), "")
                .about(grid.customer(inside)));
    }

    /** Somebody for whom the row holds, and one above it. */
    private Shown customer(int row) {
        var facts = Meeting.of(rows.get(row).when());
        return facts == null ? Shown.NOTHING : ExampleCustomer.of(facts);
    }

    private Problems.Place place(int row) {
        return problems.line(rows.get(row).origin().line());
    }
}
