package io.rapport.policy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

import io.rapport.rulebook.Rule;
import io.rapport.rulebook.RuleMeta;
import io.rapport.rulebook.Rulebook;
import org.jspecify.annotations.Nullable;

/**
 * The living handbook: for each rule file what it is for and whom it wrongly catches, its rules as sentences, its examples with
 * their results, and how often each rule spoke last month. Written from the rulebook and the features themselves.
 *
 * @param concepts one row for each thing that is concluded
 * @param counts how often each rule spoke, by rule id; null when nobody has counted
 */
public record Handbook(
        String version, ConceptTable concepts, List<Chapter> chapters, @Nullable Map<String, Long> counts,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {

    private static final Pattern RULES = Pattern.compile("(?:Rules: |规则文件: )rules/(\\S+)");

    /** @param examples of the features that name this file */
    public record Chapter(String file, RuleMeta meta, List<Rule> rules, List<Feature> examples) {}

    /** One feature file, its text, and what came of its scenarios. */
    public record Feature(String file, String text, List<Example> examples) {}

    /** Without numbers of last month. */
    public static Handbook of(Rulebook rulebook, ExamplesResult result, SortedMap<String, String> features) {
        return new Handbook(rulebook.version(), ConceptTable.of(rulebook, features), chapters(rulebook, result, features), null,
                null, null);
    }

    /** The features of a folder by path, as {@link Examples} plays them; none when there is no such folder. */
    public static SortedMap<String, String> features(Path folder) {
        return Files.isDirectory(folder) ? FeatureTexts.ofFolder(folder) : new TreeMap<>();
    }

    /** The same with how often each rule spoke between two days, the last one excluded. */
    public Handbook with(Map<String, Long> spoke, LocalDate first, LocalDate end) {
        return new Handbook(version, concepts, chapters, Map.copyOf(spoke), first, end);
    }

    private static List<Chapter> chapters(Rulebook rulebook, ExamplesResult result, SortedMap<String, String> features) {
        var byFile = new LinkedHashMap<String, List<Rule>>();
        rulebook.rules().forEach(rule -> byFile.computeIfAbsent(rule.origin().file(), _ -> new ArrayList<>()).add(rule));
        return byFile.entrySet().stream().map(file -> new Chapter(
                file.getKey(), file.getValue().getFirst().meta(), List.copyOf(file.getValue()),
                features.entrySet().stream().filter(feature -> isAbout(feature.getValue(), file.getKey()))
                        .map(feature -> new Feature(feature.getKey(), feature.getValue(), result.examples().stream()
                                .filter(example -> example.file().equals(feature.getKey())).toList()))
                        .toList()))
                .toList();
    }

    static boolean isAbout(String feature, String file) {
        var named = RULES.matcher(feature);
        return named.find() && named.group(1).equals(file);
    }

    /** The handbook as one page of HTML that needs nothing else, in English or Chinese. */
    public String html(Locale locale) {
        return new HandbookPage(this, locale, "").html();
    }

    /** The same with the style of the pages that it stands among. */
    public String html(Locale locale, String styleSheet) {
        return new HandbookPage(this, locale, styleSheet).html();
    }

    /** Writes {@code index.html} in English and {@code index.zh.html} in Chinese. */
    public void write(Path folder) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("index.html"), html(Locale.ENGLISH));
            Files.writeString(folder.resolve("index.zh.html"), html(Locale.CHINESE));
        } catch (IOException e) {
            throw new UncheckedIOException("The handbook cannot be written to [" + folder + "].\nMaybe choose another folder.",
                    e);
        }
    }
}
