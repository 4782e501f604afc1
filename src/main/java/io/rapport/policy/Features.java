package io.rapport.policy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The files of a folder of examples. They go with the rules that they were played for: into the store, and back with a version.
 *
 * @param texts path below the features folder, with {@code /}, to Gherkin
 */
public record Features(SortedMap<String, String> texts) {

    public Features {
        texts = Collections.unmodifiableSortedMap(new TreeMap<>(texts));
    }

    /** All {@code .feature} files of a folder and those below it; none when there is no such folder. */
    public static Features ofFolder(Path folder) {
        return new Features(Files.isDirectory(folder) ? FeatureTexts.ofFolder(folder) : new TreeMap<>());
    }

    public boolean isEmpty() {
        return texts.isEmpty();
    }

    @Override
    public String toString() {
        return "Features[" + texts.keySet() + "]";
    }
}
