package io.rapport.policy;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The message files, which screens, terminal and handbook share. */
public record Texts(ResourceBundle messages, Locale locale) {

    public static Texts in(Locale locale) {
        return new Texts(ResourceBundle.getBundle("messages", locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)), locale);
    }

    public boolean has(String key) {
        return messages.containsKey(key);
    }

    /** The text with its places filled in; numbers as they are, without separators. */
    public String of(String key, Object... values) {
        var texts = new Object[values.length];
        for (var i = 0; i < values.length; i++) {
            texts[i] = String.valueOf(values[i]);
        }
        return new MessageFormat(messages.getString(key), locale).format(texts);
    }
}
