package io.rapport.rulebook.terms;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import io.rapport.rulebook.Text;
import org.jspecify.annotations.Nullable;

/** A pattern of the vocabulary, ready to be compared with what an author wrote. */
public final class Saying {

    /** Longer sentences are refused before they are compared. */
    public static final int LONGEST = 500;

    /** Behind a place it makes a number count: {@code {number}th}. */
    private static final String ORDINAL = "th";

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z]+2?)}");

    /** The names of months, and what stands before days of the year; not what other sentences say of today. */
    private static final String WINDOW = "\\s*((?!.*(?:day|weekend|anniversary|order))(?:(?:in|within|during|from|between|on|the)\\s+\\S.*?"
            + "|\\d.*?|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\\p{L}*\\.?(?:\\s.*?)?"
            + "|(?:[在是于处从]|处于)*\\s*[\\d一二三四五六七八九十]{1,3}\\s*(?:月|[-./]\\s*\\d).*?))\\s*";

    private static final String A_WEEKDAY = "(?:(?:mo|tu|we|th|fr|sa|su|work)[a-z]*\\.?(?:\\s+days?)?"
            + "|(?:星期|礼拜|周)?\\s*[一二三四五六七日天末]|工作日|平日|双休日)";

    private static final String WEEKDAYS = "\\s*((?:(?:on|at|every|each|only|a|an|the|from|between)\\s+|每逢|每个?|逢|从)*" + A_WEEKDAY
            + "(?:\\s*(?:,|、|，|;|\\||-|–|—|~|\\bor\\b|\\band\\b|\\bto\\b|\\bthrough\\b|至|到|或者?|和|及|与)\\s*(?:(?:on|a|an|the)\\s+)?"
            + A_WEEKDAY + ")*)\\s*";

    private final String pattern;
    private final Pattern expression;
    private final List<String> names = new ArrayList<>();
    private final String longestLiteral;

    public Saying(String pattern) {
        this.pattern = pattern;
        var regex = new StringBuilder();
        var matcher = PLACEHOLDER.matcher(pattern);
        var from = 0;
        var longest = "";
        while (matcher.find()) {
            var literal = pattern.substring(from, matcher.start());
            longest = longer(longest, literal);
            regex.append(literal(literal)).append(group(matcher.group(1)));
            names.add(matcher.group(1));
            from = matcher.end();
            if (pattern.startsWith(ORDINAL, from)) {
                regex.append("(?:st|nd|rd|th)?");
                from += ORDINAL.length();
            }
        }
        regex.append(literal(pattern.substring(from)));
        var literal = longer(longest, pattern.substring(from)).strip().toLowerCase(Locale.ROOT);
        longestLiteral = literal.startsWith("the ") ? literal.substring("the ".length()) : literal;
        expression = Pattern.compile(regex.toString(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    public String pattern() {
        return pattern;
    }

    /** What stands in the places of the pattern; null when the sentence is another one. */
    @Nullable
    public Match match(Written sentence) {
        if (!sentence.lower().contains(longestLiteral)) {
            return null;
        }
        var matcher = expression.matcher(sentence.text());
        if (!matcher.matches()) {
            return null;
        }
        var parts = new HashMap<String, Part>();
        var order = new ArrayList<Part>();
        for (var i = 0; i < names.size(); i++) {
            var part = new Part(names.get(i), matcher.group(i + 1), matcher.start(i + 1));
            parts.put(part.name(), part);
            order.add(part);
        }
        return new Match(parts, order);
    }

    /** A sentence with single blanks counts as one with many: {@code lower} has them squeezed. */
    public record Written(String text, String lower) {

        public static Written of(String text) {
            return new Written(text, text.toLowerCase(Locale.ROOT).replaceAll("\\s+", " "));
        }
    }

    /** One filled place and where it starts in the sentence. */
    public record Part(String name, String text, int start) {}

    public record Match(Map<String, Part> byName, List<Part> inOrder) {

        public Part part(String name) {
            var part = byName.get(name);
            if (part == null) {
                throw new IllegalStateException("The pattern has no place {" + name + "}");
            }
            return part;
        }
    }

    private static String longer(String one, String other) {
        return other.strip().length() > one.strip().length() ? other : one;
    }

    private static String group(String name) {
        return switch (name) {
            // between straight quotes others are part of the text
            case "text" -> "[\"“”]((?<=\")[^\"]{1,200}(?=\")|[^\"“”]{1,200})[\"“”]";
            case "value", "values", "words", "concept", "channel", "assignee" -> "\\s*(\\S.*?)\\s*";
            case "window" -> WINDOW;
            case "weekday", "weekdays" -> WEEKDAYS;
            case "unit", "period" -> "\\s*([^\\s\\d]+)";
            default -> "\\s*(\\S+?)\\s*";
        };
    }

    private static String literal(String text) {
        if (text.equals(" is ")) {
            // a concept may hold these letters: satisfaction, visit
            return "\\s+is\\s+";
        }
        var regex = new StringBuilder();
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c == ' ') {
                var ends = i == text.length() - 1;
                // "is note" is not "is not e"
                regex.append(ends && i > 0 && !text.equals("the ") && Character.isLetter(text.charAt(i - 1))
                        ? "(?:\\s+|(?=[\\d\"“”]))"
                        : text.strip().isEmpty() || i == 0 || ends ? "\\s*" : "\\s+");
            } else {
                regex.append(Pattern.quote(String.valueOf(c)));
                regex.append(Text.isHan(c) ? "\\s*" : "");
            }
        }
        var whole = regex.toString();
        return text.startsWith("the ") ? "(?:the\\s+)?" + whole.substring("\\Qt\\E\\Qh\\E\\Qe\\E\\s+".length()) : whole;
    }
}
