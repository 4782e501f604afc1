package io.rapport.intake;

import java.util.List;

import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;

/** The table of quarantined messages. */
interface QuarantineRows extends JpaRepository<QuarantineRow, String> {

    List<QuarantineRow> findByOrderByAtDescIdAsc(Pageable page);

    List<QuarantineRow> findByStatusOrderByAtDescIdAsc(Quarantined.Status status, Pageable page);

    long countByStatus(Quarantined.Status status);
}
