package io.rapport.intake.forms;

import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.springframework.data.domain.Persistable;

/** A row of {@code form_key}: digests of a key and of what was sent under it. */
@Entity
@Table(name = "form_key")
class FormKeyRow implements Persistable<String> {

    @Id
    String id;

    String content;

    Instant at;

    @SuppressWarnings("NullAway.Init")
    protected FormKeyRow() {}

    FormKeyRow(String id, String content, Instant at) {
        this.id = id;
        this.content = content;
        this.at = at;
    }

    @Override
    public String getId() {
        return id;
    }

    /** Never changed: what is saved is inserted. */
    @Override
    public boolean isNew() {
        return true;
    }
}
