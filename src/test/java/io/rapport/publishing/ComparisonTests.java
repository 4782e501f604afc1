package io.rapport.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;

import io.rapport.publishing.Comparison.Kind;
import io.rapport.publishing.Comparison.Line;
import io.rapport.publishing.Comparison.Mark;
import io.rapport.rulebook.RuleFiles;
import io.rapport.rulebook.Rulebook;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;

class ComparisonTests {

    @Test
    void namesFilesThatCameWentOrChangedAndNoOthers() {
        var before = files(Map.of("a", "1\n2\n", "b", "1\n", "same", "x"));
        var after = files(Map.of("a", "1\n3\n", "c", "1\n", "same", "x"));

        assertThat(Comparison.of(before, after).files()).extracting(Comparison.ChangedFile::file, Comparison.ChangedFile::kind)
                .containsExactly(tuple("a", Kind.CHANGED),
                        tuple("b", Kind.REMOVED),
                        tuple("c", Kind.ADDED));
    }

    @Test
    void aRowThatChangedIsOneRuleAndARowThatCameShiftsNoOther() {
        var head = """
                # Tiers
                # id: TEST-001, owner: tests, status: live, since: 2026-01-01, hit policy: first
                # purpose: to test
                # wrongly catches: nobody
                "current value, in the top %",tier
                """;
        var before = files(Map.of("1-classify/tiers.csv", head + "1,diamond\n5,gold\n100,lead\n"));
        var after = files(Map.of("1-classify/tiers.csv", head + "1,diamond\n4,gold\n20,silver\n100,lead\n"));

        var changed = ChangedRule.of(Comparison.of(before, after), Rulebook.toRead(before), Rulebook.toRead(after));

        assertThat(changed).extracting(rule -> rule.before() == null ? "" : rule.before().id(), rule -> rule.after().id())
                .containsExactly(tuple("TEST-001/2", "TEST-001/2"), tuple("", "TEST-001/3"));
        assertThat(changed.getFirst().after().when().getFirst().wording(Locale.CHINESE)).contains("4");
    }

    @Test
    void showsAChangedRowWithTheRowsAroundItAndNothingOfTheRest() {
        var before = List.of("1", "2", "3", "4", "5", "TOP,diamond", "7", "8", "9", "10", "11");
        var after = List.of("1", "2", "3", "4", "5", "3,diamond", "7", "8", "9", "10", "11");

        assertThat(Lines.between(before, after)).containsExactly(
                new Line(Mark.GAP, 0, 0, ""),
                new Line(Mark.SAME, 3, 3, "3"), new Line(Mark.SAME, 4, 4, "4"), new Line(Mark.SAME, 5, 5, "5"),
                new Line(Mark.WENT, 6, 0, "TOP,diamond"), new Line(Mark.CAME, 0, 6, "3,diamond"),
                new Line(Mark.SAME, 7, 7, "7"), new Line(Mark.SAME, 8, 8, "8"), new Line(Mark.SAME, 9, 9, "9"),
                new Line(Mark.GAP, 0, 0, ""));
    }

    @Property(tries = 300)
    void withoutWhatCameItIsTheFirstTextAndWithoutWhatWentTheSecond(
            @ForAll @StringLength(max = 12) @CharRange(from = 'a', to = 'c') String before,
            @ForAll @StringLength(max = 12) @CharRange(from = 'a', to = 'c') String after) {
        var lines = Lines.all(lines(before), lines(after));

        assertThat(lines.stream().filter(line -> line.mark() != Mark.CAME).map(Line::text)).containsExactlyElementsOf(
                lines(before));
        assertThat(lines.stream().filter(line -> line.mark() != Mark.WENT).map(Line::text)).containsExactlyElementsOf(
                lines(after));
        assertThat(lines.stream().filter(line -> line.mark() != Mark.CAME).map(Line::before)).isSorted();
        assertThat(lines.stream().filter(line -> line.mark() != Mark.WENT).map(Line::after)).isSorted();
    }

    private static List<String> lines(String letters) {
        return Arrays.stream(letters.split("")).filter(letter -> !letter.isEmpty()).toList();
    }

    private static RuleFiles files(Map<String, String> texts) {
        return new RuleFiles(new TreeMap<>(texts));
    }
}
