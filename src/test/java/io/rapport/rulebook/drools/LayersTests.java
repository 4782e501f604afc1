package io.rapport.rulebook.drools;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.rapport.facts.Situation;
import io.rapport.rulebook.BenignCorpusTests;
import io.rapport.rulebook.Canary;
import io.rapport.rulebook.Check;
import io.rapport.rulebook.CorpusOfFiles;
import io.rapport.rulebook.EveryOperator;
import io.rapport.rulebook.HostileCorpusTests;
import io.rapport.rulebook.Problems;
import io.rapport.rulebook.Rule;
import io.rapport.rulebook.RuleBuilder;
import io.rapport.rulebook.RuleMeta;
import io.rapport.rulebook.RulebookCompiler;
import io.rapport.rulebook.SomeCustomers;
import io.rapport.rulebook.Stratum;
import io.rapport.rulebook.Templates;
import io.rapport.rulebook.Vocabulary;
import io.rapport.rulebook.reading.SentencesReader;
import io.rapport.rulebook.reading.SourceText;
import io.rapport.rulebook.reading.TableReader;
import io.rapport.rulebook.reading.ValueReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.kie.api.KieBase;

/**
 * The layers between a rule file and the processor, put together with one of them missing: another stops what it would have.
 * The deadline of compiling is left out by {@link HostileCorpusTests}, which gives each file less time than it does.
 */
@Timeout(300)
class LayersTests {

    /** What is left out. */
    private enum Layer {
        READING, WRITING, SHAPE, BYTECODE, CLASSES, CONDITIONS, LIMIT
    }

    private static final int LIMIT = 3;

    private static final int FAR_TOO_OFTEN = 1_000;

    /** It would hang the test; the check of shape and the check of bytecode refuse it, each alone. */
    private static final String HANGS = "looping for ever";

    @Test
    void everyAttackIsStoppedWithNothingInFrontOfDroolsButItsGuards() throws Throwable {
        assertThat(notStopped(EnumSet.of(Layer.READING, Layer.WRITING))).isEmpty();
    }

    @Test
    void withoutTheCheckOfShapeAnotherGuardStops() throws Throwable {
        assertThat(notStopped(EnumSet.of(Layer.READING, Layer.WRITING, Layer.SHAPE))).isEmpty();
    }

    @Test
    void withoutTheCheckOfWhatWasBuiltAnotherGuardStops() throws Throwable {
        assertThat(notStopped(EnumSet.of(Layer.READING, Layer.WRITING, Layer.CONDITIONS))).isEmpty();
    }

    @Test
    void withoutTheCheckOfBytecodeAnotherGuardStops() throws Throwable {
        assertThat(notStopped(EnumSet.of(Layer.READING, Layer.WRITING, Layer.BYTECODE))).isEmpty();
    }

    @Test
    void withoutTheChecksOfShapeAndOfBytecodeTheFilterOfClassesStopsWhatCallsOut() throws Throwable {
        assertThat(notStopped(EnumSet.of(Layer.READING, Layer.WRITING, Layer.SHAPE, Layer.BYTECODE))).isEmpty();
    }

    @Test
    void withoutTheCheckOfShapeAndTheFilterOfClassesTheCheckOfBytecodeStopsConsequences() throws Throwable {
        assertThat(notStopped(EnumSet.of(Layer.READING, Layer.WRITING, Layer.SHAPE, Layer.CLASSES)))
                .doesNotContainAnyElementsOf(Attack.CONSEQUENCES);
    }

    @Test
    void withoutTheFilterOfClassesAnotherGuardStops() throws Throwable {
        assertThat(notStopped(EnumSet.of(Layer.READING, Layer.WRITING, Layer.CLASSES))).isEmpty();
    }

    @Test
    void withoutTheFiringLimitAnotherGuardStops() throws Throwable {
        assertThat(notStopped(EnumSet.of(Layer.READING, Layer.WRITING, Layer.LIMIT))).isEmpty();
    }

    @Test
    void withoutTheLookAtCharactersAndSizesReadingRefusesOrTheWriterLetsNoTextThrough() {
        var accepted = new ArrayList<String>();
        for (var hostile : CorpusOfFiles.hostile(0)) {
            hostile.files().texts().forEach((path, text) -> {
                var problems = new Problems(path, List.of(text));
                var rules = readUnseen(path, text, problems);
                if (problems.found().isEmpty() && !rules.isEmpty()) {
                    accepted.add(hostile.technique());
                    assertThat(new DrlWriter(new Slots(rules)).write(rules)).as(hostile.toString())
                            .matches(BenignCorpusTests.GENERATED);
                }
            });
        }

        assertThat(accepted).as("that the first look alone would have refused").isNotEmpty();
    }

