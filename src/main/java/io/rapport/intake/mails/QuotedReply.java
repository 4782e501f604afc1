package io.rapport.intake.mails;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

import io.rapport.intake.PlainText;

/**
 * Cuts what a reply quotes from earlier mails, and the signature below: what is left is what the customer wrote this time. The
 * words by which mail programs introduce a quotation stand in {@code mail-words.txt}. Each line is looked at a bounded number of
 * times, and of a long line only whether it is quoted.
 */
final class QuotedReply {

    /** A longer line is text. */
    private static final int LONGEST_MARK = 300;

    /** An introduction runs over so many lines at most, and has so many characters. */
    private static final int LINES_OF_INTRODUCTION = 4;

    private static final int LONGEST_INTRODUCTION = 400;

    /** A repeated header is looked for in so many lines. */
    private static final int LINES_OF_HEADER = 14;

    private static final int FIELDS_OF_HEADER = 3;

    private static final int MOST_INITIALS = 4;

    private static final String DECORATION = "-_=—–*·#~+ \t\u00a0";

    private final List<String> lines;

    private final List<String> written = new ArrayList<>();

    /** Whether a line of those written has words. */
    private boolean saysSomething;

    /** Where an earlier mail begins that fills the rest; the number of lines if there is none. */
    private int end;

    private QuotedReply(String text) {
        lines = text.lines().toList();
        end = lines.size();
    }

    /**
     * What the customer wrote. Where nothing is above the earlier mail it is a forwarded one, and that is the message, unless the
     * earlier mail is ours.
     *
     * @param isOurs whether a few lines at the head of the earlier mail show that we wrote it
     */
    static String cut(String text, Predicate<String> isOurs) {
        return new QuotedReply(text).cut(isOurs);
    }

    private String cut(Predicate<String> isOurs) {
        walk();
        while (!written.isEmpty() && (written.getLast().isBlank() || end < lines.size() && isRule(written.getLast()))) {
            written.removeLast();
        }
        String result = String.join("\n", written).strip();
        if (!result.isEmpty() || isOurs.test(head())) {
            return result;
        }
        return String.join("\n", lines.stream().filter(line -> !isQuoted(line)).toList()).strip();
    }

    private void walk() {
        for (int i = 0; i < lines.size() && end == lines.size(); i++) {
            String line = lines.get(i);
            int introduced = introduction(i);
            if (introduced > 0 && isQuotationNext(i + introduced)) {
                i += introduced - 1;
            } else if (introduced > 0 || isDivider(line) || isHeader(i) || line.stripTrailing().equals("--")
                    || isDisclaimer(i)) {
                end = i;
            } else if (!isQuoted(line) && !isSentFrom(line) && !(isNamed(line) && isQuotationNext(i + 1))) {
                written.add(line);
                saysSomething |= !line.isBlank() && !isRule(line);
            }
        }
    }

    private String head() {
        return String.join("\n", lines.subList(end, Math.min(end + LINES_OF_HEADER, lines.size())));
    }

    /** How many lines from here on introduce a quotation; 0 if none do. */
    private int introduction(int at) {
        var joined = new StringBuilder();
        for (int count = 1; count <= LINES_OF_INTRODUCTION && at + count <= lines.size(); count++) {
            String written = lines.get(at + count - 1);
            if (joined.length() + written.length() > LONGEST_INTRODUCTION || isQuoted(written)) {
                return 0;
            }
            String line = plain(written);
            if (line.isEmpty()) {
                return 0;
            }
            joined.append(joined.isEmpty() ? "" : " ").append(line);
            if (isIntroduction(joined.toString())) {
                return count;
            }
            if (count == 1 && !opens(line) || ".!?。！？:：".indexOf(line.charAt(line.length() - 1)) >= 0) {
                return 0;
            }
        }
        return 0;
    }

    /**
     * "On Monday Anna wrote:" with a date or an address; and in every language a date and an address in brackets before a colon.
     */
    private static boolean isIntroduction(String line) {
        if (!line.endsWith(":") && !line.endsWith("：")) {
            return false;
        }
        String words = line.substring(0, line.length() - 1).strip();
        boolean dated = isDated(words);
        boolean addressed = words.indexOf('@') > 0;
        boolean bracketed = isBracketed(words);
        return dated && bracketed || (dated || addressed) && endsWithWrote(words)
                || dated && MailWords.of("wrote-then-name").stream().anyMatch(word -> names(words, word));
    }

    /** "Anna wrote:" or any line with a date is an introduction only where quoted lines follow: people say so too. */
    private static boolean isNamed(String line) {
        String words = line.length() > LONGEST_MARK ? "" : plain(line);
        return (words.endsWith(":") || words.endsWith("："))
                && (isDated(words) || endsWithWrote(words.substring(0, words.length() - 1).strip()));
    }

    private static boolean endsWithWrote(String words) {
        return MailWords.of("wrote").stream()
                .anyMatch(word -> words.endsWith(word) && isBorder(words, words.length() - word.length()));
    }

    /** Latin and Cyrillic words stand apart; others follow the name directly. */
    private static boolean isBorder(String words, int at) {
        return at == 0 || !Character.isLetter(words.charAt(at - 1)) || words.codePointAt(at) > 0x0e00
                || words.charAt(at - 1) > 0x0e00;
    }

    /** The word, and behind it no more than a name. */
    private static boolean names(String words, String word) {
        int at = words.indexOf(" " + word + " ");
        return at > 0 && words.length() - at - word.length() <= 60
                && words.substring(at + 1).chars().filter(c -> c == ' ').count() <= 5;
    }

