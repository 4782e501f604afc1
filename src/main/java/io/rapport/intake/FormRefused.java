package io.rapport.intake;

import java.util.List;

/** A web form that cannot be taken, with everything that is wrong at once. */
public class FormRefused extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    /**
     * What is wrong with one field; the value itself is personal and not repeated.
     *
     * @param field as the sender named it, empty for the form as a whole
     * @param key of the message that says it
     * @param told what is filled in
     * @param nearest the word that was probably meant, empty for none
     */
    public record Problem(String field, String key, List<String> told, String nearest) {

        public Problem {
            told = List.copyOf(told);
        }

        public Problem(String field, String key, String... told) {
            this(field, key, List.of(told), "");
        }
    }

    public FormRefused(List<Problem> problems) {
        super(problems.size() + " fields of the form are not as they should be");
        this.problems = List.copyOf(problems);
    }

    public FormRefused(String field, String key, String... told) {
        this(List.of(new Problem(field, key, told)));
    }

    public final List<Problem> problems() {
        return problems;
    }
}
