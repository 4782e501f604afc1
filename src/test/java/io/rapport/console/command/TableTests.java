package io.rapport.console.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.Writer;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;

import picocli.CommandLine.Help.Ansi;

class TableTests {

    @Test
    void alignsColumnsAndPutsFiguresToTheRight() {
        assertThat(lines(List.of("tier", "customers"), List.of(List.of("gold", "4"), List.of("lead", "1,204"))))
                .containsExactly(
                        "tier  customers",
                        "gold          4",
                        "lead      1,204");
    }

    @Test
    void countsAChineseCharacterAsTwoColumns() {
        assertThat(lines(List.of("值", "n"), List.of(List.of("金牌", "x"), List.of("lead", "y"))))
                .containsExactly("值    n", "金牌  x", "lead  y");
    }

    @Test
    void leavesNoBlanksAtTheEndOfALine() {
        assertThat(lines(List.of("a", "note"), List.of(List.of("x", ""), List.of("y", "saved"))))
                .containsExactly("a  note", "x", "y  saved");
    }

    private static List<String> lines(List<String> headings, List<List<String>> rows) {
        var nobody = new PrintWriter(Writer.nullWriter());
        return new Table(headings, rows).lines(new Terminal(nobody, nobody, Words.in(Locale.ENGLISH), Ansi.OFF, false));
    }
}
