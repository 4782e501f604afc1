package io.rapport.policy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import io.cucumber.core.feature.FeatureParser;
import io.cucumber.core.gherkin.Feature;
import io.cucumber.core.gherkin.FeatureParserException;
import io.cucumber.core.resource.Resource;
import io.cucumber.core.runtime.FeatureSupplier;

/** The feature files below a folder, in path order; one that cannot be parsed is told to the recorder, the rest goes on. */
record FeatureFolder(Path folder, RunRecorder recorder) implements FeatureSupplier {

    @Override
    public List<Feature> get() {
        var parser = new FeatureParser(UUID::randomUUID);
        return files(folder).stream().flatMap(file -> parsed(parser, file).stream()).toList();
    }

    static List<Path> files(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(".feature")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The features folder cannot be read: [" + folder + "]", e);
        }
    }

    private Optional<Feature> parsed(FeatureParser parser, Path file) {
        try {
            return parser.parseResource(new OnDisk(file));
        } catch (FeatureParserException e) {
            recorder.unreadable(file, String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private record OnDisk(Path file) implements Resource {
        @Override
        public URI getUri() {
            return file.toAbsolutePath().toUri();
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return Files.newInputStream(file);
        }
    }
}
