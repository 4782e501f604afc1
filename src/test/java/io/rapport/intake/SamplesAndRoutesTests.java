package io.rapport.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.rapport.facts.CustomerEvent;
import io.rapport.facts.EventTypes;
import io.rapport.facts.Identity;
import io.rapport.intake.forms.FormBody;
import io.rapport.intake.forms.FormMapping;
import io.rapport.intake.forms.FormReading;
import io.rapport.intake.orders.OrderColumns;
import io.rapport.intake.orders.OrderSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What ships beside the code is complete, listed and readable by the doors as they ship. */
class SamplesAndRoutesTests {

    private static final Path SAMPLES = Path.of("src/samples");

    private static final Pattern VARIABLE = Pattern.compile("setVariable: \\{name: ([^,]+), constant: \"?([^}\"]*)\"?}");

    @ParameterizedTest
    @ValueSource(strings = {"routes", "src/samples", "src/samples/forms"})
    void theReadmeNamesEveryFileOfItsFolder(String folder) throws IOException {
        String readme = Files.readString(Path.of(folder, "README.md"));
        try (Stream<Path> files = Files.walk(Path.of(folder), folder.equals("src/samples") ? 2 : 1)) {
            List<String> names = files.filter(Files::isRegularFile).map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals("README.md") && !name.endsWith(".json") || folder.endsWith("forms"))
                    .filter(name -> !name.equals("README.md")).toList();

            assertThat(names).isNotEmpty().allSatisfy(name -> assertThat(readme).as("%s/README.md", folder).contains(name));
        }
        assertThat(readme.lines().limit(8)).as("the first table").anyMatch(line -> line.startsWith("| I want to"));
    }

    static List<Path> routeFiles() throws Exception {
        return RoutesOfTheHouse.files();
    }

    @ParameterizedTest
    @MethodSource("routeFiles")
    void aRouteFileSaysWhatItDoesAndIsCalledLikeItsRoute(Path file) throws IOException {
        String text = Files.readString(file);
        String id = file.getFileName().toString().replaceAll("^\\d\\d-|\\.camel\\.yaml$", "");

        for (String word : List.of("# What:", "# From:", "# To:", "# Fails:", "# Owner:")) {
            assertThat(text).as("%s", file).contains(word);
        }
        assertThat(text).as("%s", file).contains("    id: " + id + "\n");
    }

    @Test
    void theOrdersAreThoseOfAHundredCustomersWithCancellationsAndEndOnTheDayTheySay() throws Exception {
        Path file = SAMPLES.resolve("orders-online-retail.csv");
        Set<Identity> customers = new HashSet<>();
        List<CustomerEvent> events = new ArrayList<>();
        var settings = new OrderSettings(OrderColumns.of(variables("12-orders-in.camel.yaml")), new Identities("GB"),
                IntakeTestHouse.NOW);
        try (OrderFile orders = OrderFile.open(file, settings, 0)) {
            orders.forEachRemaining(read -> events.add(((OrderFile.Event) read).event()));
        }
        events.forEach(event -> customers.addAll(event.identities()));

        assertThat(customers).hasSizeGreaterThanOrEqualTo(100);
        assertThat(events).filteredOn(event -> event.is(EventTypes.ORDER_RETURNED)).hasSizeGreaterThan(100);
        assertThat(events).filteredOn(event -> event.identities().isEmpty()).isNotEmpty();
        assertThat(LocalDate.ofInstant(events.getLast().time(), ZoneId.of("Europe/London"))).isEqualTo("2026-11-21");
        assertThat(Files.readAllLines(file).stream().limit(5)).anyMatch(line -> line.contains("CC BY 4.0"))
                .anyMatch(line -> line.contains("moved by 5827 days"));
        assertThat(Files.size(file)).isLessThan(1_000_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"anna", "wang-fang", "tom"})
    void aFormIntroducesACustomerOfTheOrderFile(String who) throws Exception {
        byte[] body = Files.readString(SAMPLES.resolve("forms/" + who + ".json")).replace("TODAY", "11-22")
                .getBytes(StandardCharsets.UTF_8);

        FormReading form = new FormReading(FormMapping.of(variables("10-web-forms-in.camel.yaml")), new Identities("GB"),
                Clock.fixed(IntakeTestHouse.NOW, ZoneOffset.UTC)).read(FormBody.of("application/json", body));

        assertThat(form.awaited().consents()).as("waits for the link in a mail").hasSize(1);
        assertThat(form.traits()).containsKeys("birthday", "name", "language", "time-zone", "e-mail");
        assertThat(Files.readString(SAMPLES.resolve("orders-online-retail.csv")))
                .contains("," + form.identities().getFirst().value() + ",");
    }

    /** What the shipped route sets, read without Camel. */
    private static Map<String, String> variables(String file) throws IOException {
        var variables = new java.util.TreeMap<String, String>();
        VARIABLE.matcher(Files.readString(RoutesOfTheHouse.FOLDER.resolve(file))).results()
                .forEach(match -> variables.put(match.group(1), match.group(2)));
        return variables;
    }
}
