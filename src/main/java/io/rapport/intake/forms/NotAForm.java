package io.rapport.intake.forms;

import io.rapport.intake.FormRefused;

/** What came says of itself that it is something else, or in a character set that nobody knows. */
final class NotAForm extends FormRefused {

    private static final long serialVersionUID = 1L;

    NotAForm(String key, String... told) {
        super("Content-Type", key, told);
    }
}
