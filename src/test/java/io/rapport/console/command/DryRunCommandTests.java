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
        assertThat(rapport("dry-run", "--url", "http://localhost:9").exitCode()).isEqualTo(ExitCode.NO_ENGINE);
        assertThat(rapport("dry-run", "--live", "rules").err()).startsWith("[--live] is only for a file").contains("\nMaybe ");
        assertThat(rapport("dry-run", "--history", "no/such.csv").err()).startsWith("The file [no/such.csv] cannot be read.");
        assertThat(rapport("dry-run", "--history", history(), "--url", "http://localhost:9").exitCode())
                .isEqualTo(ExitCode.NO_ENGINE);
    }

    @Test
    void keepsItsWorkAndWritesEverybodyAffectedWhereItIsTold() throws IOException {
        var rules = CopiedRules.into(folder.resolve("rules"));
        CopiedRules.change(rules.resolve("3-churn/churn-level.csv"), "0.7 and", "1.2 and");
        var csv = folder.resolve("affected.csv");

        var ran = rapport("dry-run", "--history", history(), "--live", "rules", "--rules", rules.toString(), "--work",
                folder.resolve("work").toString(), "--csv", csv.toString());

        assertThat(ran.exitCode()).as(ran.err()).isEqualTo(ExitCode.FINE);
        assertThat(ran.err()).isEqualTo("Everybody affected is in [" + csv + "].\n");
        assertThat(Files.readString(csv)).startsWith("\uFEFF\"customer\",\"known by\",\"change\"");
        assertThat(Files.readString(csv)).contains("\"churn-level\",\"\",\"watch\",\"high\"", "tom@example.org");
        assertThat(ran.out()).contains("The churn level changes for 1.");
        assertThat(folder.resolve("work/report.json")).exists();
    }

    private String history() throws IOException {
        var file = folder.resolve("history.csv");
        Files.writeString(file, HISTORY);
        return file.toString();
    }
}