    private static boolean isBracketed(String words) {
        int at = words.indexOf('@');
        int open = at < 0 ? -1
                : Math.max(words.lastIndexOf('<', at), Math.max(words.lastIndexOf('(', at), words.lastIndexOf('[', at)));
        int space = words.indexOf(' ', open);
        return open >= 0 && (space < 0 || space > at);
    }

    /** Three numbers outside of an address: a day, and mostly a time. */
    private static boolean isDated(String words) {
        int numbers = 0;
        boolean inNumber = false;
        boolean inAddress = false;
        for (int i = 0; i < words.length(); i++) {
            char character = words.charAt(i);
            inAddress = character == '<' || inAddress && character != '>';
            boolean digit = !inAddress && Character.isDigit(character);
            numbers += digit && !inNumber ? 1 : 0;
            inNumber = digit;
        }
        return numbers >= 3;
    }

    private static boolean opens(String line) {
        return isDated(line) || MailWords.of("opener").stream()
                .anyMatch(word -> line.startsWith(word) && (line.length() == word.length() || word.charAt(0) > 0x2e80
                        || !Character.isLetterOrDigit(line.charAt(word.length()))));
    }

    private static boolean isDivider(String line) {
        if (line.length() > LONGEST_MARK || line.isBlank()) {
            return false;
        }
        int from = 0;
        int to = line.length();
        while (from < to && DECORATION.indexOf(line.charAt(from)) >= 0) {
            from++;
        }
        while (to > from && DECORATION.indexOf(line.charAt(to - 1)) >= 0) {
            to--;
        }
        String words = plain(line.substring(from, to));
        boolean colon = words.endsWith(":") || words.endsWith("：");
        String name = colon ? words.substring(0, words.length() - 1).strip() : words;
        boolean decorated = line.substring(0, from).strip().length() >= 2;
        return (decorated || colon) && MailWords.of("divider").contains(name)
                || decorated && line.length() - to >= 2 && isIntroduction(words + ":")
                || words.startsWith(">>>") && words.endsWith(">>>") && isDated(words);
    }

    /** A header that is repeated above an earlier mail: From, Sent, To, Subject, in any order. */
    private boolean isHeader(int at) {
        Set<String> found = new HashSet<>();
        boolean from = false;
        if (!isField(lines.get(at))) {
            return false;
        }
        int others = 0;
        for (int i = at; i < Math.min(at + LINES_OF_HEADER, lines.size()) && others <= 2; i++) {
            String name = fieldName(lines.get(i));
            if (MailWords.of("from").contains(name)) {
                from = true;
                found.add(name);
            } else if (MailWords.of("header").contains(name)) {
                found.add(name);
            } else if (!lines.get(i).isBlank()) {
                others += from ? 1 : LINES_OF_HEADER;
            }
        }
        return from && found.size() >= FIELDS_OF_HEADER;
    }

    private static boolean isField(String line) {
        String name = fieldName(line);
        return !name.isEmpty() && (MailWords.of("from").contains(name) || MailWords.of("header").contains(name));
    }

    /** What stands before the colon, in lower case and without the stars that mean bold; empty if it is no field. */
    private static String fieldName(String line) {
        int colon = -1;
        for (int i = 0; i < Math.min(line.length(), 40) && colon < 0; i++) {
            colon = line.charAt(i) == ':' || line.charAt(i) == '：' ? i : -1;
        }
        return colon < 0
                ? ""
                : plain(line.substring(0, colon).replace("*", ""));
    }

    private static boolean isSentFrom(String line) {
        String words = line.length() > 70 ? "" : plain(line);
        return !words.isEmpty() && MailWords.of("sent-from").stream().anyMatch(words::startsWith);
    }

    /** What a company puts below every mail stands below, at the beginning of a paragraph. */
    private boolean isDisclaimer(int at) {
        if (!saysSomething || !lines.get(at - 1).isBlank() && !isRule(lines.get(at - 1))) {
            return false;
        }
        String words = plain(PlainText.bounded(lines.get(at), LONGEST_MARK)).replace("*", "").strip();
        return !words.isEmpty() && MailWords.of("disclaimer").stream().anyMatch(words::startsWith);
    }

    private boolean isQuotationNext(int from) {
        int next = from;
        while (next < lines.size() && next < from + LINES_OF_HEADER && lines.get(next).isBlank()) {
            next++;
        }
        return next < lines.size() && isQuoted(lines.get(next));
    }

    private static boolean isQuoted(String line) {
        return line.startsWith(">")
                && !(line.startsWith(">>>") && line.length() <= LONGEST_MARK && line.stripTrailing().endsWith(">>>"))
                || line.startsWith(" >") || line.startsWith("＞") || isQuotedWithInitials(line);
    }

    /** "AK> words": some programs say so whom they quote. */
    private static boolean isQuotedWithInitials(String line) {
        int at = line.indexOf('>');
        int begin = at > 0 && line.charAt(0) == ' ' ? 1 : 0;
        return at > begin && at <= begin + MOST_INITIALS && line.substring(begin, at).chars().allMatch(Character::isUpperCase)
                && (at + 1 == line.length() || line.charAt(at + 1) == ' ' || line.charAt(at + 1) == '>');
    }

    /** A line as it is compared: in lower case, without the marks that only turn the direction of writing. */
    private static String plain(String line) {
        var plain = new StringBuilder(line.length());
        for (int i = 0; i < line.length(); i++) {
            char character = line.charAt(i);
            if (character == '\u00a0' || character == '\u202f' || character == '\t') {
                plain.append(' ');
            } else if (Character.getType(character) != Character.FORMAT) {
                plain.append(character);
            }
        }
        return plain.toString().strip().toLowerCase(Locale.ROOT);
    }

    private static boolean isRule(String line) {
        String words = line.strip();
        return words.length() >= 5 && words.chars().allMatch(character -> DECORATION.indexOf(character) >= 0);
    }
}
