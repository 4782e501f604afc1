package io.rapport.engine;

/** Another engine imports. */
public final class ImportUnderWay extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ImportUnderWay() {
        super("Another engine imports.\nMaybe wait for its end.");
    }
}
