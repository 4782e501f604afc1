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

    private static final int LONGEST_REASON = 200;

    private final Scorecard card;
    private final LabelledTable table;
    private final LabelledQuality.Report quality;

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
                rows.add(row(part.column(), cell(line.bin(), false), line.points(), because(part.column(), line, false),
                        because(part.column(), line, true)));
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
        head.add("# Fitted on " + Sayable.inProse(source) + ": " + table.rows() + " rows; " + Sayable.inProse(table.label())
                + " is "
                + Sayable.inProse(table.yes()) + " for " + percent(table.share()) + " of them.");
        head.add("# Held out in " + quality.folds() + " parts in turn: AUC " + three(cards.auc()) + " (95 % from "
                + three(cards.aucLow())
                + " to " + three(cards.aucHigh()) + "), accuracy " + three(cards.accuracy()) + ", Brier " + three(cards.brier())
                + ".");
        head.add("# Logistic regression on the same parts: AUC " + three(quality.who().get(1).auc()) + ".");
        table.leftOut().forEach(each -> head.add("# Not used: " + Sayable.inProse(each) + "."));
        head.add("# Each row says how often it happened. A column that is unknown counts as the mean; not: any other value.");
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

    private static String because(String column, Scorecard.Line line, boolean chinese) {
        var said = column + " " + cell(line.bin(), chinese);
        var reason = said.length() > LONGEST_REASON ? said.substring(0, LONGEST_REASON) + "..." : said;
        if (line.rows() == 0) {
            return reason + (chinese ? ":按平均计" : ": counts as the mean");
        }
        var share = percent(line.share());
        return chinese ? reason + ":" + line.rows() + "中的" + share : reason + ": " + share + " of " + line.rows();
    }

    private static String cell(Bin bin, boolean chinese) {
        return switch (bin) {
            case Bin.Between between -> cell(between, chinese);
            case Bin.OneOf oneOf -> words(oneOf.words(), chinese);
            case Bin.AnyOther other when other.words().isEmpty() -> chinese ? "任意" : "any";
            case Bin.AnyOther other -> (chinese ? "非" : "not ") + words(other.words(), chinese);
            case Bin.Unknown _ -> chinese ? "未知" : "unknown";
        };
    }

    private static String words(List<String> words, boolean chinese) {
        return words.stream().map(Sayable::inCell).collect(Collectors.joining(chinese ? "或" : " or "));
    }

    private static String cell(Bin.Between between, boolean chinese) {
        if (Double.isInfinite(between.from()) && Double.isInfinite(between.to())) {
            return chinese ? "任意" : "any";
        }
        if (Double.isInfinite(between.from())) {
            return (chinese ? "低于" : "below ") + plain(between.to());
        }
        if (Double.isInfinite(between.to())) {
            return plain(between.from()) + (chinese ? "及以上" : " and above");
        }
        return plain(between.from()) + (chinese ? "至低于" : " to below ") + plain(between.to());
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
