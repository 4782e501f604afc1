package io.rapport.console;

import org.jspecify.annotations.Nullable;

/** A button was pressed and nothing was changed; the reader is told why in his language. */
@SuppressWarnings("serial")
public final class NotDone extends RuntimeException {

    private final transient Object[] values;

    /**
     * @param message key of the text
     * @param values for its places
     */
    public NotDone(String message, @Nullable Throwable cause, Object... values) {
        super(message, cause);
        this.values = values.clone();
    }

    public String in(Wording wording) {
        return wording.of(String.valueOf(getMessage()), values);
    }
}
