package io.rapport.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import io.rapport.rulebook.reading.Characters;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing in a rule file runs code: every file of {@code hostile.txt} is refused with its reason and place, and touches nothing. */
public class HostileCorpusTests {

    private static final int FILES = 300;

    private static final int TECHNIQUES = 40;

    private static final int VARIANTS = 10;

    private static final ServerSocket LISTENING = listening();

    static List<CorpusOfFiles.Case> hostile() {
        return CorpusOfFiles.hostile(LISTENING.getLocalPort());
    }

    @AfterAll
    static void stopListening() throws IOException {
        LISTENING.close();
    }

    @ParameterizedTest
    @MethodSource("hostile")
    @Timeout(60)
    void aHostileFileIsRefusedAndTouchesNothing(CorpusOfFiles.Case hostile) throws IOException {
        Canary.hush();
        Files.deleteIfExists(Canary.FILE);

        var reading = new RulebookCompiler().read(hostile.files());

        assertThat(reading.rulebook()).as("accepted: " + hostile).isNull();
        assertThat(reading.problems()).allSatisfy(problem -> {
            assertThat(problem.message()).isNotBlank().doesNotContain("could not be", "Exception");
            assertThat(Characters.firstHidden(problem.file())).as("hidden characters in the name").isNegative();
            assertThat(problem.render()).isNotBlank();
        });
        assertThat(Canary.isTouched()).as("the canary was touched").isFalse();
        assertThat(isCalled()).as("the port was called").isFalse();
    }

    @Test
    void theCorpusIsAsLargeAsItSays() {
        var files = hostile();
        var techniques = files.stream().collect(Collectors.groupingBy(CorpusOfFiles.Case::technique, Collectors.counting()));

        assertThat(files.stream().map(each -> each.files().hash()).distinct()).hasSizeGreaterThanOrEqualTo(FILES);
        assertThat(techniques).hasSizeGreaterThanOrEqualTo(TECHNIQUES);
        assertThat(techniques.values()).allMatch(variants -> variants <= VARIANTS);
    }

    @Test
    void everySkeletonIsAcceptedWithAHarmlessText() {
        for (var skeleton : CorpusOfFiles.allSkeletons()) {
            assertThat(Shelf.rendered(RulebookCompiler.understood(skeleton.with(skeleton.good())).problems()))
                    .as(skeleton.name()).isEmpty();
        }
    }

    @Test
    void almostEveryRefusalNamesALine() {
        var without = new ArrayList<String>();
        for (var hostile : hostile()) {
            var problems = RulebookCompiler.understood(hostile.files()).problems();
            if (problems.stream().noneMatch(problem -> problem.line() > 0)) {
                without.add(hostile.technique());
            }
        }

        assertThat(without).as("refused as a whole").allMatch(technique -> technique.startsWith("a-")
                || technique.equals("huge-file") || technique.equals("broken-table"));
    }

    private static boolean isCalled() throws IOException {
        LISTENING.setSoTimeout(1);
        try (var caller = LISTENING.accept()) {
            return caller.isConnected();
        } catch (java.net.SocketTimeoutException e) {
            return false;
        }
    }

    private static ServerSocket listening() {
        try {
            return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
