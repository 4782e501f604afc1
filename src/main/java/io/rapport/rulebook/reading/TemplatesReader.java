package io.rapport.rulebook.reading;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;

import io.rapport.facts.Purpose;
import io.rapport.rulebook.Problem;
import io.rapport.rulebook.Problems;
import io.rapport.rulebook.Templates;
import org.jspecify.annotations.Nullable;

/** Reads and checks the messages' texts. */
public final class TemplatesReader {

    private static final Pattern NAME = Pattern.compile("templates/([a-z0-9-]+)\\.(en|zh)\\.txt");

    private static final Pattern SUBJECT = Pattern.compile("(?:Subject|主题)[:：]\\s*(.*)");

    private static final Pattern PURPOSE = Pattern.compile("\\s*(?:Purpose|目的)\\s*[:：]\\s*(.*?)\\s*",
            Pattern.CASE_INSENSITIVE);

    /** A purpose wherever it stands, whatever its first word. */
    private static final Pattern MISPLACED = Pattern.compile("\\s*\\p{L}{1,12}\\s*[:：]\\s*(?:promotion|service|推广|服务)\\s*",
            Pattern.CASE_INSENSITIVE);

    private static final Map<String, Purpose> PURPOSES = Map.of("promotion", Purpose.PROMOTION, "推广", Purpose.PROMOTION,
            "service",
            Purpose.SERVICE, "服务", Purpose.SERVICE);

    private static final Pattern TAG = Pattern.compile("<[a-zA-Z/!?%#@]|\\[[\\[(]");

    private static final int LONGEST_SUBJECT = 150;

    private static final int LONGEST_TEXT = 20_000;

    private final Map<String, Templates.Rendered> texts = new HashMap<>();

    private final Map<String, Purpose> purposes = new HashMap<>();

    private final List<Problem> found;

    public TemplatesReader(List<Problem> found) {
        this.found = found;
    }

    public void read(String file, String text) {
        var lines = SourceText.lines(file, text, found);
        if (lines.isEmpty()) {
            return;
        }
        var problems = new Problems(file, lines);
        var name = NAME.matcher(file);
        var subject = SUBJECT.matcher(lines.getFirst());
        if (text.length() > LONGEST_TEXT) {
            problems.add("a message has at most " + LONGEST_TEXT + " characters", "");
        }
        if (!name.matches()) {
            problems.add("a template is called name.en.txt or name.zh.txt", "");
        }
        if (!subject.matches() || subject.group(1).isBlank() || subject.group(1).length() > LONGEST_SUBJECT) {
            problems.add(new Problems.Place(1, 1, Math.max(1, lines.getFirst().length())),
                    "the first line is the subject, at most " + LONGEST_SUBJECT + " characters", "",
                    "Subject: We have your message");
        }
        var saysPurpose = lines.size() > 1 && PURPOSE.matcher(lines.get(1)).matches();
        var purpose = saysPurpose ? purpose(lines.get(1), problems) : null;
        if (purpose != null && name.matches()) {
            keep(purpose, name.group(1), problems);
        }
        for (var number = saysPurpose ? 3 : 2; number <= lines.size(); number++) {
            if (MISPLACED.matcher(lines.get(number - 1)).matches()) {
                problems.add(problems.line(number), "what a message is for is said in the second line, below the subject",
                        "Here it would be read by the customer.", "Purpose: promotion");
            }
        }
        for (var number = 1; number <= lines.size() && !problems.isFull(); number++) {
            check(lines.get(number - 1), number, problems);
        }
        found.addAll(problems.found());
        if (name.matches() && subject.matches()) {
            // one with a mistake is there too: nobody is told to write it
            var body = String.join("\n", lines.subList(saysPurpose ? 2 : 1, lines.size())).strip() + "\n";
            texts.put(name.group(1) + "." + name.group(2), new Templates.Rendered(subject.group(1).strip(), body));
        }
    }

    public Templates templates() {
        return new Templates(texts, purposes);
    }

    private static @Nullable Purpose purpose(String line, Problems problems) {
        var written = PURPOSE.matcher(line);
        var word = written.matches() ? written.group(1) : "";
        var purpose = PURPOSES.get(word.toLowerCase(Locale.ROOT));
        if (purpose == null) {
            problems.add(problems.line(2), "a message is for promotion or for service, found [" + word + "]",
                    Problems.maybe(word, PURPOSES.keySet()), "Purpose: promotion");
        }
        return purpose;
    }

    /** In all its languages a message is for the same. */
    private void keep(Purpose purpose, String name, Problems problems) {
        var before = purposes.putIfAbsent(name, purpose);
        if (before != null && before != purpose) {
            problems.add(problems.line(2),
                    "in another language the message [" + name + "] is for " + before.word() + ", here for "
                            + purpose.word(),
                    "In all its languages a message is for the same.");
        }
    }

    private static void check(String line, int number, Problems problems) {
        var tag = TAG.matcher(line);
        if (tag.find()) {
            problems.add(new Problems.Place(number, tag.start() + 1, 2), "a message is plain text and holds no markup",
                    "Write it as it shall be read.");
        }
        var placeholder = Templates.PLACEHOLDER.matcher(line);
        var rest = new StringBuilder();
        while (placeholder.find()) {
            var name = placeholder.group(1);
            if (!Templates.PLACEHOLDERS.contains(name)) {
                problems.add(new Problems.Place(number, placeholder.start() + 1, placeholder.end() - placeholder.start()),
                        "no such placeholder", (Problems.maybe(name, Templates.PLACEHOLDERS) + " There are: "
                                + String.join(", ", new TreeSet<>(Templates.PLACEHOLDERS)) + ".").strip(),
                        "{name|customer}");
            }
            placeholder.appendReplacement(rest, "");
        }
        placeholder.appendTail(rest);
        if (rest.indexOf("{") >= 0 || rest.indexOf("}") >= 0) {
            var at = Math.max(line.indexOf('{'), line.indexOf('}'));
            problems.add(new Problems.Place(number, at + 1, 1), "a brace without its partner", "", "{name|customer}");
        }
    }
}
