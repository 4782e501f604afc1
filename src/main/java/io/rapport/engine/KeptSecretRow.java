package io.rapport.engine;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.springframework.data.domain.Persistable;

/** A row of {@code kept_secret}. */
@Entity
@Table(name = "kept_secret")
class KeptSecretRow implements Persistable<String> {

    @Id
    String name;

    @Column(name = "value_base64")
    String value;

    @SuppressWarnings("NullAway.Init")
    protected KeptSecretRow() {}

    KeptSecretRow(String name, String value) {
        this.name = name;
        this.value = value;
    }

    @Override
    public String getId() {
        return name;
    }

    /** Never changed: what is saved is inserted. */
    @Override
    public boolean isNew() {
        return true;
    }
}
