package io.rapport.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import de.siegmar.fastcsv.reader.CsvReader;
import io.rapport.rulebook.reading.RuleDraft;
import io.rapport.rulebook.reading.SourceText;
import io.rapport.rulebook.reading.TableReader;
import io.rapport.rulebook.reading.WrittenDate;
import io.rapport.rulebook.reading.WrittenNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A table that went through Excel or LibreOffice is the same table. */
class SpreadsheetHabitsTests {

    private static final String FILE = "1-classify/value-tier.csv";

    /** What a spreadsheet does to a text: opened by one separator, saved with another. */
    private record Habit(char opened, char saved, boolean quotesAll, boolean pads, String lineEnd, boolean decimalComma) {

        String of(String text) {
            var rows = new ArrayList<List<String>>();
            try (var reader = CsvReader.builder().fieldSeparator(opened)
                    .extraFieldStrategy(de.siegmar.fastcsv.reader.FieldMismatchStrategy.IGNORE)
                    .missingFieldStrategy(de.siegmar.fastcsv.reader.FieldMismatchStrategy.IGNORE).ofCsvRecord(text)) {
                reader.forEach(row -> rows.add(row.getFields()));
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
            var width = rows.stream().mapToInt(List::size).max().orElse(0) + (pads ? 2 : 0);
            var saved = new StringBuilder();
            for (var row : rows) {
                for (var i = 0; i < (pads ? width : row.size()); i++) {
                    saved.append(i == 0 ? "" : this.saved).append(cell(i < row.size() ? row.get(i) : ""));
                }
                saved.append(lineEnd);
            }
            return saved.toString();
        }

        private String cell(String cell) {
            var written = decimalComma && cell.matches("-?\\d+\\.\\d+") ? cell.replace('.', ',') : cell;
            var needed = written.indexOf(saved) >= 0 || written.contains("\"") || written.contains("\n");
            return needed || quotesAll && !written.isEmpty() ? "\"" + written.replace("\"", "\"\"") + "\"" : written;
        }
    }

    private static final Map<String, UnaryOperator<String>> HABITS = new LinkedHashMap<>(Map.ofEntries(
            Map.entry("Excel, commas, padded", new Habit(',', ',', false, true, "\r\n", false)::of),
            Map.entry("Excel, semicolons, padded", new Habit(',', ';', false, true, "\r\n", false)::of),
            Map.entry("Excel in German: semicolons and decimal commas", new Habit(',', ';', false, true, "\r\n", true)::of),
            Map.entry("Excel's Unicode text: tabs", new Habit(',', '\t', false, true, "\r\n", false)::of),
            Map.entry("LibreOffice, every cell quoted", new Habit(',', ',', true, false, "\n", false)::of),
            Map.entry("LibreOffice, semicolons, quoted, padded", new Habit(',', ';', true, true, "\n", true)::of),
            Map.entry("opened without cutting the head, quoted whole", SpreadsheetHabitsTests::headQuotedWhole),
            Map.entry("sep= line", text -> "sep=,\r\n" + new Habit(',', ',', false, true, "\r\n", false).of(text)),
            Map.entry("sep=; line", text -> "sep=;\r\n" + new Habit(',', ';', false, true, "\r\n", false).of(text)),
            Map.entry("old Mac line ends", text -> text.replace("\n", "\r")),
            Map.entry("byte order mark", text -> "\ufeff" + text),
            Map.entry("empty lines of separators", text -> text.replace("\n", "\n,,,\n")),
            Map.entry("twice through Excel", text -> new Habit(';', ',', false, true, "\r\n", false)
                    .of(new Habit(',', ';', false, true, "\r\n", false).of(text)))));

    private static String headQuotedWhole(String text) {
        return String.join("\r\n", text.lines().map(line -> line.startsWith("#")
                ? "\"" + line.replace("\"", "\"\"") + "\";;;"
                : new Habit(',', ';', false, false, "", false).of(line)).toList());
    }

