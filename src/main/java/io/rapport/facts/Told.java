package io.rapport.facts;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what was told of a customer: a trait is text on its way here, and has the type that its text has. */
public final class Told {

    private static final int LONGEST_WORD = 80;

    /** More digits before the point than a number of ours holds exactly are those of an account, not of a number. */
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,15}(\\.[0-9]{1,20})?");

    private Told() {}

    /** What kind of value a trait has. */
    public enum Type {
        NUMBER,
        DATE,
        YES_NO,
        WORD,
        TEXT
    }

    /** The type of a value; what fits no other is a word when it is short and of one line, else a text. */
    public static Type type(String value) {
        if (yesOrNo(value) != null) {
            return Type.YES_NO;
        }
        if (!Double.isNaN(number(value))) {
            return Type.NUMBER;
        }
        if (date(value) != null) {
            return Type.DATE;
        }
        return value.length() <= LONGEST_WORD && value.indexOf('\n') < 0 ? Type.WORD : Type.TEXT;
    }

    /** The number, NaN if it is none. */
    public static double number(@Nullable String value) {
        var digits = value == null ? "" : value.strip();
        return NUMBER.matcher(digits).matches() ? Double.parseDouble(digits) : Double.NaN;
    }

    /** The date in ISO form, null if it is none. */
    public static @Nullable LocalDate date(@Nullable String value) {
        if (value == null) {
            return null;
        }
        try {
            return LocalDate.parse(value.strip());
        } catch (DateTimeException e) {
            // told by somebody: not a date means that the date is unknown
            return null;
        }
    }

    /** {@code yes} or {@code no}, null if it is neither. */
    public static @Nullable String yesOrNo(@Nullable String value) {
        return switch (value == null ? "" : value.strip().toLowerCase(Locale.ROOT)) {
            case "yes", "true", "是" -> "yes";
            case "no", "false", "否" -> "no";
            default -> null;
        };
    }
}
