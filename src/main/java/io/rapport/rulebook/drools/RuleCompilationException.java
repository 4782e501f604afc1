package io.rapport.rulebook.drools;

/** Drools did not accept what was generated: a fault of the generator, shown to the author as a problem of his files. */
public final class RuleCompilationException extends RuntimeException {

    private static final long serialVersionUID = 1;

    RuleCompilationException(String message) {
        super(message);
    }
}
