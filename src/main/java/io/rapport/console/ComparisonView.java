package io.rapport.console;

import java.util.List;
import java.util.Locale;

import io.rapport.publishing.Comparison;

/**
 * What is different between two versions.
 *
 * @param before the version that is left
 * @param after the version that is gone to
 */
record ComparisonView(String before, String after, List<FileView> files) {

    /** @param kind {@code added}, {@code removed} or {@code changed} */
    record FileView(String file, String kind, long came, long went, List<LineView> lines) {}

    /**
     * @param mark {@code same}, {@code came}, {@code went}, or {@code gap} for lines that are not shown
     * @param before its number, 0 when it is not there
     */
    record LineView(String mark, int before, int after, String text) {}

    static ComparisonView of(String before, String after, Comparison comparison) {
        return new ComparisonView(before, after, comparison.files().stream().map(file -> new FileView(
                file.file(), word(file.kind()), file.count(Comparison.Mark.CAME), file.count(Comparison.Mark.WENT),
                file.lines().stream().map(line -> new LineView(word(line.mark()), line.before(), line.after(), line.text()))
                        .toList()))
                .toList());
    }

    public String shortBefore() {
        return VersionView.shortened(before);
    }

    public String shortAfter() {
        return VersionView.shortened(after);
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
