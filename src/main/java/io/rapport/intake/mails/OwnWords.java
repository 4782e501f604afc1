package io.rapport.intake.mails;

import java.util.stream.Collectors;

/** Takes out of an answer the lines that our own mail has, however they were wrapped anew: no mark and no language is needed. */
final class OwnWords {

    /** Shorter lines people write too: "Thank you", "With kind regards". A Chinese character says as much as three letters. */
    private static final int LETTERS_OF_A_LINE = 20;

    private static final int LETTERS_OF_A_CHARACTER = 3;

    private OwnWords() {}

    /** @param ours the text of the mail that is answered */
    static String without(String ours, String text) {
        String known = letters(ours);
        return text.lines().filter(line -> !isOf(known, letters(line))).collect(Collectors.joining("\n")).strip();
    }

    private static boolean isOf(String known, String line) {
        int said = line.codePoints().map(character -> character > 0x2e80 ? LETTERS_OF_A_CHARACTER : 1).sum();
        return said >= LETTERS_OF_A_LINE && known.contains(line);
    }

    /** Letters and digits alone, in lower case. */
    private static String letters(String text) {
        var letters = new StringBuilder(text.length());
        text.codePoints().filter(Character::isLetterOrDigit).map(Character::toLowerCase).forEach(letters::appendCodePoint);
        return letters.toString();
    }
}
