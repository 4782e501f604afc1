package io.rapport.policy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.cucumber.core.feature.FeatureParser;
import io.cucumber.core.gherkin.Feature;
import io.cucumber.core.gherkin.FeatureParserException;
import io.cucumber.core.resource.Resource;
import io.cucumber.core.runtime.FeatureSupplier;
import io.cucumber.plugin.event.Node;
import io.rapport.rulebook.RuleFiles;
import io.rapport.rulebook.Text;

/**
 * The features to be played; one that cannot be parsed is told to the recorder, the rest goes on.
 *
 * @param texts by path below the features folder, with {@code /}
 */
record FeatureTexts(SortedMap<String, String> texts, RunRecorder recorder) implements FeatureSupplier {

    private static final Pattern CURLY = Pattern.compile("[“”„‟＂]");

    /** A keyword of Gherkin and the colon of a Chinese keyboard. */
    private static final Pattern KEYWORD = Pattern.compile("^(\\s*(?:Feature|Rule|Background|Scenario|Scenario Outline|Examples?|"
            + "功能|规则|背景|场景|剧本|场景大纲|剧本大纲|例子|#\\s*language))\\s*：");

    @Override
    public List<Feature> get() {
        var parser = new FeatureParser(UUID::randomUUID);
        var features = texts.entrySet().stream()
                .flatMap(text -> parsed(parser, text.getKey(), text.getValue()).stream()).toList();
        recorder.expects(features.stream().mapToInt(feature -> feature.getPickles().size()).sum());
        return features;
    }

    /** The texts of a folder, in path order. */
    static SortedMap<String, String> ofFolder(Path folder) {
        var texts = new TreeMap<String, String>();
        for (var file : files(folder)) {
            try {
                var bytes = Files.readAllBytes(file);
                texts.put(folder.relativize(file).toString().replace('\\', '/'), RuleFiles.text(bytes));
            } catch (IOException e) {
                throw new UncheckedIOException("The feature file cannot be read: [" + file + "]", e);
            }
        }
        return texts;
    }

    static List<Path> files(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(".feature")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The features folder cannot be read: [" + folder + "]", e);
        }
    }

    private Optional<Feature> parsed(FeatureParser parser, String file, String text) {
        var lines = text.lines().toList();
        for (var i = 0; i < lines.size(); i++) {
            var hidden = Text.hidden(lines.get(i).replace("\ufeff", i == 0 ? "" : "\ufeff"));
            if (hidden != null) {
                recorder.notPlayed(file, i + 1, lines.get(i).strip(),
                        Failure.said(i + 1, lines.get(i).strip(), "examples.hidden", hidden));
                return Optional.empty();
            }
        }
        try {
            var feature = parser.parseResource(new InMemory(file, asTyped(lines)));
            if (feature.isEmpty() || feature.get().getPickles().isEmpty() && outlines(feature.get()).isEmpty()) {
                recorder.notPlayed(file, 1, "the whole file", Failure.said(1, "", "examples.nothing.scenario"));
            }
            feature.ifPresent(read -> outlines(read).forEach(outline -> {
                var line = outline.getLocation().getLine();
                recorder.notPlayed(file, line, outline.getName().orElse(""), Failure.said(line, "", "examples.nothing.row"));
            }));
            return feature;
        } catch (FeatureParserException e) {
            recorder.unreadable(file, String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    /** Outlines of which no table has a row: nothing of them would ever be played. */
    private static List<Node> outlines(Feature feature) {
        var empty = new ArrayList<Node>();
        collect(feature, empty);
        return empty;
    }

    private static boolean collect(Node node, List<Node> empty) {
        if (!(node instanceof Node.Container<?> container)) {
            return true;
        }
        var isPlayed = false;
        for (var child : container.elements()) {
            isPlayed |= collect(child, empty);
        }
        if (node instanceof Node.ScenarioOutline && !isPlayed) {
            empty.add(node);
        }
        return isPlayed;
    }

    /** Blanks, quotation marks and colons that a word processor put in read as those that one types; inside quotes all stays. */
    private static String asTyped(List<String> lines) {
        return lines.stream().map(FeatureTexts::asTyped).collect(Collectors.joining("\n", "", "\n"));
    }

    private static String asTyped(String line) {
        var typed = KEYWORD.matcher(line).replaceFirst("$1:");
        typed = typed.indexOf('"') < 0 ? CURLY.matcher(typed).replaceAll("\"") : typed;
        var parts = typed.split("\"", -1);
        for (var i = 0; i < parts.length; i += 2) {
            parts[i] = Text.withPlainBlanks(parts[i]);
        }
        return String.join("\"", parts);
    }

    /** The path below the features folder, out of the address that Cucumber carries along. */
    static String name(URI address) {
        return address.getPath().substring(1);
    }

    private record InMemory(String name, String text) implements Resource {
        @Override
        public URI getUri() {
            try {
                return new URI("features", null, "/" + name, null);
            } catch (URISyntaxException e) {
                throw new IllegalStateException("A feature file with a name that is none: [" + name + "]", e);
            }
        }

        @Override
        public InputStream getInputStream() {
            return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        }
    }
}
