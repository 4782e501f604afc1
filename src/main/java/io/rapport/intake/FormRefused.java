package io.rapport.intake;

import java.util.List;

/** A web form that cannot be taken, with everything that is wrong at once. */
final class FormRefused extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    /** What is wrong with one field; the value itself is personal and not repeated. */
    record Problem(String field, String message) {}

    FormRefused(List<Problem> problems) {
        super(problems.size() + " fields of the form are not as they should be");
        this.problems = List.copyOf(problems);
    }

    FormRefused(String field, String message) {
        this(List.of(new Problem(field, message)));
    }

    List<Problem> problems() {
        return problems;
    }
}
