package io.rapport.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import io.rapport.rulebook.Concepts;
import io.rapport.rulebook.Rulebook;

/** Where each concept stands, in the table that a marketer and an analyst read. */
class ConceptTableTests {

    private static final Path SHIPPED = Path.of("rules/CONCEPTS.md");

    private static Rulebook rulebook;

    @BeforeAll
    static void compileRules() {
        rulebook = ShippedRules.compiled();
    }

    @AfterAll
    static void closeRulebook() {
        rulebook.close();
    }

    @Test
    void everyConceptIsDecidedByARuleFileThatHasExamples() {
        var table = ConceptTable.of(rulebook, Handbook.features(Path.of("features")));

        assertThat(table.concepts()).extracting(row -> row.concept().id())
                .containsExactlyElementsOf(Concepts.all().stream().map(concept -> concept.id()).toList());
        assertThat(table.concepts()).filteredOn(row -> !row.concept().id().equals("churn-points")).allSatisfy(row -> {
            assertThat(row.files()).as(row.concept().id()).isNotEmpty();
            assertThat(row.features()).as(row.concept().id()).isNotEmpty();
        });
    }

    @Test
    void theTableThatShipsIsTrue() throws IOException {
        var now = ConceptTable.of(rulebook, Handbook.features(Path.of("features"))).markdown();
        Files.writeString(Path.of("target/CONCEPTS.md"), now);

        assertThat(Files.readString(SHIPPED)).as("rules/CONCEPTS.md is not what rules and features say."
                + " Maybe copy target/CONCEPTS.md over it.").isEqualTo(now);
    }

    @Test
    void aConceptWithoutAnExampleHasNone() {
        var table = ConceptTable.of(rulebook, new TreeMap<>());

        assertThat(table.concepts()).allSatisfy(row -> assertThat(row.features()).isEmpty());
    }
}
