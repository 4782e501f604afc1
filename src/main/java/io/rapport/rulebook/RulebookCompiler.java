package io.rapport.rulebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** Turns rule files into a rulebook, or says everything that is wrong with them. Safe for many threads. */
public final class RulebookCompiler {

    private static final int MOST_RULES = 5_000;

    private static final int MOST_FILES = 500;

    /** Reads, checks and compiles; never throws for what the files say. */
    public Reading read(RuleFiles files) {
        var draft = draft(files);
        return draft.found.isEmpty() ? compiled(files, draft) : refused(draft.found, draft.warnings);
    }

    /** All errors and warnings without compiling, which takes most of the time. */
    public List<Problem> check(RuleFiles files) {
        var draft = draft(files);
        return sorted(Stream.concat(draft.found.stream(), draft.warnings.stream()));
    }

    /** What was read so far. */
    private static final class Read {

        private final List<Problem> found = new ArrayList<>();
        private final List<Problem> warnings = new ArrayList<>();
        private final List<Rule> rules = new ArrayList<>();
        private final Lines lines = new Lines();
        private Templates templates = new Templates(Map.of());
    }

    private static Read draft(RuleFiles files) {
        var read = new Read();
        var found = read.found;
        var templates = new TemplatesReader(found);
        if (files.texts().size() > MOST_FILES) {
            found.add(fault("more than " + MOST_FILES + " files"));
            return read;
        }
        files.texts().forEach((path, text) -> {
            if (path.startsWith("templates/")) {
                templates.read(path, text);
            } else {
                addRules(path, text, read);
            }
        });
        read.templates = templates.templates();
        var whole = new WholeChecks(read.rules, read.templates, read.lines);
        if (read.rules.size() > MOST_RULES) {
            found.add(fault("more than " + MOST_RULES + " rules"));
            return read;
        }
        found.addAll(whole.problems());
        read.warnings.addAll(whole.warnings());
        return read;
    }

    private static void addRules(String path, String text, Read read) {
        var found = read.found;
        var stratum = Stratum.ofFile(path);
        if (stratum == null || !path.endsWith(".csv") && !path.endsWith(".sentences")) {
            found.add(new Problem(path, 0, 0, 0, "not a rule file", "",
                    "Rules are .csv and .sentences files in the folders 1-classify to 5-limits, texts are in templates.", ""));
            return;
        }
        var lines = SourceText.lines(path, text, found);
        if (lines.isEmpty()) {
            return;
        }
        read.lines.put(path, lines);
        var problems = new Problems(path, lines);
        read.rules.addAll(rules(stratum, lines, problems));
        found.addAll(problems.found());
        read.warnings.addAll(problems.warnings());
    }

    private static List<Rule> rules(Stratum stratum, List<String> lines, Problems problems) {
        var draft = problems.file().endsWith(".csv")
                ? new TableReader(stratum, lines, problems).read()
                : new SentencesReader(lines, problems).read();
        var meta = draft.meta();
        var builder = new RuleBuilder(stratum, problems);
        var rules = draft.drafts().stream().map(each -> builder.build(meta == null ? RuleMeta.UNREAD : meta, each)).toList();
        if (meta == null) {
            return List.of();
        }
        if (problems.found().isEmpty()) {
            new TableChecks(rules, problems).check();
        }
        return rules;
    }

    /** Whatever Drools throws, an Error too, is an answer about the files: the live rulebook stays. */
    @SuppressWarnings("CatchAndPrintStackTrace")
    private static Reading compiled(RuleFiles files, Read draft) {
        try {
            return new Reading(new Rulebook(files, draft.rules, draft.templates), List.of(), sorted(draft.warnings.stream()));
        } catch (Throwable e) {
            draft.found.add(fault(
                    "the rules could not be compiled: [" + firstLine(e.getMessage()) + "] " + e.getClass().getSimpleName()));
            return refused(draft.found, draft.warnings);
        }
    }

    private static String firstLine(@Nullable String message) {
        return message == null ? "" : message.lines().findFirst().orElse("");
    }

    private static Problem fault(String message) {
        return new Problem("", 0, 0, 0, message, "", "Maybe this is a fault of the engine: please report it.", "");
    }

    private static Reading refused(List<Problem> found, List<Problem> warnings) {
        return new Reading(null, sorted(found.stream()), sorted(warnings.stream()));
    }

    private static List<Problem> sorted(Stream<Problem> problems) {
        return problems.distinct().sorted(Problem.IN_ORDER).toList();
    }
}
