package io.rapport.console.command;

import static io.rapport.console.command.Ran.rapport;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "0 | [0] days does not fit into a history of 373 days",
            "-5 | [-5] days does not fit",
            "373 | [373] days does not fit"})
    void aHorizonThatDoesNotFitIsAWrongUse(String horizon, String said) {
        var ran = rapport("quality", "--history", ORDERS, "--horizon", horizon);

        assertThat(ran.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(ran.err()).contains(said, "Maybe take at most a third");
    }

    @Test
    void tooFewCustomersTeachNothing() throws IOException {
        var ran = rapport("quality", "--history", shop(lines -> lines.limit(400)).toString(), "--horizon", "1");

        assertThat(ran.exitCode()).isEqualTo(ExitCode.WRONG_FILES);
        assertThat(ran.err()).contains("customers had bought before",
                "Maybe there is a longer history: fewer than 50 teach nothing");
    }

    @Test
    void decimalCommasAreNotTakenForAnotherAmount() throws IOException {
        var ran = rapport("quality", "--history",
                shop(lines -> lines.map(line -> line.replace(',', ';').replace('.', ','))).toString());

        assertThat(ran.exitCode()).isNotEqualTo(ExitCode.FINE);
        assertThat(ran.err()).contains("records were not read. The first: shop.csv:", "\"unit_price\": does [", "mean");
        assertThat(ran.out()).isEmpty();
    }

    @Test
    void aFileWithoutPurchasesSaysSoAndTheReasonOnce() throws IOException {
        var strange = rapport("quality", "--history",
                shop(lines -> lines.map(line -> line.replace("invoice,", "Beleg,"))).toString());
        var header = rapport("quality", "--history", shop(lines -> lines.limit(1)).toString());
        var empty = rapport("quality", "--history", shop(lines -> lines.limit(0)).toString());

        assertThat(strange.exitCode()).isEqualTo(ExitCode.WRONG_FILES);
        assertThat(strange.err()).containsOnlyOnce("shop.csv:1:1").contains("no column is named [invoice]");
        assertThat(header.err()).contains("No purchase of a known customer was read from [shop.csv]", "Maybe");
        assertThat(empty.err()).contains("the file is empty", "No purchase of a known customer");
        assertThat(empty.out()).isEmpty();
    }

    @Test
    void aFolderOrAPictureIsNoTable() throws IOException {
        var picture = Files.write(folder.resolve("picture.csv"), new byte[] {(byte) 0x89, 'P', 'N', 'G', (byte) 0xff, 0, 10});

        var ofFolder = rapport("quality", "--history", folder.toString());
        var ofPicture = rapport("quality", "--history", picture.toString(), "--labels", "left");

        assertThat(ofFolder.err()).contains("cannot be read", "Maybe");
        assertThat(ofPicture.err()).contains("[picture.csv] is no text in UTF-8", "Maybe");
    }

    /** The sample orders without their comment, changed line by line. */
    private Path shop(UnaryOperator<Stream<String>> change) throws IOException {
        try (var lines = Files.lines(Path.of(ORDERS))) {
            return Files.write(folder.resolve("shop.csv"), change.apply(lines.filter(line -> !line.startsWith("#"))).toList());
        }
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
