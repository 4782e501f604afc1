package io.rapport.console.command;

import static io.rapport.console.command.Ran.rapport;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DryRunCommandTests {

    private static final String HISTORY = """
            invoice,stock_code,description,quantity,ts,unit_price,customer_id,email
            1,85123A,HEART,6,2025-01-10 10:00:00,2.55,,anna@example.org
            2,85123A,HEART,6,2025-02-10 10:00:00,2.55,,anna@example.org
            3,85123A,HEART,6,2025-11-10 10:00:00,2.55,,tom@example.org
            """;

    @TempDir
    private Path folder;

    @Test
    void saysThatNothingChangesWhenTheRulesAreTheSame() throws IOException {
        var ran = rapport("dry-run", "--history", history(), "--live", "rules");

        assertThat(ran.err()).isEmpty();
        assertThat(ran.exitCode()).isEqualTo(ExitCode.FINE);
        assertThat(ran.out()).contains("Nothing changes for anybody", "Rules that never spoke", "nobody can know");
    }

    @Test
    void tellsAProgramTheWholeReport() throws IOException {
        var report = Json.read(rapport("dry-run", "--history", history(), "--live", "rules", "--json").out());

        assertThat(report.path("subject").path("events").asInt()).isEqualTo(3);
        assertThat(report.path("subject").path("customers").asInt()).isEqualTo(2);
    }

    @Test
    void needsAHistoryAndSomethingToCompareWith() throws IOException {
        assertThat(rapport("dry-run").err()).startsWith("[--history] is missing.\nMaybe ");
        assertThat(rapport("dry-run", "--history", "no/such.csv").err()).startsWith("The file [no/such.csv] cannot be read.");
        assertThat(rapport("dry-run", "--history", history(), "--url", "http://localhost:9").exitCode())
                .isEqualTo(ExitCode.NO_ENGINE);
    }

    private String history() throws IOException {
        var file = folder.resolve("history.csv");
        Files.writeString(file, HISTORY);
        return file.toString();
    }
}
