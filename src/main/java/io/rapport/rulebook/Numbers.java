package io.rapport.rulebook;

import org.jspecify.annotations.Nullable;

/** Numbers as people write and read them. */
final class Numbers {

    private static final double HUNDRED = 100.0;

    private static final double LARGEST_WRITTEN = 1e15;

    private Numbers() {}

    /** Plain notation, at most two decimals; {@code unknown} for NaN. */
    static String plain(double value) {
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

    /** Reads digits with an optional sign, decimal point and {@code %}; null for anything else. */
    static @Nullable Double read(String text) {
        var digits = text.strip();
        if (digits.endsWith("%") || digits.endsWith("％")) {
            digits = digits.substring(0, digits.length() - 1).strip();
        }
        if (digits.isEmpty() || digits.length() > 15) {
            return null;
        }
        for (var i = 0; i < digits.length(); i++) {
            var c = digits.charAt(i);
            var allowed = c >= '0' && c <= '9' || c == '.' && digits.indexOf('.') == i && i > 0
                    && i < digits.length() - 1 || i == 0 && c == '-' && digits.length() > 1;
            if (!allowed) {
                return null;
            }
        }
        return Double.valueOf(digits);
    }
}
