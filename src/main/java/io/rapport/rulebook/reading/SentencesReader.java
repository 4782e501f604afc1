package io.rapport.rulebook.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import io.rapport.rulebook.Consequence;
import io.rapport.rulebook.Problems;
import io.rapport.rulebook.Problems.Place;
import io.rapport.rulebook.Text;

/**
 * Reads a {@code .sentences} file: a head of comments, then rules.
 *
 * <pre>
 * rule "name"
 * when
 *     one condition a line, all must hold
 * then
 *     one consequence a line, its options after commas
 * </pre>
 */
public final class SentencesReader {

    public static final Pattern RULE = Pattern.compile("\\s*(?:rule|规则)\\s*[:：]?\\s*[\"“”](.*)[\"“”]\\s*[:：]?\\s*",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern UNQUOTED_RULE = Pattern.compile("\\s*(?:rule\\s*[:：]?\\s|规则\\s*[:：]?\\s*)\\s*(.*)",
            Pattern.CASE_INSENSITIVE);

    public static final Pattern WHEN = Pattern.compile("\\s*(?:when|if|当|如果)\\s*[:：]?\\s*", Pattern.CASE_INSENSITIVE);

    public static final Pattern THEN = Pattern.compile("\\s*(?:then|那么|则)\\s*[:：]?\\s*", Pattern.CASE_INSENSITIVE);

    private static final String GAP = " ".repeat(41);

    private static final int LONGEST_NAME = 200;

    private static final int MOST_SENTENCES = 50;

    private static final int MOST_CLAUSES = 12;

    private enum Part {
        HEAD, NAMED, WHEN, THEN
    }

    private final Problems problems;
    private final List<String> lines;
    private final List<MetaReader.Line> head = new ArrayList<>();
    private final List<RuleDraft> drafts = new ArrayList<>();
    private Part part = Part.HEAD;

    public SentencesReader(List<String> lines, Problems problems) {
        this.lines = lines;
        this.problems = problems;
    }

    public FileDraft read() {
        for (var number = 1; number <= lines.size() && !problems.isFull(); number++) {
            read(number, lines.get(number - 1));
        }
        if (drafts.isEmpty()) {
            problems.add("the file has no rule", "A rule begins with a line: rule \"its name\"");
        }
        for (var draft : drafts) {
            if (draft.then().isEmpty() && problems.found().isEmpty()) {
                problems.add(draft.place(), "the rule concludes and does nothing", "Maybe its \"then\" is missing.");
            }
        }
        return new FileDraft(new MetaReader(problems).read(head), drafts);
    }

    private void read(int number, String line) {
        var bare = Text.withPlainBlanks(line).strip();
        if (bare.contains(GAP)) {
            problems.add(place(number, line), "more than " + (GAP.length() - 1) + " blanks in a row", "One is enough.");
            return;
        }
        if (bare.startsWith("//")) {
            if (part == Part.HEAD) {
                head.add(new MetaReader.Line(number, line.indexOf("//") + 3, bare.substring(2)));
            }
            return;
        }
        var rule = RULE.matcher(line);
        var unquoted = UNQUOTED_RULE.matcher(line);
        if (bare.isEmpty()) {
            return;
        }
        if (rule.matches()) {
            begin(number, line, rule.group(1).strip());
        } else if (unquoted.matches() && part != Part.WHEN) {
            var name = unquoted.group(1).replaceAll("[\"“”]", "").strip();
            problems.add(place(number, line), "the name of a rule stands in quotes", "Maybe you meant rule \"" + name + "\".");
            begin(number, line, name);
        } else if (WHEN.matcher(line).matches()) {
            move(number, line, Part.NAMED, Part.WHEN);
        } else if (THEN.matcher(line).matches()) {
            move(number, line, Part.WHEN, Part.THEN);
        } else {
            sentence(bare, place(number, line));
        }
    }

    private void begin(int number, String line, String name) {
        if (name.isEmpty() || drafts.stream().anyMatch(draft -> draft.name().equals(name))) {
            problems.add(place(number, line),
                    name.isEmpty() ? "the rule has no name" : "a second rule with the name [" + name + "]",
                    "A name says the result, then the reason.");
        }
        Prose.check(name, place(number, line).part(Math.max(0, line.strip().indexOf(name)), Math.max(1, name.length())),
                problems);
        if (name.length() > LONGEST_NAME || name.indexOf('"') >= 0) {
            problems.add(place(number, line), "a name has at most " + LONGEST_NAME + " characters and no quotes", "");
        }
        part = Part.NAMED;
        drafts.add(new RuleDraft(drafts.size() + 1, name, place(number, line)));
    }

    private void move(int number, String line, Part from, Part to) {
        if (part == Part.NAMED && to == Part.THEN) {
            problems.add(place(number, line), "the rule has no \"when\"", "Before \"then\" stands \"when\", and for whom.");
        } else if (part != from) {
            problems.add(place(number, line), "\"" + line.strip() + "\" does not belong here",
                    "A rule is: rule \"name\", when, then.");
        }
        part = drafts.isEmpty() ? Part.HEAD : to;
    }

    private void sentence(String sentence, Place place) {
        if (!drafts.isEmpty() && drafts.getLast().when().size() + drafts.getLast().then().size() >= MOST_SENTENCES) {
            problems.add(place, "a rule has at most " + MOST_SENTENCES + " sentences", "Maybe it is two rules, or a table.");
            return;
        }
        switch (part) {
            case WHEN -> {
                if (ActionSayings.isOne(Clauses.of(sentence).getFirst().word()) && !PhraseBook.shipped().knows(sentence)) {
                    problems.add(place, "this says what to do, and stands under \"when\"",
                            "Maybe a line with \"then\" is missing above it.");
                    part = Part.THEN;
                    consequence(sentence, place, drafts.getLast(), problems);
                    return;
                }
                var condition = PhraseBook.shipped().read(sentence, place, problems);
                if (condition != null) {
                    drafts.getLast().when().add(new RuleDraft.When(condition, place));
                }
            }
            case THEN -> consequence(sentence, place, drafts.getLast(), problems);
            case HEAD, NAMED -> problems.add(place, "a sentence outside of \"when\" and \"then\"",
                    "A rule is: rule \"name\", when, then.");
        }
    }

    /** Adds the consequence of a sentence and its reason to a rule. */
    public static void consequence(String sentence, Place place, RuleDraft draft, Problems problems) {
        var clauses = Clauses.of(sentence);
        if (clauses.size() > MOST_CLAUSES) {
            problems.add(place, "a sentence has at most " + MOST_CLAUSES + " parts between commas", "");
            return;
        }
        var options = new ActionSayings.Options();
        for (var clause : clauses.subList(1, clauses.size())) {
            OptionSayings.read(clause.word(), place.part(clause.start(), clause.word().length()), options, draft, problems);
        }
        var main = clauses.getFirst();
        var where = place.part(main.start(), main.word().length());
        var consequence = ActionSayings.read(main.word(), options, where, problems);
        if (consequence != null && options.recurrence != null && consequence.what() == null) {
            problems.add(where, "only a message or a task recurs", "Leave out how often.");
        }
        if (consequence != null && options.by != null && !(consequence instanceof Consequence.GiveTask)) {
            problems.add(where, "only a task says behind a comma how the customer is met", "Leave it out.");
        }
        if (consequence != null) {
            draft.then().add(new RuleDraft.Then(consequence, where));
        }
    }

    private static Place place(int number, String line) {
        var bare = line.strip();
        return new Place(number, line.length() - line.stripLeading().length() + 1, Math.max(1, bare.length()));
    }
}
