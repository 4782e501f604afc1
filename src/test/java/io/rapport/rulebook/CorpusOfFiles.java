package io.rapport.rulebook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The rule files of {@code src/test/resources/rulebook}: texts put into skeletons. */
public final class CorpusOfFiles {

    private static final Path FOLDER = Path.of("src/test/resources/rulebook");

    private static final Pattern SHORTHAND = Pattern
            .compile("<U\\+([0-9A-F]{4,6})>|<(\\d+) times ((?:[^<>]|<newline>)+|>|<)>|<(newline|tab|port)>");

    private static final Map<String, Skeleton> SKELETONS = skeletons();

    private CorpusOfFiles() {}

    /**
     * @param path may hold the place too
     * @param good a text with which it is accepted
     */
    record Skeleton(String name, String path, String good, String text) {

        RuleFiles with(String inserted) {
            var cell = '"' + inserted.replace("\"", "\"\"") + '"';
            var file = path.replace("«text»", inserted);
            var whole = text.replace("«text»", inserted).replace("«cell»", cell);
            var texts = new TreeMap<>(Map.of("templates/hello.en.txt", "Subject: Hello\nPurpose: promotion\n\nWelcome.\n"));
            texts.put(file, whole);
            return new RuleFiles(texts);
        }
    }

    /** One file: its technique, the line of the list it comes from, the skeleton and the text put into it. */
    public record Case(String technique, int line, Skeleton skeleton, String text, RuleFiles files) {

        @Override
        public String toString() {
            var shown = text.length() > 60 ? text.substring(0, 60) + "..." : text;
            return technique + " (line " + line + ") " + skeleton.name() + ": " + shown;
        }
    }

    static List<Skeleton> allSkeletons() {
        return List.copyOf(SKELETONS.values());
    }

    public static List<Case> hostile(int port) {
        return cases("hostile.txt", port);
    }

    static List<Case> benign() {
        return cases("benign.txt", 0);
    }

    private static List<Case> cases(String list, int port) {
        var cases = new ArrayList<Case>();
        var technique = "";
        var lines = lines(list);
        for (var number = 0; number < lines.size(); number++) {
            var line = lines.get(number);
            var colon = line.indexOf(": ");
            if (line.startsWith("=== ")) {
                technique = line.substring(4);
            } else if (!technique.isEmpty() && colon > 0) {
                var skeleton = SKELETONS.get(line.substring(0, colon));
                if (skeleton == null) {
                    throw new AssertionError(list + ":" + (number + 1) + " no skeleton [" + line.substring(0, colon) + "]");
                }
                var text = line.substring(colon + 2);
                cases.add(new Case(technique, number + 1, skeleton, text, skeleton.with(spelledOut(text, port))));
            }
        }
        return cases;
    }

    private static Map<String, Skeleton> skeletons() {
        var skeletons = new LinkedHashMap<String, Skeleton>();
        for (var block : String.join("\n", lines("skeletons.txt")).split("\n=== ")) {
            var parts = block.split("\n", 3);
            if (parts.length == 3 && parts[1].startsWith("good: ")) {
                var head = parts[0].split("  ", 2);
                skeletons.put(head[0], new Skeleton(head[0], head[1], spelledOut(parts[1].substring("good: ".length()), 0),
                        parts[2].strip() + "\n"));
            }
        }
        return skeletons;
    }

    static String spelledOut(String text, int port) {
        var matcher = SHORTHAND.matcher(text);
        var spelled = new StringBuilder();
        while (matcher.find()) {
            matcher.appendReplacement(spelled, Matcher.quoteReplacement(one(matcher, port)));
        }
        return matcher.appendTail(spelled).toString();
    }

    private static String one(Matcher found, int port) {
        if (found.group(1) != null) {
            return Character.toString(Integer.parseInt(found.group(1), 16));
        }
        if (found.group(2) != null) {
            return found.group(3).replace("<newline>", "\n").repeat(Integer.parseInt(found.group(2)));
        }
        return switch (found.group(4)) {
            case "newline" -> "\n";
            case "tab" -> "\t";
            default -> Integer.toString(port);
        };
    }

    private static List<String> lines(String name) {
        try {
            return Files.readAllLines(FOLDER.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
