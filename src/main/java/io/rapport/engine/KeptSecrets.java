package io.rapport.engine;

import org.springframework.data.jpa.repository.JpaRepository;

/** The table of secrets that the engine made itself. */
interface KeptSecrets extends JpaRepository<KeptSecretRow, String> {}
