package io.rapport.facts;

import java.util.Locale;

/** How far what an event says of a person is believed; later ones more. */
public enum Trust {

    /** Said by anybody: a public form, the sender of a mail. */
    CLAIMED,

    /** Said by a source that signs what it sends. */
    ASSERTED,

    /** Confirmed by a link, or the order system's own record. */
    VERIFIED;

    /** The word on screens, on the wire and in the books: {@code claimed}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Trust ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** Of an event that says nothing of its trust itself: what comes by the public doors is claimed. */
    public static Trust ofSource(String source) {
        return source.startsWith("web-forms-in") || source.startsWith("email-in") ? CLAIMED : VERIFIED;
    }
}
