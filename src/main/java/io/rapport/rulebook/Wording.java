package io.rapport.rulebook;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.rapport.rulebook.Phrase.Shape;
import io.rapport.rulebook.reading.ValueReader;

/** A condition as a sentence, in either language: the way back from the tree to words. */
public final class Wording {

    private static final Pattern VALUES = Pattern.compile("\\{(?:values?|weekdays?)}");

    private Wording() {}

    public static String of(Condition condition, Locale locale) {
        var chinese = Text.isChinese(locale);
        var shape = shape(condition.term(), condition.check());
        for (var phrase : condition.term().phrases()) {
            if (phrase.shape() == shape) {
                return filled(chinese ? phrase.chinese() : phrase.english(), condition, chinese);
            }
        }
        return noun(condition, locale) + " " + needed(condition.check());
    }

    /** The term's noun with its numbers. */
    public static String noun(Condition condition, Locale locale) {
        return withArgs(Text.isChinese(locale) ? condition.term().chinese() : condition.term().english(), condition);
    }

    /** What the value must be, in short: {@code 5 and above}. */
    public static String needed(Check check) {
        return switch (check) {
            case Check.Between between -> Range.words(between);
            case Check.OneOf oneOf -> (oneOf.not() ? "not " : "") + String.join(" or ", oneOf.values());
            case Check.Mentions mentions -> "mentions " + String.join(", ", mentions.words());
            case Check.Holds holds -> holds.yes() ? "yes" : "no";
            case Check.Window window -> DaysOfYear.cell(window, false);
            case Check.Known _ -> "known";
            case Check.Unknown _ -> "unknown";
        };
    }

    /** The same in either language, the words those of the term. */
    public static String needed(Condition condition, Locale locale) {
        if (!Text.isChinese(locale)) {
            return needed(condition.check());
        }
        return switch (condition.check()) {
            case Check.Between between -> Range.chinese(between);
            case Check.OneOf oneOf -> (oneOf.not() ? "非" : "") + joined(condition.term(), oneOf, true);
            case Check.Mentions mentions -> "提到" + String.join("、", WordList.shown(mentions.words(), true));
            case Check.Holds holds -> actual(condition, holds.yes() ? "yes" : "no", locale);
            case Check.Window window -> DaysOfYear.cell(window, true);
            case Check.Known _ -> "已知";
            case Check.Unknown _ -> actual(condition, "unknown", locale);
        };
    }

    /** A value that a condition's term was found to have, as the interpreter writes it, in either language. */
    static String actual(Condition condition, String found, Locale locale) {
        if (!Text.isChinese(locale)) {
            return found;
        }
        return switch (found) {
            case "unknown" -> "未知";
            case "yes" -> "是";
            case "no" -> "否";
            default -> Concepts.multiple(condition.term()) ? Several.shown(condition.term(), found, true)
                    : value(condition.term(), found, true);
        };
    }

    /** A word of a term in the given language. */
    public static String value(Term term, String word, boolean chinese) {
        if (chinese && term.type() == Term.Type.DAY) {
            return DaysOfYear.inChinese(word);
        }
        if (chinese) {
            for (var value : term.values()) {
                if (value.word().equals(word)) {
                    return value.chinese();
                }
            }
        }
        return word;
    }

    private static Shape shape(Term term, Check check) {
        return switch (check) {
            case Check.Between between -> Range.shape(between);
            case Check.OneOf oneOf -> oneOf.not()
                    ? Shape.IS_NOT
                    : oneOf.values().size() == 1 || term.values().isEmpty() ? Shape.IS : Shape.ONE_OF;
            case Check.Mentions _ -> Shape.MENTIONS;
            case Check.Holds holds -> holds.yes() ? Shape.YES : Shape.NO;
            case Check.Window window -> window.not() ? Shape.NOT_WITHIN : Shape.WITHIN;
            case Check.Known _ -> Shape.KNOWN;
            case Check.Unknown _ -> Shape.UNKNOWN;
        };
    }

    private static String filled(String pattern, Condition condition, boolean chinese) {
        var text = switch (condition.check()) {
            case Check.Between between -> Range.filled(pattern, between);
            case Check.OneOf oneOf -> VALUES.matcher(pattern)
                    .replaceAll(Matcher.quoteReplacement(joined(condition.term(), oneOf, chinese)));
            case Check.Window window -> pattern.replace("{window}", DaysOfYear.said(window, chinese));
            case Check.Mentions mentions ->
                pattern.replace("{words}", String.join(chinese ? "、" : ", ", WordList.shown(mentions.words(), chinese)));
            case Check.Holds _,Check.Known _,Check.Unknown _ -> pattern;
        };
        return withArgs(text, condition);
    }

    /** Several words with "or" between them, each quoted where it would be misread. */
    public static String joined(Term term, Check.OneOf oneOf, boolean chinese) {
        var run = term.id().equals(Weekdays.TERM) ? Weekdays.run(oneOf.values(), chinese) : null;
        return run != null ? run
                : oneOf.values().stream().map(word -> ValueReader.quotedIfNeeded(value(term, word, chinese)))
                        .collect(Collectors.joining(chinese ? "或" : " or "));
    }

    /** One number may stand in several places: "the last 90 days ... the 90 days before". */
    private static String withArgs(String pattern, Condition condition) {
        return condition.args().isEmpty() ? pattern : pattern.replace("{days}", Numbers.plain(condition.args().getFirst()));
    }
}
