package io.rapport.rulebook.reading;

/**
 * Which characters a rule file may hold: those that a person sees, blanks and tabs, by their category in Unicode. What is
 * invisible, turns the reading direction or is half a character can make a file say something else than it shows.
 */
public final class Characters {

    private static final int JOINER = 0x200d;

    private static final int LAST_TEXT_SELECTOR = 0xfe0d;

    private Characters() {}

    /** Where the first character stands that may not; -1 if there is none. */
    public static int firstHidden(String line) {
        for (var i = 0; i < line.length(); i += Character.charCount(line.codePointAt(i))) {
            var c = line.codePointAt(i);
            if (c != '\t' && !isShown(c) && !(c == JOINER && joinsPictures(line, i))) {
                return i;
            }
        }
        return -1;
    }

    /** What is wrong with the character, for a message. */
    static String described(int c) {
        var code = String.format("U+%04X", c);
        return switch (Character.getType(c)) {
            case Character.SURROGATE -> "half a character " + code;
            case Character.PRIVATE_USE, Character.UNASSIGNED -> "a character that nobody has defined " + code;
            case Character.CONTROL -> "an invisible control character " + code;
            default -> "an invisible character " + code;
        };
    }

    private static boolean isShown(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                false;
            // pictures younger than this Java
            case Character.UNASSIGNED -> c >= 0x1f000 && c <= 0x1fbff;
            default -> !isBlankLetter(c);
        };
    }

    /** Letters, marks and signs by category that show nothing: fillers, joiners of graphemes, selectors. */
    private static boolean isBlankLetter(int c) {
        return switch (c) {
            case 0x034f, 0x115f, 0x1160, 0x17b4, 0x17b5, 0x2800, 0x3164, 0xffa0 -> true;
            default -> c >= 0x180b && c <= 0x180f || c >= 0xfe00 && c <= LAST_TEXT_SELECTOR || c >= 0xe0100 && c <= 0xe01ef;
        };
    }

    /** The joiner inside one picture, for instance of a family. */
    private static boolean joinsPictures(String line, int at) {
        if (at == 0 || at + 1 >= line.length()) {
            return false;
        }
        var before = line.codePointBefore(at);
        var isAfterPicture = Character.isExtendedPictographic(before) || Character.isEmojiModifier(before) || before == 0xfe0f;
        return isAfterPicture && Character.isExtendedPictographic(line.codePointAt(at + 1));
    }
}
