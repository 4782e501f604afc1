package io.rapport.policy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import io.cucumber.gherkin.GherkinParser;
import io.cucumber.messages.types.Envelope;
import io.cucumber.messages.types.Feature;
import io.cucumber.messages.types.Scenario;
import io.cucumber.messages.types.Tag;

/** A feature file as it is written, for the tests that read its form. */
record FeatureFile(String name, Feature feature) {

    private static final Pattern RULES = Pattern.compile("(?:Rules: |规则文件: )(\\S+)");

    static FeatureFile read(Path folder, Path file) throws IOException {
        var name = folder.relativize(file).toString().replace('\\', '/');
        var envelopes = GherkinParser.builder().includeSource(false).includePickles(false).build()
                .parse(name, Files.readAllBytes(file)).toList();
        var feature = envelopes.stream().map(Envelope::getGherkinDocument).flatMap(Optional::stream)
                .map(document -> document.getFeature().orElseThrow())
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " cannot be parsed: " + envelopes));
        return new FeatureFile(name, feature);
    }

    /** The rule file it mirrors, as its description says. */
    Optional<String> rulesFile() {
        var matcher = RULES.matcher(feature.getDescription());
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** Whether it shows what no rule can switch off, and so mirrors no rule file. */
    boolean isGuarantee() {
        return feature.getTags().stream().anyMatch(tag -> tag.getName().equals("@guarantee"));
    }

    List<Scenario> scenarios() {
        var all = new ArrayList<Scenario>();
        for (var child : feature.getChildren()) {
            child.getScenario().ifPresent(all::add);
            child.getRule().ifPresent(rule -> rule.getChildren().forEach(inner -> inner.getScenario().ifPresent(all::add)));
        }
        return all;
    }

    /** Scenarios that stand under no business rule. */
    List<Scenario> homeless() {
        return feature.getChildren().stream().flatMap(child -> child.getScenario().stream()).toList();
    }

    List<Tag> tags() {
        var all = new ArrayList<>(feature.getTags());
        feature.getChildren().forEach(child -> child.getRule().ifPresent(rule -> all.addAll(rule.getTags())));
        for (var scenario : scenarios()) {
            all.addAll(scenario.getTags());
            scenario.getExamples().forEach(examples -> all.addAll(examples.getTags()));
        }
        return all;
    }

    String at(long line) {
        return "features/" + name + ":" + line;
    }
}
