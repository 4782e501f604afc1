package io.rapport.publishing;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

import io.rapport.rulebook.RuleFiles;

/**
 * What is different between two versions, file by file, line by line.
 *
 * @param files only those that differ, by name
 */
public record Comparison(List<ChangedFile> files) {

    public Comparison {
        files = List.copyOf(files);
    }

    /** What became of a file. */
    public enum Kind {
        ADDED, REMOVED, CHANGED
    }

    /**
     * A file that differs.
     *
     * @param lines those that differ, with a few around them
     */
    public record ChangedFile(String file, Kind kind, List<Line> lines) {

        /** How many lines came and went. */
        public long count(Mark mark) {
            return lines.stream().filter(line -> line.mark() == mark).count();
        }
    }

    /** Whether a line is in both, came, went, or stands for several that are not shown. */
    public enum Mark {
        SAME, CAME, WENT, GAP
    }

    /**
     * A line.
     *
     * @param before its number in the first version, from 1; 0 when it is not there
     * @param after its number in the second
     */
    public record Line(Mark mark, int before, int after, String text) {}

    /** From one version to another. */
    public static Comparison of(RuleFiles before, RuleFiles after) {
        var names = new TreeSet<>(before.texts().keySet());
        names.addAll(after.texts().keySet());
        var files = new ArrayList<ChangedFile>();
        for (var name : names) {
            var old = before.texts().getOrDefault(name, "");
            var fresh = after.texts().getOrDefault(name, "");
            var kind = kind(before.texts().containsKey(name), after.texts().containsKey(name));
            if (kind != Kind.CHANGED || !old.equals(fresh)) {
                files.add(new ChangedFile(name, kind, Lines.between(old.lines().toList(), fresh.lines().toList())));
            }
        }
        return new Comparison(files);
    }

    private static Kind kind(boolean wasThere, boolean isThere) {
        return wasThere && isThere ? Kind.CHANGED : wasThere ? Kind.REMOVED : Kind.ADDED;
    }
}
