package io.rapport.customer;

/** Text that has to fit into a column. */
final class Text {

    private Text() {}

    /** The first so many characters, never half of a surrogate pair. */
    static String atMost(int characters, String text) {
        if (text.length() <= characters) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(characters - 1)) ? characters - 1 : characters);
    }
}
