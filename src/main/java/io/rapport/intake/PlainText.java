package io.rapport.intake;

/** Text as it may be kept: no control characters, no half characters, not without end. */
public final class PlainText {

    private PlainText() {}

    /** At most so many characters; control characters other than line feed and tab are left out. */
    public static String bounded(String text, int most) {
        int end = Math.min(text.length(), most);
        if (end > 0 && Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        return isClean(text, end) ? text.substring(0, end) : cleaned(text, end);
    }

    /** Without the blanks and invisible characters around it, a no-break space and a zero-width one among them. */
    public static String trimmed(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isBlank(text.charAt(from))) {
            from++;
        }
        while (to > from && isBlank(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    private static boolean isBlank(char character) {
        return character <= ' ' || character > '~' && (Character.isSpaceChar(character) || Character.isWhitespace(character)
                || Character.isISOControl(character) || Character.getType(character) == Character.FORMAT);
    }

    /** In one line: every run of white space is one space. */
    public static String oneLine(String text, int most) {
        return bounded(text.replaceAll("[\\s\\p{Z}]+", " ").strip(), most);
    }

    private static boolean isClean(String text, int end) {
        for (int i = 0; i < end; i++) {
            if (isUnwanted(text.charAt(i)) || Character.isSurrogate(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static String cleaned(String text, int end) {
        var clean = new StringBuilder(end);
        text.substring(0, end).codePoints().forEach(character -> {
            boolean half = character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
            if (half) {
                clean.append('\uFFFD');
            } else if (character > Character.MAX_VALUE || !isUnwanted((char) character)) {
                clean.appendCodePoint(character);
            }
        });
        return clean.toString();
    }

    private static boolean isUnwanted(char character) {
        return Character.isISOControl(character) && character != '\n' && character != '\t' || character == '\uFEFF';
    }
}
