package io.rapport.console.command;

import static io.rapport.console.command.Ran.rapport;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForecastCommandsTests {

    private static final String ORDERS = "src/samples/orders-online-retail.csv";

    @TempDir
    Path folder;

    @Test
    void qualityShowsTheOwnForecastBesideThePlainOnes() {
        var ran = rapport("quality", "--history", ORDERS, "--split", "2026-08-20", "--horizon", "90");

        assertThat(ran.exitCode()).isEqualTo(ExitCode.FINE);
        assertThat(ran.out()).contains("forecast 2026-08-20 to 2026-11-17 (90 days)", "probability of buying", "recency alone",
                "RFM quintile sum", "decayed purchase count", "MBG/NBD", "how much spend", "tenth");
    }

    @Test
    void qualityAnswersWithOneDocument() {
        var ran = rapport("quality", "--history", ORDERS, "--split", "2026-08-20", "--json");

        var report = Json.read(ran.out());
        var forecasts = report.path("forecasts");
        assertThat(forecasts.path("split").asString()).isEqualTo("2026-08-20");
        assertThat(forecasts.path("who").get(0).path("auc").asDouble()).isBetween(0.5, 1.0);
        assertThat(forecasts.path("tenths")).hasSize(10);
        assertThat(report.path("standings").get(0).path("concept").asString()).isEqualTo("stage");
    }

    @Test
    void aSplitOutsideTheHistoryIsAWrongUse() {
        var ran = rapport("quality", "--history", ORDERS, "--split", "2020-01-01");

        assertThat(ran.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(ran.err()).contains("[2020-01-01 to 2020-03-30]", "Maybe --split");
    }

    @Test
    void qualityOfLabelledRowsComparesTheScorecardWithLogisticRegression() throws IOException {
        var ran = rapport("quality", "--history", labelled().toString(), "--labels", "left");

        assertThat(ran.out()).contains("600 rows, left = yes", "held out in 5 parts", "scorecard", "logistic regression",
                "Not used: customer_id");
    }

    @Test
    void fitShowsTheParametersAndWarnsOfFewCustomers() {
        var ran = rapport("fit", "--history", ORDERS);

        assertThat(ran.exitCode()).isEqualTo(ExitCode.FINE);
        assertThat(ran.out()).contains("customers until 2026-11-21", "MBG/NBD r", "gamma-gamma p");
        assertThat(ran.err()).contains("with fewer than 300");
    }

    @Test
    void aFittedScorecardIsATableThatSaysWhatItWasMadeFrom() throws IOException {
        var table = folder.resolve("churn-points.csv");

        var ran = rapport("scorecard", "fit", "--history", labelled().toString(), "--labels", "left", "--to", table.toString());

        assertThat(ran.exitCode()).isEqualTo(ExitCode.FINE);
        assertThat(ran.err()).contains("Held out in turn: AUC");
        assertThat(Files.readString(table)).contains("hit policy: sum", "600 rows; left is yes", "Held out in 5 parts",
                "trait \"\"contract\"\"", "churn points,because,原因", "monthly");
    }

    @Test
    void aColumnThatIsNotThereIsNamed() throws IOException {
        var ran = rapport("quality", "--history", labelled().toString(), "--labels", "gone");

        assertThat(ran.exitCode()).isEqualTo(ExitCode.WRONG_FILES);
        assertThat(ran.err()).contains("[gone]", "Maybe one of");
    }

    private Path labelled() throws IOException {
        var random = new Random(1);
        var text = new StringBuilder("customer_id,contract,months,left\n");
        for (var i = 0; i < 600; i++) {
            var monthly = random.nextBoolean();
            var left = random.nextDouble() < (monthly ? 0.6 : 0.2);
            text.append('k').append(i).append(',').append(monthly ? "monthly" : "yearly").append(',').append(random.nextInt(60))
                    .append(',').append(left ? "yes" : "no").append('\n');
        }
        return Files.writeString(folder.resolve("contracts.csv"), text);
    }
}
