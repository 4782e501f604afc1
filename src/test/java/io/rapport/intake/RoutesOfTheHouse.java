package io.rapport.intake;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.apache.camel.CamelContext;
import org.apache.camel.spi.Resource;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;

/** Loads the shipped route files as the engine does. */
public final class RoutesOfTheHouse {

    public static final Path FOLDER = Path.of("routes");

    private RoutesOfTheHouse() {}

    static List<Path> files() throws Exception {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".camel.yaml")).sorted().toList();
        }
    }

    public static void load(CamelContext camel, String... names) throws Exception {
        List<Resource> resources = files().stream()
                .filter(file -> Stream.of(names).anyMatch(file.getFileName().toString()::startsWith))
                .map(file -> ResourceHelper.resolveResource(camel, "file:" + file))
                .toList();
        PluginHelper.getRoutesLoader(camel).updateRoutes(resources);
    }
}
