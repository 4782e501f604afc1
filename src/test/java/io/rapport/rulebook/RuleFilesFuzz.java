package io.rapport.rulebook;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import com.code_intelligence.jazzer.junit.FuzzTest;

/**
 * Jazzer looks for bytes on which reading does not end with problems or rules, or the generator writes what no generated rule
 * looks like; it compiles nothing, since classes that Jazzer has instrumented use more than generated classes may. Run in a process of its own, because Jazzer instruments every class it sees: for seconds by {@code ./mvnw verify},
 * longer as {@link RuleFilesLongFuzz}.
 */
class RuleFilesFuzz {

    private static final List<String> PATHS = List.of("1-classify/value-tier.csv", "1-classify/product-line.csv",
            "2-relate/relationship.csv", "4-care/a.sentences", "3-churn/churn-signs.sentences", "5-limits/quiet-hours.csv",
            "5-limits/contacts-per-channel.csv", "templates/hello.en.txt");

    /** The first byte says which file or skeleton the rest is put into. */
    @FuzzTest(maxDuration = "5s")
    void anyBytesAreReadToTheirEnd(byte[] data) {
        readToItsEnd(data);
    }

    static void readToItsEnd(byte[] data) {
        if (data.length == 0) {
            return;
        }
        var text = new String(data, 1, data.length - 1, StandardCharsets.UTF_8);
        var skeletons = CorpusOfFiles.allSkeletons();
        var kind = Byte.toUnsignedInt(data[0]) % (PATHS.size() + skeletons.size());
        ReadingMutationsTests.check(kind < PATHS.size()
                ? new RuleFiles(new TreeMap<>(Map.of(PATHS.get(kind), text)))
                : skeletons.get(kind - PATHS.size()).with(text));
    }
}
