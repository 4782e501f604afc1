package io.rapport.intake.forms;

import io.rapport.intake.FormRefused;

/** Another form came under the same idempotency key before. */
final class KeyReused extends FormRefused {

    private static final long serialVersionUID = 1L;

    KeyReused() {
        super("Idempotency-Key", "form.key.reused");
    }
}
