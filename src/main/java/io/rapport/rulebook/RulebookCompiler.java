package io.rapport.rulebook;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** Turns rule files into a rulebook, or says everything that is wrong with them. Safe for many threads. */
public final class RulebookCompiler {

    private static final int MOST_RULES = 5_000;

    private static final int MOST_FILES = 500;

    /** Reads, checks and compiles; never throws for what the files say. */
    public Reading read(RuleFiles files) {
        var found = new ArrayList<Problem>();
        var rules = new ArrayList<Rule>();
        var templates = new TemplatesReader(found);
        if (files.texts().size() > MOST_FILES) {
            found.add(fault("more than " + MOST_FILES + " files"));
            return refused(found);
        }
        files.texts().forEach((path, text) -> {
            if (path.startsWith("templates/")) {
                templates.read(path, text);
            } else {
                rules.addAll(rules(path, text, found));
            }
        });
        var texts = templates.templates();
        found.addAll(new WholeChecks(rules, texts).problems());
        if (rules.size() > MOST_RULES) {
            found.add(fault("more than " + MOST_RULES + " rules"));
        }
        return found.isEmpty() ? compiled(files, rules, texts, found) : refused(found);
    }

    private static List<Rule> rules(String path, String text, List<Problem> found) {
        var stratum = Stratum.ofFile(path);
        if (stratum == null || !path.endsWith(".csv") && !path.endsWith(".sentences")) {
            found.add(new Problem(path, 0, 0, 0, "not a rule file", "",
                    "Rules are .csv and .sentences files in the folders 1-classify to 5-limits, texts are in templates.", ""));
            return List.of();
        }
        var lines = SourceText.lines(path, text, found);
        if (lines.isEmpty()) {
            return List.of();
        }
        var problems = new Problems(path, lines);
        var rules = rules(stratum, lines, problems);
        found.addAll(problems.found());
        return rules;
    }

    private static List<Rule> rules(Stratum stratum, List<String> lines, Problems problems) {
        var draft = problems.file().endsWith(".csv")
                ? new TableReader(stratum, lines, problems).read()
                : new SentencesReader(lines, problems).read();
        var meta = draft.meta();
        if (meta == null) {
            return List.of();
        }
        var builder = new RuleBuilder(stratum, problems);
        var rules = draft.drafts().stream().map(each -> builder.build(meta, each)).toList();
        if (problems.found().isEmpty()) {
            new TableChecks(rules, problems).check();
        }
        return rules;
    }

    /** Whatever Drools throws, an Error too, is an answer about the files: the live rulebook stays. */
    @SuppressWarnings("CatchAndPrintStackTrace")
    private static Reading compiled(RuleFiles files, List<Rule> rules, Templates templates, List<Problem> found) {
        try {
            return new Reading(new Rulebook(files, rules, templates), List.of());
        } catch (Throwable e) {
            found.add(fault(
                    "the rules could not be compiled: [" + firstLine(e.getMessage()) + "] " + e.getClass().getSimpleName()));
            return refused(found);
        }
    }

    private static String firstLine(@Nullable String message) {
        return message == null ? "" : message.lines().findFirst().orElse("");
    }

    private static Problem fault(String message) {
        return new Problem("", 0, 0, 0, message, "", "Maybe this is a fault of the engine: please report it.", "");
    }

    private static Reading refused(List<Problem> found) {
        return new Reading(null, found.stream().distinct().sorted(Problem.IN_ORDER).toList());
    }
}
