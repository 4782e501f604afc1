package io.rapport.intake.forms;

import java.time.Instant;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.transaction.annotation.Transactional;

/** The table of idempotency keys. */
interface FormKeyRows extends JpaRepository<FormKeyRow, String> {

    @Modifying
    @Transactional
    @Query("delete from FormKeyRow where at < :before")
    int forget(Instant before);
}
