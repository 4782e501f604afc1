package io.rapport.customer;

/** Somebody gave an import up while it ran. */
public final class ImportAbandoned extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ImportAbandoned(String file) {
        super("The import [" + file + "] was given up.\nMaybe import the file again: it goes on where it was.");
    }
}
