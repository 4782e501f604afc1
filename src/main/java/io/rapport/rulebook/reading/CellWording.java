package io.rapport.rulebook.reading;

import io.rapport.rulebook.Check;
import io.rapport.rulebook.Condition;
import io.rapport.rulebook.DaysOfYear;
import io.rapport.rulebook.Numbers;
import io.rapport.rulebook.Phrase.Shape;
import io.rapport.rulebook.Range;
import io.rapport.rulebook.WordList;
import io.rapport.rulebook.Wording;

/** A check as the cell of a table, in either language: the way back from the tree to words. */
public final class CellWording {

    private final boolean chinese;

    public CellWording(boolean chinese) {
        this.chinese = chinese;
    }

    /** The cell in a column. */
    public String of(Column.Reads column, Check check) {
        return switch (check) {
            case Check.Known _ -> chinese ? "任意" : "any";
            case Check.Unknown _ -> chinese ? "未知" : "unknown";
            case Check.Holds holds -> holds.yes() ? chinese ? "是" : "yes" : chinese ? "否" : "no";
            case Check.Window window -> DaysOfYear.cell(window, chinese);
            case Check.Between between -> number(column, between);
            case Check.OneOf oneOf -> (oneOf.not() ? chinese ? "非" : "not " : "") + Wording.joined(column.term(), oneOf, chinese);
            case Check.Mentions mentions -> String.join(chinese ? "、" : ", ", WordList.shown(mentions.words(), chinese));
        };
    }

    /** The head of a column. */
    public String of(Column.Reads column) {
        var noun = Wording.noun(new Condition(column.term(), column.args(), new Check.Known()),
                chinese ? java.util.Locale.CHINESE : java.util.Locale.ENGLISH);
        if (column.plain() == HeaderReader.plain(column.term())) {
            return noun;
        }
        return noun + switch (column.plain()) {
            case AT_LEAST -> chinese ? ",至少" : ", at least";
            case AT_MOST -> chinese ? ",至多" : ", at most";
            case BELOW -> chinese ? ",低于" : ", below";
            case ABOVE -> chinese ? ",高于" : ", above";
            default -> "";
        };
    }

    private String number(Column.Reads column, Check.Between between) {
        var shape = Range.shape(between);
        var first = Numbers.exact(Double.isInfinite(between.from()) ? between.to() : between.from());
        if (shape == column.plain()) {
            return first;
        }
        return switch (shape) {
            case AT_LEAST -> chinese ? first + "及以上" : first + " and above";
            case ABOVE -> (chinese ? "高于" : "above ") + first;
            case AT_MOST -> (chinese ? "不超过" : "at most ") + first;
            case BELOW -> (chinese ? "低于" : "below ") + first;
            case BETWEEN -> first + (chinese ? "到低于" : " to below ") + Numbers.exact(between.to());
            default -> (chinese ? "正好" : "exactly ") + first;
        };
    }

    /** Only these bounds can be written: from and including, to and excluding. */
    static boolean canSay(Check.Between between) {
        return Range.shape(between) != Shape.BETWEEN || between.fromIncluded() && !between.toIncluded();
    }
}
