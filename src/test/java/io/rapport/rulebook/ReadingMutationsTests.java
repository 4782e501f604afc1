package io.rapport.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;

import io.rapport.rulebook.drools.DrlWriter;
import io.rapport.rulebook.drools.Slots;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever happens to a rule file on its way: reading ends with problems or rules, and rules generate what rules look like. */
class ReadingMutationsTests {

    private static final int MUTATIONS = 1_500;

    @Test
    @Timeout(300)
    void mutationsOfTheShippedFilesAreReadToTheirEnd() {
        var chance = new Random(20_261_122);
        var files = List.copyOf(Shelf.SHIPPED_FILES.texts().entrySet());
        for (var i = 0; i < MUTATIONS; i++) {
            var file = files.get(chance.nextInt(files.size()));
            var text = file.getValue();
            for (var times = 1 + chance.nextInt(4); times > 0; times--) {
                text = mutated(text, files.get(chance.nextInt(files.size())).getValue(), chance);
            }
            check(Shelf.files(file.getKey(), text));
        }
    }

    static void check(RuleFiles files) {
        var understood = RulebookCompiler.understood(files);
        understood.problems().forEach(problem -> assertThat(problem.render()).doesNotContain("could not be read"));
        if (understood.problems().isEmpty()) {
            var source = new DrlWriter(new Slots(understood.rules())).write(understood.rules());
            assertThat(BenignCorpusTests.GENERATED.matcher(source).matches()).isTrue();
        }
    }

    /** Cuts, doubles, swaps in a piece of another file, or changes one character. */
    private static String mutated(String text, String other, Random chance) {
        var from = chance.nextInt(text.length() + 1);
        var to = Math.min(text.length(), from + chance.nextInt(30));
        var start = chance.nextInt(other.length());
        var piece = other.substring(start, Math.min(other.length(), start + chance.nextInt(40)));
        return switch (chance.nextInt(5)) {
            case 0 -> text.substring(0, from) + text.substring(to);
            case 1 -> text.substring(0, to) + text.substring(from);
            case 2 -> text.substring(0, from) + piece + text.substring(to);
            case 3 -> text.substring(0, from) + (char) chance.nextInt(0x10000) + text.substring(from);
            default -> text.substring(0, from) + "\"',;{}()=|<>\\\n\t#".charAt(chance.nextInt(16)) + text.substring(to);
        };
    }
}
