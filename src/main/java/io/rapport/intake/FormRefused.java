package io.rapport.intake;

import java.util.List;

/** A web form that cannot be taken, with everything that is wrong at once. */
public class FormRefused extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    /** What is wrong with one field; the value itself is personal and not repeated. */
    public record Problem(String field, String message) {}

    public FormRefused(List<Problem> problems) {
        super(problems.size() + " fields of the form are not as they should be");
        this.problems = List.copyOf(problems);
    }

    public FormRefused(String field, String message) {
        this(List.of(new Problem(field, message)));
    }

    public final List<Problem> problems() {
        return problems;
    }
}
