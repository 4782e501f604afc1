package io.rapport.rulebook;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.rapport.rulebook.checks.Lines;
import io.rapport.rulebook.checks.TableChecks;
import io.rapport.rulebook.checks.WholeChecks;
import io.rapport.rulebook.drools.Deadline;
import io.rapport.rulebook.reading.SentencesReader;
import io.rapport.rulebook.reading.SourceText;
import io.rapport.rulebook.reading.TableReader;
import io.rapport.rulebook.reading.TemplatesReader;
import org.jspecify.annotations.Nullable;

/** Turns rule files into a rulebook, or says everything that is wrong with them. Safe for many threads. */
public final class RulebookCompiler {

    private static final int MOST_RULES = 5_000;

    private static final int MOST_FILES = 500;

    /** In characters, over all files. */
    private static final int MOST_TEXT = 5_000_000;

    /** Thousands of rules need some seconds. */
    private static final Duration LONGEST = Duration.ofSeconds(90);

    /** One folder deep; what a person would call a file, in any language. */
    private static final Pattern FILE_NAME = Pattern
            .compile("(?:[a-z0-9-]+/)?[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N} _-]*(?:\\.[a-z]+){1,2}");

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

    /** What the files say, before anything is generated of it. */
    record Understood(List<Rule> rules, Templates templates, List<Problem> problems) {}

    /** Reads and checks; makes nothing that could run. */
    static Understood understood(RuleFiles files) {
        var read = draft(files);
        return new Understood(read.rules, read.templates, read.found);
    }

    /** What was read so far. */
    private static final class Read {

        private final List<Problem> found = new ArrayList<>();
        private final List<Problem> warnings = new ArrayList<>();
        private final List<Rule> rules = new ArrayList<>();
        private final Lines lines = new Lines();
        private Templates templates = Templates.none();
    }

    private static Read draft(RuleFiles files) {
        var read = new Read();
        var found = read.found;
        var templates = new TemplatesReader(found);
        if (tooMuch(files, found)) {
            return read;
        }
        files.texts().forEach((path, text) -> {
            if (!FILE_NAME.matcher(path).matches()) {
                found.add(new Problem(visible(path), 0, 0, 0, "no name of a rule file", "",
                        "A name is letters, digits, hyphens and blanks, in one of the folders 1-classify to 5-limits or templates.",
                        "4-care/win-back.sentences"));
            } else if (path.startsWith("templates/")) {
                templates.read(path, text);
            }
        });
        read.templates = templates.templates();
        askForPurposes(read);
        files.texts().forEach((path, text) -> {
            if (FILE_NAME.matcher(path).matches() && !path.startsWith("templates/")) {
                addRules(path, text, read);
            }
        });
        var whole = new WholeChecks(read.rules, read.templates, read.lines);
        if (read.rules.size() > MOST_RULES) {
            found.add(whole("more than " + MOST_RULES + " rules", "Maybe a table can say it in fewer rows."));
            return read;
        }
        read.warnings.addAll(whole.warnings(found.isEmpty()));
        found.addAll(whole.problems());
        return read;
    }

    private static void askForPurposes(Read read) {
        read.templates.withoutPurpose().forEach(name -> read.warnings.add(new Problem("templates/" + name + ".en.txt", 0, 0, 0,
                "the message does not say what it is for", "",
                "Below the subject write Purpose: promotion, which needs the customer's consent, or Purpose: service.",
                "Purpose: promotion").asQuestion()));
    }

    private static boolean tooMuch(RuleFiles files, List<Problem> found) {
        if (files.texts().size() > MOST_FILES) {
            found.add(whole("more than " + MOST_FILES + " files", "One concept, one file."));
        } else if (files.texts().values().stream().mapToLong(String::length).sum() > MOST_TEXT) {
            found.add(
                    whole("all files together have more than " + MOST_TEXT + " characters", "Maybe a table can say it shorter."));
        }
        return !found.isEmpty();
    }

    /** A name as it may be shown: no character that a person cannot see. */
    private static String visible(String path) {
        var shown = path.length() > 100 ? path.substring(0, 100) : path;
        return shown.replaceAll("[^\\p{L}\\p{M}\\p{N}\\p{P}\\p{S} ]", "?");
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
        read.rules.addAll(readRules(stratum, lines, problems, read.templates));
        found.addAll(problems.found());
        read.warnings.addAll(problems.warnings());
    }

    /** Whatever a reader throws is an answer about its file: the others are still read. */
    private static List<Rule> readRules(Stratum stratum, List<String> lines, Problems problems, Templates templates) {
        try {
            return rules(stratum, lines, problems, templates);
        } catch (RuntimeException | StackOverflowError e) {
            problems.add("the file could not be read: [" + firstLine(e.getMessage()) + "] " + e.getClass().getSimpleName(),
                    "Maybe this is a fault of the engine: please report it.");
            return List.of();
        }
    }

    private static List<Rule> rules(Stratum stratum, List<String> lines, Problems problems, Templates templates) {
        var draft = problems.file().endsWith(".csv")
                ? new TableReader(stratum, lines, problems).read()
                : new SentencesReader(lines, problems).read();
        var meta = draft.meta();
        var builder = new RuleBuilder(stratum, problems, templates);
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
            var rulebook = Deadline.within(LONGEST, () -> new Rulebook(files, draft.rules, draft.templates));
            return new Reading(rulebook, List.of(), sorted(draft.warnings.stream()));
        } catch (Throwable e) {
            draft.found.add(whole(
                    "the rules could not be compiled: [" + firstLine(e.getMessage()) + "] " + e.getClass().getSimpleName(),
                    "Maybe this is a fault of the engine: please report it."));
            return refused(draft.found, draft.warnings);
        }
    }

    private static String firstLine(@Nullable String message) {
        return message == null ? "" : message.lines().findFirst().orElse("");
    }

    private static Problem whole(String message, String advice) {
        return new Problem("", 0, 0, 0, message, "", advice, "");
    }

    private static Reading refused(List<Problem> found, List<Problem> warnings) {
        return new Reading(null, sorted(found.stream()), sorted(warnings.stream()));
    }

    private static List<Problem> sorted(Stream<Problem> problems) {
        return problems.distinct().sorted(Problem.IN_ORDER).toList();
    }
}
