package io.rapport.console;

import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The words of the pages in the reader's language. A word that nobody has translated is shown as it is. */
@Component("wording")
final class Wording {

    private final MessageSource messages;

    Wording(MessageSource messages) {
        this.messages = messages;
    }

    /** A message by its key; the key itself when there is none. */
    String of(String key, Object... values) {
        return or(key, key, values);
    }

    /** A word of a closed group, for instance {@code word("status", "sent")}; the bare word when it is not translated. */
    public String word(String group, String word) {
        return or(group + "." + word, word);
    }

    /** A concept's name: {@code tier}, 客户金字塔. */
    public String concept(String concept) {
        return word("concept", concept);
    }

    /** A value with its concept, since the same word serves several: {@code tier gold}, 客户金字塔 黄金. */
    public String said(String concept, String value) {
        return concept(concept) + " " + value(concept, value);
    }

    /** A value alone, for where the concept stands beside it. */
    public String value(String concept, String value) {
        return or("concept." + concept + "." + value, value);
    }

    /** A message if there is one. */
    @Nullable
    String known(String key) {
        return messages.getMessage(key, null, null, language());
    }

    Locale language() {
        return LocaleContextHolder.getLocale();
    }

    private String or(String key, String otherwise, Object... values) {
        var found = messages.getMessage(key, values, otherwise, language());
        return found == null ? otherwise : found;
    }
}