    static Stream<String> tables() {
        return Shelf.SHIPPED_FILES.texts().keySet().stream().filter(path -> path.endsWith(".csv"));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void everyShippedTableSurvivesEveryHabit(String path) {
        var text = Shelf.SHIPPED_FILES.texts().get(path);
        var before = trees(path, text);

        HABITS.forEach((name, habit) -> assertThat(trees(path, habit.apply(text))).as(name + "\n" + habit.apply(text))
                .isEqualTo(before));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void everyShippedTableSurvivesUtf16(String path) {
        var text = Shelf.SHIPPED_FILES.texts().get(path);

        for (var encoding : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            assertThat(trees(path, RuleFiles.text(("\ufeff" + text).getBytes(encoding)))).isEqualTo(trees(path, text));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"1,5 | 1.5", "1.000,00 | 1000", "1,000.00 | 1000", "1 000 | 1000", "1'000 | 1000",
            "1,000 | 1000", "0,5 | 0.5", "0,500 | 0.5", "15 % | 15", "15% | 15", "15％ | 15", "1E+03 | 1000", "１５ | 15",
            "-2,5 | -2.5",
            "1.000.000 | 1000000"})
    void numbersAreReadAsSpreadsheetsWriteThem(String written, double number) {
        assertThat(WrittenNumber.read(written)).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|',
            value = {"1.2.3", "1,2,3", "l00", "1..5", "--1", "1,00,000", "5-Jan", "=1+1", "1e", "12345678901234567890123"})
    void whatIsNoNumberIsNotRead(String written) {
        assertThat(WrittenNumber.read(written)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GBK", "GB18030"})
    void aTableOfAChineseExcelIsTheSameTable(String encoding) {
        var text = Shelf.SHIPPED_FILES.texts().get(FILE);

        assertThat(RuleFiles.text(text.getBytes(Charset.forName(encoding)))).isEqualTo(text);
    }

    @Test
    void otherEncodingsAreNotTakenForChinese() {
        var cafe = "caf\u00e9 cr\u00e8me br\u00fbl\u00e9e, fa\u00e7ade \u2013 \u00ab na\u00efve \u00bb, \u00fcber, Stra\u00dfe";

        assertThat(RuleFiles.text(cafe.getBytes(Charset.forName("windows-1252")))).contains("\ufffd");
        assertThat(
                RuleFiles.text("\u5ba2\u6236\u91d1\u5b57\u5854\u8207\u95dc\u4fc2\u985e\u578b".getBytes(Charset.forName("Big5"))))
                .contains("\ufffd");
    }

    @Test
    void aFileThatLiesInNoFolderOrAWrongOneIsNamed(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("tiers.csv"), "a,b\n");
        Files.writeString(folder.resolve("README.md"), "read me");
        Files.write(folder.resolve("tiers.xlsx"), new byte[] {'P', 'K', 3, 4});
        Files.createDirectories(folder.resolve("6-more"));
        Files.writeString(folder.resolve("6-more/tiers.csv"), "a,b\n");

        var problems = new RulebookCompiler().check(RuleFiles.ofFolder(folder));

        assertThat(problems).filteredOn(problem -> problem.message().equals("not a rule file")).extracting(Problem::file)
                .containsExactly("6-more/tiers.csv", "tiers.csv", "tiers.xlsx");
    }

    @Test
    void aNumberThatSaysTwoThingsInAFileOfDecimalCommasIsAskedAbout() {
        var text = Shelf.table("STATUS-009", "first", "amount spent so far;tier", "\"1.500\";gold", "any;lead");

        assertThat(Shelf.problems(FILE, text)).singleElement().satisfies(problem -> {
            assertThat(problem.message()).isEqualTo("\"amount spent so far\": does [1.500] mean 1500 or 1.5?");
            assertThat(problem.suggestion()).isEqualTo("Write it without a sign between the thousands.");
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|',
            value = {"2026-12-01", "01.12.2026", "1.12.2026", "1-Dec-26", "01-Dec-2026", "2026/12/1", "2026年12月1日",
                    "1 December 2026", "December 1, 2026"})
    void aDateThatASpreadsheetChangedIsTheSameDate(String written) {
        assertThat(since(written, new ArrayList<>())).isEqualTo(LocalDate.of(2026, 12, 1));
    }

    @Test
    void aDayAboveTwelveTellsWhichIsTheMonth() {
        assertThat(since("12/13/2026", new ArrayList<>())).isEqualTo(since("13/12/2026", new ArrayList<>()))
                .isEqualTo(LocalDate.of(2026, 12, 13));
    }

    @Test
    void aDateThatCouldBeTheOtherWayRoundIsAskedAbout() {
        var american = new ArrayList<String>();
        var european = new ArrayList<String>();

        assertThat(since("12/1/2026", american)).isEqualTo(LocalDate.of(2026, 12, 1));
        assertThat(since("1/12/2026", european, ";")).isEqualTo(LocalDate.of(2026, 12, 1));
        assertThat(american).containsExactly("[12/1/2026] may be 2026-12-01 or 2026-01-12");
        assertThat(european).containsExactly("[1/12/2026] may be 2026-12-01 or 2026-01-12");
    }

    @Test
    void aSpanThatASpreadsheetMadeADateOfIsAnswered() {
        var text = Shelf.table("TIER-009", "first", "number of purchase days,tier", "5-Jan,gold", "any,lead");

        assertThat(Shelf.problems(FILE, text)).extracting(Problem::suggestion).containsExactly(
                "A spreadsheet has made a date of it. Maybe you meant 1 to 5, or 5.1: format the column as text first.");
    }

    @ParameterizedTest
    @CsvSource({"21:00", "21:00:00", "9:00 PM", "21.00", "21：00"})
    void timesOfDayAreReadAsSpreadsheetsWriteThem(String written) {
        assertThat(WrittenDate.time(written)).isEqualTo(java.time.LocalTime.of(21, 0));
    }

    private static LocalDate since(String written, List<String> warnings) {
        return since(written, warnings, ",");
    }

    private static LocalDate since(String written, List<String> warnings, String separator) {
        var text = Shelf.table("TIER-009", "first", "number of purchase days" + separator + "tier", "any" + separator + "lead")
                .replace("2026-12-01", written);
        var reading = new RulebookCompiler().read(Shelf.files(FILE, text));
        assertThat(Shelf.rendered(reading.problems())).isEmpty();
        if (!reading.warnings().isEmpty()) {
            warnings.addAll(reading.warnings().stream().map(Problem::message).toList());
        }
        try (var rulebook = reading.rulebook()) {
            return rulebook.rules().getFirst().meta().since();
        }
    }

    private static List<Object> trees(String path, String text) {
        var texts = new TreeMap<>(Map.of(path, text));
        var problems = new RulebookCompiler().check(new RuleFiles(texts)).stream().filter(Problem::isError).toList();
        assertThat(Shelf.rendered(problems)).as(text).isEmpty();
        var found = new Problems(path, List.of());
        var draft = new TableReader(Stratum.ofFile(path), SourceText.lines(path, text, new ArrayList<>()), found).read();
        var trees = new ArrayList<Object>(List.of(draft.meta()));
        draft.drafts().forEach(row -> trees.add(List.of(row.number(), row.when().stream().map(RuleDraft.When::condition).toList(),
                row.then().stream().map(RuleDraft.Then::consequence).toList(), row.because(false), row.because(true))));
        return trees;
    }
}