    /** As {@link RulebookCompiler} reads a file, without {@link SourceText}; what a reader throws is a refusal. */
    private static List<Rule> readUnseen(String path, String text, Problems problems) {
        var stratum = Stratum.ofFile(path);
        if (stratum == null) {
            return List.of();
        }
        try {
            var lines = List.of(text.split("\r\n|\r|\n", -1));
            var draft = path.endsWith(".csv") ? new TableReader(stratum, lines, problems).read()
                    : new SentencesReader(lines, problems).read();
            var meta = draft.meta() == null ? RuleMeta.UNREAD : draft.meta();
            var builder = new RuleBuilder(stratum, problems, new Templates(Map.of(), Map.of()));
            return draft.drafts().stream().map(each -> builder.build(meta, each)).toList();
        } catch (RuntimeException | StackOverflowError e) {
            return List.of();
        }
    }

    @Test
    void withoutReadingTheWriterLetsNoTextThrough() throws Throwable {
        for (var attack : Attack.ALL) {
            var text = attack.declarations() + attack.attributes() + attack.condition() + attack.consequence();
            var rules = List.of(rule(text));
            var source = new DrlWriter(new Slots(rules)).write(rules);

            assertThat(source).as(attack.name()).isEqualTo(harmless());
            Canary.hush();
            run(DroolsBuild.GUARDED.compiled(source), new Slots(rules), EnumSet.noneOf(Layer.class));
            assertThat(Canary.isTouched()).as(attack.name()).isFalse();
        }
    }

    @Test
    void withoutTheWriterReadingLetsNoAttackThrough() {
        for (var attack : Attack.ALL) {
            var text = attack.declarations() + attack.attributes() + attack.condition() + attack.consequence();
            var problems = new Problems("a", List.of(text));

            assertThat(new ValueReader(problems).openWord("word", text, new Problems.Place(1, 1, 1))).as(attack.name()).isNull();
            assertThat(problems.found()).isNotEmpty();
        }
    }

    @Test
    void withNoGuardAtAllManyOfTheAttacksSucceed() throws Throwable {
        var all = EnumSet.allOf(Layer.class);
        all.remove(Layer.LIMIT);

        assertThat(notStopped(all)).as("else the attacks prove nothing").hasSizeGreaterThan(Attack.ALL.size() / 3);
    }

    private static List<String> notStopped(Set<Layer> without) throws Throwable {
        var notStopped = new ArrayList<String>();
        for (var attack : Attack.ALL) {
            var hangs = attack.name().equals(HANGS) && without.containsAll(Set.of(Layer.SHAPE, Layer.BYTECODE));
            if (!hangs && !isStopped(attack, without)) {
                notStopped.add(attack.name());
            }
        }
        return notStopped;
    }

    /** Refused; with a guard left out also run to its end without touching anything. */
    private static boolean isStopped(Attack attack, Set<Layer> without) throws Throwable {
        Canary.hush();
        Files.deleteIfExists(Canary.FILE);
        var build = new DroolsBuild(without.contains(Layer.SHAPE) ? _ -> {} : RuleShape::check,
                without.contains(Layer.CLASSES) ? _ -> true : VisibleClasses::contain,
                without.contains(Layer.BYTECODE) ? (_, _) -> {} : GeneratedCode::check,
                without.contains(Layer.CONDITIONS) ? _ -> {} : BuiltConditions::check);
        try {
            var base = Deadline.within(Duration.ofSeconds(60), () -> build.compiled(attack.drl()));
            run(base, new Slots(List.of(rule("Candles"))), without);
        } catch (AssertionError e) {
            throw e;
        } catch (Throwable refused) {
            return !Canary.isTouched();
        }
        return without.size() > 2 && !Canary.isTouched();
    }

    private static void run(KieBase base, Slots slots, Set<Layer> without) {
        var session = base.newKieSession();
        try {
            session.setGlobal("firing", new Firing());
            var look = new Look(slots).at(Stratum.CLASSIFY, new SomeCustomers(1).situation(Situation.Scope.CUSTOMER));
            session.insert(look);
            session.getAgenda().getAgendaGroup(Stratum.CLASSIFY.name()).setFocus();
            if (without.contains(Layer.LIMIT)) {
                session.fireAllRules(FAR_TOO_OFTEN);
            } else {
                DroolsSession.fireAtMost(LIMIT, session);
            }
        } finally {
            session.dispose();
        }
    }

    private static Rule rule(String word) {
        return EveryOperator.rule(0, Stratum.CLASSIFY, Situation.Scope.CUSTOMER, Vocabulary.shipped().term("language"),
                new Check.OneOf(List.of(word), false));
    }

    private static String harmless() {
        var rules = List.of(rule("en"));
        return new DrlWriter(new Slots(rules)).write(rules);
    }
}
