package io.rapport.customer;

import java.text.Normalizer;
import java.util.Locale;

/** Text that has to fit into a column. */
final class Text {

    private Text() {}

    /** However it is written: full-width or not, composed or not, in any capitals, with whatever spaces; nothing else is changed. */
    static String sought(String written) {
        return Normalizer.normalize(written, Normalizer.Form.NFKC).replaceAll("[\\s\\p{Z}\\p{Cntrl}]+", " ").strip()
                .toLowerCase(Locale.ROOT);
    }

    /** The first so many characters, never half of a surrogate pair. */
    static String atMost(int characters, String text) {
        if (text.length() <= characters) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(characters - 1)) ? characters - 1 : characters);
    }
}
