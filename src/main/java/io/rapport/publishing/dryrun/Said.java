package io.rapport.publishing.dryrun;

import java.util.Locale;

/** A sentence in both languages: when a report is read, the rulebook that spoke may be gone. */
public record Said(String english, String chinese) {

    static final Said NOTHING = new Said("", "");

    public String in(Locale locale) {
        return locale.getLanguage().equals(Locale.CHINESE.getLanguage()) ? chinese : english;
    }
}
