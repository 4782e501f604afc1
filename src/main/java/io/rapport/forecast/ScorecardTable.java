package io.rapport.forecast;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A scorecard as a rule file: an ordinary table with hit policy sum, one row a case. What it was made from, what was held out
 * and the result on it stand in its head.
 */
public final class ScorecardTable {

    /** What the author of a rule may write as a word. */
    private static final String WORD = "[\\p{L}\\p{N}][\\p{L}\\p{N} &'./_-]{0,79}";

    private final Scorecard card;
    private final LabelledTable table;
    private final LabelledQuality.Report quality;
    private final List<String> unsaid = new ArrayList<>();

    private ScorecardTable(Scorecard card, LabelledTable table, LabelledQuality.Report quality) {
        this.card = card;
        this.table = table;
        this.quality = quality;
    }

    /**
     * @param quality of the same method on rows held out
     * @param source the name of the file it was made from
     * @param today goes into its head
     * @return the text of the file
     */
    public static String of(Scorecard card, LabelledTable table, LabelledQuality.Report quality, String source, LocalDate today) {
        return new ScorecardTable(card, table, quality).text(source, today);
    }

    private String text(String source, LocalDate today) {
        var rows = new ArrayList<String>();
        rows.add(row("", "", card.start(), "start", "起始"));
        for (var part : card.parts()) {
            for (var line : part.lines()) {
                if (line.points() != 0) {
                    add(rows, part.column(), line);
                }
            }
        }
        var head = head(source, today);
        return String.join("\n", head) + "\n" + header() + "\n" + String.join("\n", rows) + "\n";
    }

    private List<String> head(String source, LocalDate today) {
        var head = new ArrayList<String>();
        var cards = quality.who().getFirst();
        head.add("# Churn points: who is likely to leave, each case with its points");
        head.add("# id: SCORE-001, owner: analysis, status: trial, since: " + today + ", hit policy: sum");
        head.add("# purpose: Points of all rows that hold are added up. 0 points are even odds, 20 points more double them.");
        head.add("# wrongly catches: " + percent(1 - precision()) + " of those with 0 points or more stayed.");
        head.add("#");
        head.add("# Fitted on " + source + ": " + table.rows() + " rows; " + table.label() + " is " + table.yes() + " for "
                + percent(table.share()) + " of them.");
        head.add("# Held out in " + quality.folds() + " parts in turn: AUC " + three(cards.auc()) + " (95 % from "
                + three(cards.aucLow())
                + " to " + three(cards.aucHigh()) + "), accuracy " + three(cards.accuracy()) + ", Brier " + three(cards.brier())
                + ".");
        head.add("# Logistic regression on the same parts: AUC " + three(quality.who().get(1).auc()) + ".");
        table.leftOut().forEach(each -> head.add("# Not used: " + each + "."));
        unsaid.forEach(each -> head.add("# Without a row, since it cannot be written as a word: " + each + "."));
        return head;
    }

    /** Of those with 0 points or more the share where it happened, by the tenths held out. */
    private double precision() {
        var who = quality.who().getFirst();
        var yes = table.share() * table.rows();
        // F1 and accuracy give the flags: right = accuracy n, 2 hits = F1 (flags + yes), flags + yes - 2 hits = n - right
        var wrong = (1 - who.accuracy()) * table.rows();
        var flagsAndYes = wrong / (1 - who.f1());
        var flags = flagsAndYes - yes;
        return flags <= 0 ? 0 : who.f1() * flagsAndYes / 2 / flags;
    }

    private String header() {
        var names = new ArrayList<String>();
        for (var part : card.parts()) {
            names.add(quoted((column(part.column()).isNumber() ? "number of trait \"" : "trait \"") + part.column() + "\""));
        }
        return String.join(",", names) + ",churn points,because,原因";
    }

    private void add(List<String> rows, String column, Scorecard.Line line) {
        var cell = switch (line.bin()) {
            case Bin.Between between -> cell(between);
            case Bin.OneOf oneOf -> words(column, oneOf);
            case Bin.Unknown _ -> "unknown";
        };
        if (!cell.isEmpty()) {
            var share = percent(line.share());
            rows.add(row(column, cell, line.points(), column + " " + cell + ": " + share + " of " + line.rows(),
                    column + " " + cell + ":" + line.rows() + "中的" + share));
        }
    }

    private String words(String column, Bin.OneOf oneOf) {
        var said = oneOf.words().stream().filter(word -> word.matches(WORD) && !word.matches("(?i).*\\bor\\b.*")).toList();
        oneOf.words().stream().filter(word -> !said.contains(word)).forEach(word -> unsaid.add(column + " " + word));
        return said.stream().map(ScorecardTable::yesOrNo).collect(Collectors.joining(" or "));
    }

    /** As traits are remembered. */
    private static String yesOrNo(String word) {
        var lower = word.toLowerCase(Locale.ROOT);
        return lower.equals("yes") || lower.equals("no") ? lower : word;
    }

    private static String cell(Bin.Between between) {
        if (Double.isInfinite(between.from()) && Double.isInfinite(between.to())) {
            return "any";
        }
        if (Double.isInfinite(between.from())) {
            return "below " + plain(between.to());
        }
        return Double.isInfinite(between.to())
                ? plain(between.from()) + " and above"
                : plain(between.from()) + " to below " + plain(between.to());
    }

    private String row(String column, String cell, int points, String because, String chinese) {
        var cells = new ArrayList<String>();
        for (var part : card.parts()) {
            cells.add(part.column().equals(column) ? quoted(cell) : "");
        }
        cells.add(String.valueOf(points));
        cells.add(quoted(because));
        cells.add(quoted(chinese));
        return String.join(",", cells);
    }

    private LabelledTable.Column column(String name) {
        return table.columns().stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
    }

    private static String quoted(String cell) {
        return cell.matches("[^,;\"]*") ? cell : "\"" + cell.replace("\"", "\"\"") + "\"";
    }

    private static String plain(double number) {
        return java.math.BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f %%", 100 * share);
    }

    private static String three(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }
}
