package io.rapport.rulebook;

import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Rule files for tests. */
public final class Shelf {

    static final RuleFiles SHIPPED_FILES = RuleFiles.ofFolder(Path.of("rules"));

    public static final Rulebook SHIPPED = rulebook(SHIPPED_FILES);

    private Shelf() {}

    public static String table(String id, String policy, String... lines) {
        return "# A table\n# id: " + id + ", owner: test, status: live, since: 2026-12-01, hit policy: " + policy
                + "\n# purpose: a test\n# wrongly catches: nobody\n" + String.join("\n", lines) + "\n";
    }

    public static String sentences(String id, String... lines) {
        return "// Sentences\n// id: " + id + ", owner: test, status: live, since: 2026-12-01\n// purpose: a test\n"
                + "// wrongly catches: nobody\n\n" + String.join("\n", lines) + "\n";
    }

    public static RuleFiles files(String... pathsAndTexts) {
        SortedMap<String, String> texts = new TreeMap<>();
        for (var i = 0; i < pathsAndTexts.length; i += 2) {
            texts.put(pathsAndTexts[i], pathsAndTexts[i + 1]);
        }
        return new RuleFiles(texts);
    }

    static Rulebook rulebook(RuleFiles files) {
        var reading = new RulebookCompiler().read(files);
        if (reading.rulebook() == null) {
            throw new AssertionError(rendered(reading.problems()));
        }
        return reading.rulebook();
    }

    static List<Problem> problems(String... pathsAndTexts) {
        return new RulebookCompiler().read(files(pathsAndTexts)).problems();
    }

    static String rendered(List<Problem> problems) {
        return problems.stream().map(Problem::render).collect(Collectors.joining("\n"));
    }

    /** The shipped files with one of them replaced or added. */
    static RuleFiles shippedWith(String path, String text) {
        var texts = new TreeMap<>(SHIPPED_FILES.texts());
        texts.put(path, text);
        return new RuleFiles(texts);
    }
}
