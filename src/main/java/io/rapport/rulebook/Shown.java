package io.rapport.rulebook;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A text in both languages; {@code {0}} stands for the first of its values, each written as its language writes it. */
public record Shown(String english, String chinese) {

    public static final Shown NOTHING = new Shown("", "");

    private static final DateTimeFormatter ENGLISH_DATE = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    private static final DateTimeFormatter CHINESE_DATE = DateTimeFormatter.ofPattern("uuuu年M月d日", Locale.CHINESE);

    /** @param values texts, numbers, dates, and texts that have a wording in each language */
    public static Shown of(String english, String chinese, Object... values) {
        return new Shown(filled(english, false, values), filled(chinese, true, values));
    }

    String in(boolean inChinese) {
        return inChinese ? chinese : english;
    }

    private static String filled(String pattern, boolean inChinese, Object... values) {
        var text = pattern;
        for (var i = 0; i < values.length; i++) {
            text = text.replace("{" + i + "}", written(values[i], inChinese));
        }
        return text;
    }

    private static String written(Object value, boolean inChinese) {
        return switch (value) {
            case Shown shown -> shown.in(inChinese);
            case LocalDate day -> (inChinese ? CHINESE_DATE : ENGLISH_DATE).format(day);
            case Long count -> String.format(Locale.ENGLISH, inChinese ? "%d" : "%,d", count);
            default -> String.valueOf(value);
        };
    }
}
