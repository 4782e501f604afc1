package io.rapport.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The form that all feature files share; each finding names file and line. */
class FeatureFormTests {

    private static final Path FEATURES = Path.of("features");
    private static final Path RULES = Path.of("rules");
    private static final int MOST_STEPS = 5;
    private static final Pattern IN_BACKTICKS = Pattern.compile("`([^`]+)`");

    private static List<FeatureFile> features;

    @BeforeAll
    static void readFeatures() throws IOException {
        var read = new ArrayList<FeatureFile>();
        for (var file : FeatureTexts.files(FEATURES)) {
            read.add(FeatureFile.read(FEATURES, file));
        }
        features = read;
    }

    @Test
    void everyRuleFileHasItsFeatureInTheSameFolder() throws IOException {
        var mirrored = features.stream().flatMap(feature -> feature.rulesFile().stream()).collect(Collectors.toSet());
        var mirrors = features.stream().map(FeatureFile::name).collect(Collectors.toSet());

        var without = ruleFiles().stream()
                .filter(rule -> !mirrored.contains("rules/" + rule)
                        || !mirrors.contains(rule.substring(0, rule.lastIndexOf('.')) + ".feature"))
                .toList();

        assertThat(without).as("rule files without a feature of the same name that says \"Rules: rules/...\"").isEmpty();
    }

    @Test
    void everyFeatureSaysWhichRulesItIsAbout() {
        var wrong = features.stream()
                .filter(feature -> !feature.isGuarantee())
                .filter(feature -> feature.rulesFile().filter(rule -> mirrors(feature, rule)).isEmpty())
                .map(feature -> feature.at(feature.feature().getLocation().getLine()))
                .toList();

        assertThat(wrong).as("features without \"Rules: rules/...\" of a file in the same folder").isEmpty();
    }

    @Test
    void noScenarioHasMoreThanFiveSteps() {
        var tooLong = features.stream().flatMap(feature -> feature.scenarios().stream()
                .filter(scenario -> scenario.getSteps().size() > MOST_STEPS)
                .map(scenario -> feature.at(scenario.getLocation().getLine()) + " has " + scenario.getSteps().size() + " steps"));

        assertThat(tooLong).isEmpty();
    }

    @Test
    void everyScenarioStandsUnderABusinessRule() {
        var homeless = features.stream().flatMap(feature -> feature.homeless().stream()
                .map(scenario -> feature.at(scenario.getLocation().getLine())));

        assertThat(homeless).as("scenarios that stand under no \"Rule:\"").isEmpty();
    }

    @Test
    void tagsStandInTheGlossary() throws IOException {
        var allowed = backticked(FEATURES.resolve("glossary.md"));

        var unknown = features.stream().flatMap(feature -> feature.tags().stream()
                .filter(tag -> !allowed.contains(tag.getName()))
                .map(tag -> feature.at(tag.getLocation().getLine()) + " " + tag.getName()));

        assertThat(unknown).as("tags that features/glossary.md does not know").isEmpty();
    }

    @Test
    void theReadmeNamesEveryFeatureAndNothingElse() throws IOException {
        var named = backticked(FEATURES.resolve("README.md")).stream().filter(name -> name.endsWith(".feature")).toList();

        assertThat(named).as("feature files in the table of features/README.md")
                .containsExactlyInAnyOrderElementsOf(features.stream().map(FeatureFile::name).toList());
    }

    private static boolean mirrors(FeatureFile feature, String rule) {
        var folder = feature.name().substring(0, feature.name().lastIndexOf('/') + 1);
        return rule.startsWith("rules/" + folder) && Files.exists(Path.of(rule));
    }

    private static Set<String> ruleFiles() throws IOException {
        try (Stream<Path> files = Files.walk(RULES)) {
            return files.map(file -> RULES.relativize(file).toString().replace('\\', '/'))
                    .filter(name -> name.endsWith(".csv") || name.endsWith(".sentences"))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static Set<String> backticked(Path file) throws IOException {
        return IN_BACKTICKS.matcher(Files.readString(file)).results().map(found -> found.group(1)).collect(Collectors.toSet());
    }
}
