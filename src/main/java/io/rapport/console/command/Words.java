package io.rapport.console.command;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/** The words of the command in one language. */
final class Words {

    private static final String FILE = "command";

    private final ResourceBundle bundle;

    private Words(ResourceBundle bundle) {
        this.bundle = bundle;
    }

    /** English for every language that is not translated, whatever this machine speaks. */
    static Words in(Locale language) {
        return new Words(ResourceBundle.getBundle(FILE, language, Words.class.getClassLoader(),
                Control.getNoFallbackControl(Control.FORMAT_PROPERTIES)));
    }

    ResourceBundle bundle() {
        return bundle;
    }

    Locale language() {
        return bundle.getLocale().getLanguage().equals(Locale.CHINESE.getLanguage()) ? Locale.CHINESE : Locale.ENGLISH;
    }

    /** A sentence by its key, its places filled. */
    String of(String key, Object... values) {
        return new MessageFormat(bundle.getString(key), Locale.ENGLISH).format(values);
    }

    /** A word of a closed group, for instance {@code status.waiting}; the bare word when nobody has translated it. */
    String word(String group, String word) {
        var key = group + "." + word;
        return bundle.containsKey(key) ? bundle.getString(key) : word;
    }
}
