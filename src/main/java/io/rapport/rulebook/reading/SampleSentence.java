package io.rapport.rulebook.reading;

import java.time.MonthDay;
import java.util.Map;
import java.util.regex.Pattern;

import io.rapport.rulebook.Check;
import io.rapport.rulebook.Concepts;
import io.rapport.rulebook.DaysOfYear;
import io.rapport.rulebook.Numbers;
import io.rapport.rulebook.Phrase;
import io.rapport.rulebook.Term;
import org.jspecify.annotations.Nullable;

/** Fills the places of a phrase with values that make sense, so that the sentence can be copied and works. */
public final class SampleSentence {

    /** Days of the year that many shops ask for. */
    static final Check.Window ADVENT = new Check.Window(MonthDay.of(12, 1), MonthDay.of(12, 24), false);

    private static final Map<String, String> OPEN_WORDS = Map.of("language", "en", "event-type", "survey.answered",
            "action-what", "win-back", "next-level", "service manager");

    private static final Pattern OF_CUSTOMER = Pattern.compile(
            "(?i)(?:the |a )?(?:customer|client|person|he|she)(?: is|'s| was)(?<not> not| no)?(?: an?)? (?<en>[a-z-]+)(?: customer)?"
                    + "|(?:客户|顾客|他|她)(?<notzh>不)?(?:是|为)(?<zh>\\p{IsHan}{1,8}?)(?:客户)?");

    private SampleSentence() {}

    public static String of(Term term, Phrase phrase, boolean chinese) {
        var pattern = chinese ? phrase.chinese() : phrase.english();
        var word = word(term, chinese);
        var number = number(term);
        return Numbers.filled(pattern.replace("{number2}", Numbers.exact(Math.min(2 * number, term.most()))), number)
                .replace("{value}", word)
                .replace("{values}", words(term, word, chinese))
                .replace("{weekday}", word).replace("{weekdays}", chinese ? "星期一至星期五" : "Monday to Friday")
                .replace("{window}", DaysOfYear.said(ADVENT, chinese))
                .replace("{words}", chinese ? "退款、坏了" : "refund*, broken").replaceAll("\\{[a-z]+}", "90");
    }

    /** For {@code the customer is not gold} the concept that has such a value: {@code the tier is not gold}; null for other sentences. */
    static @Nullable String ofValue(String sentence) {
        var found = OF_CUSTOMER.matcher(sentence.strip());
        if (!found.matches()) {
            return null;
        }
        var isChinese = found.group("zh") != null;
        var written = found.group(isChinese ? "zh" : "en").strip();
        for (var concept : Concepts.all()) {
            for (var value : concept.values()) {
                if (isChinese ? value.chinese().equals(written) : value.word().equalsIgnoreCase(written)) {
                    return isChinese
                            ? concept.chinese() + (found.group("notzh") == null ? "是" : "不是") + value.chinese()
                            : "the " + concept.english() + (found.group("not") == null ? " is " : " is not ") + value.word();
                }
            }
        }
        return null;
    }

    /** A word that the term may have. */
    static String word(Term term, boolean chinese) {
        if (term.values().isEmpty()) {
            return OPEN_WORDS.getOrDefault(term.id(), "Candles");
        }
        var values = term.values();
        var value = values.get(values.size() / 2);
        return chinese ? value.chinese() : value.word();
    }

    private static String words(Term term, String word, boolean chinese) {
        if (term.values().size() < 2) {
            return word;
        }
        var last = term.values().getLast();
        return word + (chinese ? "或" + last.chinese() : " or " + last.word());
    }

    /** A number within the term's bounds. */
    static double number(Term term) {
        var usual = switch (term.unit()) {
            case "days" -> 30;
            case "hours" -> 24;
            case "%" -> 20;
            default -> term.whole() ? 3 : term.most() >= 1e9 ? 500 : 1.5;
        };
        return Math.clamp(usual, term.least(), term.most());
    }
}
