package io.rapport.decision;

import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;

import io.rapport.rulebook.Problem;
import io.rapport.rulebook.RuleFiles;
import io.rapport.rulebook.Rulebook;
import io.rapport.rulebook.RulebookCompiler;

/** Small rulebooks out of strings, and the one that ships. */
final class Rulebooks {

    private final TreeMap<String, String> texts = new TreeMap<>();

    private Rulebooks() {}

    static Rulebooks with() {
        return new Rulebooks();
    }

    static Rulebook shipped() {
        return compiled(RuleFiles.ofFolder(Path.of("rules")));
    }

    Rulebooks table(String path, String id, String rows) {
        texts.put(path, """
                # A test's table
                # id: %s, owner: tests, status: live, since: 2026-01-01, hit policy: first
                # purpose: to test
                # wrongly catches: nothing known
                """.formatted(id) + rows);
        return this;
    }

    Rulebooks sums(String path, String id, String rows) {
        table(path, id, rows);
        texts.computeIfPresent(path, (_, text) -> text.replace("hit policy: first", "hit policy: sum"));
        return this;
    }

    List<Problem> problems() {
        return new RulebookCompiler().read(new RuleFiles(texts)).problems();
    }

    List<Problem> warnings() {
        return new RulebookCompiler().read(new RuleFiles(texts)).warnings();
    }

    Rulebooks limits(String path, String id, String rows) {
        table(path, id, rows);
        texts.computeIfPresent(path, (_, text) -> text.replace(", hit policy: first", ""));
        return this;
    }

    Rulebooks sentences(String path, String id, String rules) {
        texts.put(path, """
                // Sentences of a test
                // id: %s, owner: tests, status: live, since: 2026-01-01
                // purpose: to test
                // wrongly catches: nothing known

                """.formatted(id) + rules);
        return this;
    }

    Rulebooks template(String name) {
        texts.put("templates/" + name + ".en.txt", "Subject: Hello {name|customer}\n\nHello {name|customer}\n");
        return this;
    }

    Rulebook read() {
        return compiled(new RuleFiles(texts));
    }

    private static Rulebook compiled(RuleFiles files) {
        var reading = new RulebookCompiler().read(files);
        if (reading.rulebook() == null) {
            throw new AssertionError(String.join("\n", reading.problems().stream().map(Problem::render).toList()));
        }
        return reading.rulebook();
    }
}
