package io.rapport.publishing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.rapport.policy.Examples;
import io.rapport.policy.ExamplesResult;
import io.rapport.policy.Features;
import io.rapport.policy.Invariants;
import io.rapport.rulebook.Problem;
import io.rapport.rulebook.Reading;
import io.rapport.rulebook.RuleFiles;
import io.rapport.rulebook.Rulebook;
import io.rapport.rulebook.RulebookCompiler;

/** What every version passes before it may be live: it is read, compiled, and the examples are played by it. */
@Component
final class Gate {

    /** Of what is compiled only. */
    static final Features NO_FEATURES = new Features(new TreeMap<>());

    private final RulebookCompiler compiler = new RulebookCompiler();
    private final Path features;
    private final int customers;

    Gate(PublishingSettings settings) {
        this.features = settings.features().toAbsolutePath().normalize();
        this.customers = settings.invariants();
    }

    /**
     * Files that went through the gate.
     *
     * @param rulebook null when the files cannot be read
     * @param features the examples that were to be played
     */
    record Tried(RuleFiles files, @Nullable Rulebook rulebook, Checked checked, Features features) {

        /** Refused rules are not kept. */
        void letGo() {
            if (rulebook != null) {
                rulebook.close();
            }
        }
    }

    /** Reads and compiles without playing the examples: for what passed before. */
    Tried compile(RuleFiles files) {
        long begun = System.nanoTime();
        Reading reading = compiler.read(files);
        var took = Duration.ofNanos(System.nanoTime() - begun);
        return new Tried(files, reading.rulebook(),
                new Checked(files.hash(), reading.problems(), null, took, Checked.Objection.NONE, ""), NO_FEATURES);
    }

    /**
     * Reads, compiles and plays. Where there is no example at all the check is green and says so, unless examples were played
     * for the version that is live: they may be rewritten, but they do not vanish unnoticed.
     *
     * @param features the examples to be played
     * @param playedBefore how many examples were played for the version that is live; 0 for none
     */
    Tried check(RuleFiles files, Features features, int playedBefore) {
        Tried compiled = compile(files);
        Rulebook rulebook = compiled.rulebook();
        if (rulebook == null) {
            return compiled;
        }
        List<Problem> questions = compiler.check(files).stream().filter(Problem::isQuestion).toList();
        if (!questions.isEmpty()) {
            rulebook.close();
            return new Tried(files, null, new Checked(files.hash(), questions, null, compiled.checked().compileTime(),
                    Checked.Objection.NONE, ""), features);
        }
        try {
            return new Tried(files, rulebook, tried(played(compiled.checked(), rulebook, features, playedBefore), rulebook),
                    features);
        } catch (RuntimeException | Error e) {
            rulebook.close();
            throw e;
        }
    }

    private Checked played(Checked compiled, Rulebook rulebook, Features examples, int playedBefore) {
        ExamplesResult result = examples.isEmpty() ? null : Examples.run(rulebook, examples.texts(), (_, _, _) -> {});
        if (result != null && !result.examples().isEmpty()) {
            return new Checked(compiled.hash(), List.of(), result, compiled.compileTime(), Checked.Objection.NONE, "");
        }
        String none = "There are no examples in [" + features + "].";
        return playedBefore == 0
                ? new Checked(compiled.hash(), List.of(), null, compiled.compileTime(), Checked.Objection.NONE, none)
                : compiled.objectedTo(new Checked.Objection(none + "\nThe live rules were checked by " + playedBefore
                        + " of them.\nMaybe the folder was moved: the setting rapport.publishing.features says where it is.",
                        "[" + features + "]中没有示例。\n现行规则曾由" + playedBefore
                                + "个示例检验。\n文件夹可能已移动：设置项rapport.publishing.features指明其位置。"));
    }

    /** What must hold whatever the rules say is tried only on rules that are fine otherwise. */
    private Checked tried(Checked checked, Rulebook rulebook) {
        if (!checked.green() || customers == 0) {
            return checked;
        }
        var english = broken(rulebook, Locale.ENGLISH);
        return english.isEmpty() ? checked
                : checked.objectedTo(new Checked.Objection(english, broken(rulebook, Locale.CHINESE)));
    }

    private String broken(Rulebook rulebook, Locale locale) {
        return Invariants.check(rulebook, customers, locale).stream().map(each -> each.render(locale))
                .collect(Collectors.joining("\n\n"));
    }

    /** The folder of examples, which need not exist. */
    Path features() {
        return features;
    }

    /** The examples of the folder as they lie there now. */
    Features folder() {
        return Features.ofFolder(features);
    }

    /** Names, sizes and times of the files of examples: when these are the same, so are the examples. */
    String marks() {
        if (!Files.isDirectory(features)) {
            return "";
        }
        try (Stream<Path> files = Files.walk(features)) {
            return files.filter(file -> file.toString().endsWith(".feature")).sorted().map(Gate::mark)
                    .collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException("The examples cannot be read: [" + features + "]", e);
        }
    }

    private static String mark(Path file) {
        try {
            return file + " " + Files.size(file) + " " + Files.getLastModifiedTime(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The examples cannot be read: [" + file + "]", e);
        }
    }
}
