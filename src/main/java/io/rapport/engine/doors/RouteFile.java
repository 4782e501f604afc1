package io.rapport.engine.doors;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.camel.spi.Resource;
import org.apache.camel.support.ResourceHelper;

/**
 * The text of one route file.
 *
 * @param name its name in the folder, for instance {@code 12-orders-in.camel.yaml}
 * @param text what it says
 */
public record RouteFile(String name, String text) {

    static final String ENDING = ".camel.yaml";

    /** All route files of a folder by name, in the order of their numbers; empty if there is no such folder. */
    public static SortedMap<String, RouteFile> ofFolder(Path folder) throws IOException {
        SortedMap<String, RouteFile> files = new TreeMap<>();
        if (!Files.isDirectory(folder)) {
            return files;
        }
        try (Stream<Path> children = Files.list(folder)) {
            for (Path child : (Iterable<Path>) children::iterator) {
                String name = child.getFileName().toString();
                if (name.endsWith(ENDING) && Files.isRegularFile(child)) {
                    files.put(name, new RouteFile(name, Files.readString(child)));
                }
            }
        }
        return files;
    }

    Resource resource() {
        return ResourceHelper.fromBytes(name, text.getBytes(StandardCharsets.UTF_8));
    }
}
