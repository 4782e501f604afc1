package io.rapport.rulebook.reading;

import java.util.regex.Pattern;

import io.rapport.rulebook.Numbers;
import org.jspecify.annotations.Nullable;

/**
 * A number as people and spreadsheets write it: {@code 1000}, {@code 1,5}, {@code 1.000,00}, {@code 1,000.00}, {@code 1 000},
 * {@code 15 %}, {@code 1E+06}, digits of a Chinese keyboard. What can be read in two ways is not read at all.
 */
public final class WrittenNumber {

    private static final int LONGEST = 20;

    private static final Pattern PLAIN = Pattern.compile("-?\\d+(?:\\.\\d+)?");

    private static final Pattern POWER = Pattern.compile("-?\\d(?:[.,]\\d+)?[eE]\\+?\\d{1,2}");

    private static final Pattern GROUPED = Pattern.compile("-?[1-9]\\d{0,2}(?:([.,' ])\\d{3})(?:\\1\\d{3})*(?:[.,]\\d+)?");

    private static final Pattern ONE_COMMA = Pattern.compile("-?\\d+,\\d+");

    private static final Pattern UNCLEAR = Pattern.compile("-?[1-9]\\d{0,2}[.,]\\d{3}");

    private WrittenNumber() {}

    /** The number; null for anything else. A comma before three digits groups them. */
    public static @Nullable Double read(String text) {
        var digits = normal(text);
        if (digits.isEmpty() || digits.length() > LONGEST) {
            return null;
        }
        if (PLAIN.matcher(digits).matches()) {
            return Double.valueOf(digits);
        }
        if (POWER.matcher(digits).matches()) {
            return Double.valueOf(digits.replace(',', '.'));
        }
        var grouped = GROUPED.matcher(digits);
        if (grouped.matches()) {
            return grouped(digits, grouped.group(1));
        }
        return ONE_COMMA.matcher(digits).matches() ? Double.valueOf(digits.replace(',', '.')) : null;
    }

    /** In a file whose decimal sign is the comma, {@code 1.500} and {@code 1,500} say two things. */
    static boolean unclear(String text) {
        return UNCLEAR.matcher(normal(text)).matches();
    }

    /** Both readings of an unclear number. */
    static String readings(String text) {
        var digits = normal(text);
        return digits.replaceAll("[.,]", "") + " or " + Numbers.exact(Double.parseDouble(digits.replace(',', '.')));
    }

    /** Null when the last sign is both between groups and before decimals. */
    private static @Nullable Double grouped(String digits, String group) {
        var last = Math.max(digits.lastIndexOf('.'), digits.lastIndexOf(','));
        var decimals = last >= 0 && digits.charAt(last) != group.charAt(0) ? digits.substring(last + 1) : "";
        var whole = decimals.isEmpty() ? digits : digits.substring(0, last);
        return Double.valueOf(whole.replaceAll("[.,' ]", "") + (decimals.isEmpty() ? "" : "." + decimals));
    }

    private static String normal(String text) {
        var plain = new StringBuilder();
        for (var c : text.strip().toCharArray()) {
            plain.append(c >= '０' && c <= '９' ? (char) (c - '０' + '0')
                    : switch (c) {
                        case '，' -> ',';
                        case '．' -> '.';
                        case '％' -> '%';
                        case '’' -> '\'';
                        case '\u00a0', '\u202f' -> ' ';
                        case '－', '−' -> '-';
                        default -> c;
                    });
        }
        var digits = plain.toString();
        return digits.endsWith("%") ? digits.substring(0, digits.length() - 1).strip() : digits;
    }
}
