package io.rapport.rulebook.reading;

import io.rapport.rulebook.Problems;
import io.rapport.rulebook.Problems.Place;
import io.rapport.rulebook.Text;

/**
 * Texts that people read: reasons, names, tasks, notes, heads. To the engine they are data, whatever they say. What is
 * refused here would do harm or mislead elsewhere: a formula in the next one's spreadsheet, markup in a page, a programme in
 * a place where a sentence belongs. It is a list of what a text may look like, not of what it may not say.
 */
final class Prose {

    /** Signs of ASCII that a sentence needs. */
    private static final String SIGNS = " \t!\"#$%&'()*+,-./:;=?@[]_";

    private Prose() {}

    /** Whether the text may stand where people read; says why not. */
    static boolean check(String text, Place place, Problems problems) {
        if (isFormula(text)) {
            problems.add(place, "the text begins like a formula of a spreadsheet", "Begin with a word.");
            return false;
        }
        for (var i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            if (!isSign(text.codePointAt(i))) {
                problems.add(place.part(i, 1), "a text for people has no [" + Character.toString(text.codePointAt(i)) + "]",
                        "Say it in words.");
                return false;
            }
            if (text.charAt(i) == '(' && !opensABracket(text, i)) {
                problems.add(place.part(i, 1), "a bracket directly after a word looks like a programme",
                        "Maybe a blank is missing before it.");
                return false;
            }
        }
        return true;
    }

    /**
     * Whether a spreadsheet would compute or run the cell: it, or what stands behind a semicolon or tab, which another
     * country's spreadsheet takes for the next cell, begins with a sign of a formula. What begins with plus or minus is a
     * formula only if it calls something.
     */
    static boolean isFormula(String cell) {
        for (var piece : cell.split("[;\t]")) {
            if (beginsAsFormula(piece)) {
                return true;
            }
        }
        return false;
    }

    private static boolean beginsAsFormula(String cell) {
        var bare = cell.strip();
        while (!bare.isEmpty() && "\"'“”".indexOf(bare.charAt(0)) >= 0) {
            bare = bare.substring(1).strip();
        }
        if (bare.isEmpty()) {
            return false;
        }
        return switch (bare.charAt(0)) {
            case '=', '@', '＝', '＠' -> true;
            case '+', '-', '＋', '－' -> bare.chars().anyMatch(c -> "|(!=@（！".indexOf(c) >= 0);
            default -> false;
        };
    }

    private static boolean isSign(int c) {
        if (c < 0x80) {
            return Character.isLetterOrDigit(c) || SIGNS.indexOf(c) >= 0;
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT -> c == 0x200d;
            case Character.SURROGATE, Character.PRIVATE_USE -> false;
            default -> true;
        };
    }

    /** A bracket stands after a blank or a sign; directly after a word it may only hold an ending, as in "order(s)". */
    private static boolean opensABracket(String text, int at) {
        var before = at == 0 ? ' ' : text.charAt(at - 1);
        if (!Character.isLetterOrDigit(before) && "$_)].".indexOf(before) < 0 || Text.isHan(before)) {
            return true;
        }
        var end = text.indexOf(')', at);
        return end > at + 1 && Character.isLetter(before) && text.substring(at + 1, end).chars().allMatch(Character::isLetter)
                && !callsOn(text, end + 1);
    }

    /** What follows a bracket in a programme: another bracket, or a full stop and a name. */
    private static boolean callsOn(String text, int at) {
        if (at >= text.length()) {
            return false;
        }
        var next = text.charAt(at);
        return next == '(' || next == '[' || next == '.' && at + 1 < text.length() && Character.isLetter(text.charAt(at + 1));
    }
}
