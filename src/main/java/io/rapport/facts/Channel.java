package io.rapport.facts;

import java.util.Locale;

/** Where a customer and the company meet. */
public enum Channel {
    EMAIL,
    WEB,
    ORDER_SYSTEM,
    CALL_CENTRE,
    CHAT,
    SMS,
    LETTER,
    FAX,
    IN_PERSON,
    MOBILE,
    SOCIAL;

    /** The word in rule files, screens and the API: {@code call-centre}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Channel ofWord(String word) {
        return valueOf(word.trim().toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
