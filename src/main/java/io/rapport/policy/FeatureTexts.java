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
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

import io.cucumber.core.feature.FeatureParser;
import io.cucumber.core.gherkin.Feature;
import io.cucumber.core.gherkin.FeatureParserException;
import io.cucumber.core.resource.Resource;
import io.cucumber.core.runtime.FeatureSupplier;

/**
 * The features to be played; one that cannot be parsed is told to the recorder, the rest goes on.
 *
 * @param texts by path below the features folder, with {@code /}
 */
record FeatureTexts(SortedMap<String, String> texts, RunRecorder recorder) implements FeatureSupplier {

    @Override
    public List<Feature> get() {
        var parser = new FeatureParser(UUID::randomUUID);
        var features = texts.entrySet().stream()
                .flatMap(text -> parsed(parser, new InMemory(text.getKey(), text.getValue())).stream()).toList();
        recorder.expects(features.stream().mapToInt(feature -> feature.getPickles().size()).sum());
        return features;
    }

    /** The texts of a folder, in path order. */
    static SortedMap<String, String> ofFolder(Path folder) {
        var texts = new TreeMap<String, String>();
        for (var file : files(folder)) {
            try {
                var bytes = Files.readAllBytes(file);
                texts.put(folder.relativize(file).toString().replace('\\', '/'), new String(bytes, StandardCharsets.UTF_8));
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

    private Optional<Feature> parsed(FeatureParser parser, InMemory text) {
        try {
            return parser.parseResource(text);
        } catch (FeatureParserException e) {
            recorder.unreadable(text.name(), String.valueOf(e.getMessage()));
            return Optional.empty();
        }
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
