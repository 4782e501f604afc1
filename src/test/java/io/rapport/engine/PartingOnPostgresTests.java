package io.rapport.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.Postgres;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** The same on PostgreSQL. */
class PartingOnPostgresTests extends PartingTests {

    @Test
    void itIsPostgres() throws SQLException {
        try (var connection = engine.get(DataSource.class).getConnection()) {
            assertThat(connection.getMetaData().getDatabaseProductName()).isEqualTo("PostgreSQL");
        }
    }

    @Override
    Transactions started(Path directory) {
        return new Transactions(directory, NOW, Map.of("rapport.publishing.features", "no-features", "spring.datasource.url",
                Postgres.newDatabase(), "spring.datasource.username", "postgres"));
    }
}
