package io.rapport.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;

import io.rapport.rulebook.drools.Deadline;
import io.rapport.rulebook.drools.RuleCompilationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Huge and deep inputs end with a clear word, and the largest that are allowed are worked through. */
@Timeout(120)
class LimitsOfInputTests {

    @Test
    void aFileLargerThanMemoryIsNotReadWhole(@TempDir Path rules) throws Exception {
        Files.createDirectories(rules.resolve("4-care"));
        try (var sparse = new java.io.RandomAccessFile(rules.resolve("4-care/a.sentences").toFile(), "rw")) {
            sparse.setLength(50L << 30);
        }

        var files = RuleFiles.ofFolder(rules);

        assertThat(RulebookCompiler.understood(files).problems()).singleElement().extracting(Problem::message).asString()
                .contains("the file has more than");
    }

    @Test
    void moreFilesThanAnybodyKeepsAreRefused() {
        var texts = new TreeMap<String, String>();
        for (var i = 0; i < 501; i++) {
            texts.put("4-care/a" + i + ".sentences", "x");
        }

        assertThat(RulebookCompiler.understood(new RuleFiles(texts)).problems()).singleElement().extracting(Problem::message)
                .asString().contains("more than 500 files");
    }

    @Test
    void allFilesTogetherHaveALimit() {
        var texts = new TreeMap<String, String>();
        for (var i = 0; i < 6; i++) {
            texts.put("4-care/a" + i + ".sentences", "x\n".repeat(450_000));
        }

        assertThat(RulebookCompiler.understood(new RuleFiles(texts)).problems()).singleElement().extracting(Problem::message)
                .asString().contains("all files together");
    }

    @Test
    void aTableOfTheMostWordsIsWorkedThrough() {
        var rows = new StringBuilder();
        for (var row = 0; row < 290; row++) {
            rows.append('"');
            for (var word = 0; word < 10; word++) {
                rows.append(word == 0 ? "" : ", ").append("w").append(row).append('x').append(word);
            }
            rows.append("\",Line ").append(row).append(",10\n");
        }
        var text = Shelf.table("LINE-009", "first", "words of the description,product line,estimated margin %",
                rows + "any,Other,10");

        var problems = RulebookCompiler.understood(Shelf.files("1-classify/product-line.csv", text)).problems();

        assertThat(Shelf.rendered(problems)).isEmpty();
    }

    @Test
    void aSentenceOfNothingButBlanksAndHalvesEnds() {
        var worst = "the" + " ".repeat(40) + "tier" + " ".repeat(40) + "is" + " is".repeat(120) + " ".repeat(39) + "x";
        var text = Shelf.sentences("CARE-009", "rule \"a\"", "when", (worst + "\n").repeat(200), "then", "  open a complaint");

        assertThat(RulebookCompiler.understood(Shelf.files("4-care/a.sentences", text)).problems()).isNotEmpty();
    }

    @Test
    void compilingHasAnEnd() {
        org.assertj.core.api.Assertions
                .assertThatThrownBy(() -> Deadline.within(java.time.Duration.ofMillis(20),
                        () -> new java.util.concurrent.CountDownLatch(1).await(1, java.util.concurrent.TimeUnit.HOURS)))
                .isInstanceOf(RuleCompilationException.class).hasMessageContaining("longer than");
    }

    @Test
    void anErrorWhileCompilingIsAnAnswer() {
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> Deadline.within(java.time.Duration.ofMinutes(1), () -> {
            throw new StackOverflowError();
        })).isInstanceOf(StackOverflowError.class);
    }
}
