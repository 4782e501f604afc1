package io.rapport.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.rapport.rulebook.Concept;
import io.rapport.rulebook.Concepts;
import io.rapport.rulebook.Condition;
import io.rapport.rulebook.Consequence;
import io.rapport.rulebook.Rule;
import io.rapport.rulebook.Rulebook;
import io.rapport.rulebook.Term;
import io.rapport.rulebook.Vocabulary;

/**
 * One row for each thing that is concluded about customers and for each figure that is computed: where it is decided, shown by
 * examples, what it reads and who reads it. Written from the rulebook and the features, so it is true of them.
 */
public record ConceptTable(List<Row> concepts, List<Figure> figures) {

    /** @param reads the words its rules look at */
    public record Row(Concept concept, List<String> files, List<String> features, List<Term> reads, List<String> readBy) {}

    /** @param readBy the rule files that look at it */
    public record Figure(Term term, List<String> readBy) {}

    /** Of all concepts of the vocabulary, those that no rule concludes among them. */
    public static ConceptTable of(Rulebook rulebook, SortedMap<String, String> features) {
        var rows = Concepts.all().stream().map(concept -> row(concept, rulebook.rules(), features)).toList();
        var figures = Vocabulary.figures().stream().map(term -> new Figure(term,
                files(rulebook.rules().stream().filter(rule -> terms(rule).anyMatch(term.id()::equals))))).toList();
        return new ConceptTable(rows, figures);
    }

    private static Row row(Concept concept, List<Rule> rules, SortedMap<String, String> features) {
        var concluding = rules.stream().filter(rule -> rule.then().stream().anyMatch(then -> isAbout(then, concept.id())))
                .toList();
        var files = files(concluding.stream());
        var named = features.entrySet().stream()
                .filter(feature -> files.stream().anyMatch(file -> Handbook.isAbout(feature.getValue(), file)))
                .map(java.util.Map.Entry::getKey).toList();
        var reads = concluding.stream().flatMap(rule -> rule.when().stream()).map(Condition::term).distinct().toList();
        var readBy = files(rules.stream().filter(rule -> rule.when().stream()
                .anyMatch(condition -> concept.id().equals(condition.term().concept()))));
        return new Row(concept, files, named, reads, readBy);
    }

    private static boolean isAbout(Consequence then, String concept) {
        return then instanceof Consequence.Conclude conclude && conclude.concept().equals(concept)
                || then instanceof Consequence.Lift lift && lift.concept().equals(concept)
                || then instanceof Consequence.Bound bound && bound.concept().equals(concept);
    }

    private static Stream<String> terms(Rule rule) {
        return Stream.concat(rule.when().stream(), rule.because().shown().stream()).map(condition -> condition.term().id());
    }

    private static List<String> files(Stream<Rule> rules) {
        return List.copyOf(rules.map(rule -> rule.origin().file()).collect(Collectors.toCollection(TreeSet::new)));
    }

    /** As a text for the folder of the rules, in both languages. */
    public String markdown() {
        var text = new StringBuilder("""
                # What is concluded, and from what

                Written from the rules and the examples; a test fails while it differs from them (it writes the new one to
                `target/CONCEPTS.md`). Each value stands on a customer's page with its reason, on `/customers?q=tier=gold` with
                all who have it, on his page "history" with every change, and under `/api/customers/{number}`.

                ## Concepts

                | concept | values, lowest first | decided in | examples | reads | read by |
                |---|---|---|---|---|---|
                """);
        for (var row : concepts) {
            line(text, row.concept().english() + " " + row.concept().chinese(), values(row.concept()), code("", row.files()),
                    code("", row.features()), nouns(row.reads()), code("", row.readBy()));
        }
        text.append("""

                ## Figures

                Computed from what is remembered; on a customer's page under "Value and relationship in figures", and open to any rule.

                | figure | what it is | read by |
                |---|---|---|
                """);
        for (var figure : figures) {
            line(text, figure.term().english() + " " + figure.term().chinese(), figure.term().help(), code("", figure.readBy()));
        }
        return text.toString();
    }

    private static void line(StringBuilder text, String... cells) {
        text.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    private static String code(String prefix, List<String> files) {
        return files.stream().map(file -> "`" + prefix + file + "`").collect(Collectors.joining(", "));
    }

    private static String nouns(List<Term> terms) {
        var names = new ArrayList<String>();
        terms.forEach(term -> names.add(term.english().replace("{days}", "N")));
        return String.join("; ", names);
    }

    private static String values(Concept concept) {
        return concept.values().isEmpty() ? concept.number() ? "a number" : "a word"
                : concept.values().stream().map(word -> word.word() + " " + word.chinese()).collect(Collectors.joining(", "));
    }

    /** The rows in one language, for the handbook: name, values, files, examples. */
    List<List<String>> rows(Locale locale) {
        var chinese = locale.getLanguage().equals("zh");
        return concepts.stream().map(row -> List.of(chinese ? row.concept().chinese() : row.concept().english(),
                row.concept().values().stream().map(word -> chinese ? word.chinese() : word.word())
                        .collect(Collectors.joining(chinese ? "、" : ", ")),
                String.join(", ", row.files()), String.join(", ", row.features()),
                row.reads().stream().map(term -> (chinese ? term.chinese() : term.english()).replace("{days}", "N"))
                        .collect(Collectors.joining(chinese ? "；" : "; "))))
                .toList();
    }
}
