package io.rapport.rulebook;

import io.rapport.rulebook.reading.WrittenNumber;

/** Numbers as people read them; for the way back see {@link WrittenNumber}. */
public final class Numbers {

    private static final double HUNDRED = 100.0;

    private static final double LARGEST_WRITTEN = 1e15;

    private Numbers() {}

    /** Plain notation, at most two decimals; {@code unknown} for NaN. */
    public static String plain(double value) {
        if (Double.isNaN(value)) {
            return "unknown";
        }
        if (value == Math.rint(value) && Math.abs(value) < LARGEST_WRITTEN) {
            return Long.toString((long) value);
        }
        if (Double.isInfinite(value) || Math.abs(value) >= LARGEST_WRITTEN) {
            return Double.toString(value);
        }
        return rounded(value);
    }

    /** Plain notation, all decimals: what an author wrote, written again. */
    public static String exact(double value) {
        return Double.isNaN(value) || Double.isInfinite(value)
                ? plain(value)
                : java.math.BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    /** A pattern with its first number in it: {@code {number}}, or {@code {number}th} of what is counted, as {@code 3rd}. */
    public static String filled(String pattern, double number) {
        var written = exact(number);
        return pattern.replace("{number}th", written + ending((long) number)).replace("{number}", written);
    }

    /** What makes a number count in English: {@code st} of 1st. */
    static String ending(long number) {
        if (number % 100 >= 11 && number % 100 <= 13) {
            return "th";
        }
        return switch ((int) (number % 10)) {
            case 1 -> "st";
            case 2 -> "nd";
            case 3 -> "rd";
            default -> "th";
        };
    }

    private static String rounded(double value) {
        var hundredths = Math.round(Math.abs(value) * HUNDRED);
        var whole = hundredths / 100;
        var rest = (int) (hundredths % 100);
        var sign = value < 0 && hundredths > 0 ? "-" : "";
        if (rest == 0) {
            return sign + whole;
        }
        return sign + whole + (rest < 10 ? ".0" : ".") + (rest % 10 == 0 ? rest / 10 : rest);
    }
}
