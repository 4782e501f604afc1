package io.rapport.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TableChecksTests {

    private static final String FILE = "2-relate/relationship.csv";

    @Test
    void twoRowsOfAUniqueTableThatBothHoldAreNamedWithACustomer() {
        var problems = Shelf.problems(FILE,
                Shelf.table("REL-001", "unique", "margin %,relationship", "at most 15,basic", "15 and above,proactive"));

        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.message()).isEqualTo("rows 1 and 2 both hold (hit policy unique)");
            assertThat(problem.line()).isEqualTo(7);
            assertThat(problem.suggestion()).isEqualTo("Example customer: Anna, margin % 15.");
        });
    }

    @Test
    void aHoleOfASinglePointIsFound() {
        var problems = Shelf.problems(FILE,
                Shelf.table("REL-001", "unique", "margin %,relationship", "below 15,basic", "above 15,proactive"));

        assertThat(problems).extracting(Problem::message).containsExactly("nobody is covered: margin % 15 (hit policy unique)");
    }

    @Test
    void wholeNumbersHaveNoHoleBetweenNeighbours() {
        var problems = Shelf.problems(FILE, Shelf.table("REL-001", "unique", "customers in the line,relationship",
                "0 to 99,basic", "100 and above,proactive"));

        assertThat(problems).isEmpty();
    }

    @Test
    void aGapOfTwoColumnsNamesBoth() {
        var problems = Shelf.problems(FILE,
                Shelf.table("REL-001", "unique", "customers in the line,margin %,relationship", "below 100,,basic",
                        "100 and above,below 15,basic", "100 and above,18 and above,reactive"));

        assertThat(problems).extracting(Problem::message)
                .containsExactly(
                        "nobody is covered: customers in the line 100 and above, margin % 15 to below 18 (hit policy unique)");
    }

    @Test
    void aMissingWordOfAUniqueTableIsAGap() {
        var problems = Shelf.problems("2-relate/promise.csv",
                Shelf.table("PROM-001", "unique", "tier,complaint deadline in hours", "gold or above,4", "lead,8", "silver,7"));

        assertThat(problems).extracting(Problem::message).containsExactly("nobody is covered: tier iron (hit policy unique)");
    }

    @Test
    void aRowBehindACatchAllIsNeverReached() {
        var problems = Shelf.problems("1-classify/value-tier.csv",
                Shelf.table("TIER-001", "first", "\"current value, in the top %\",tier", "10,diamond", "5,gold", "100,lead"));

        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.message()).startsWith("row 2 is never reached");
            assertThat(problem.line()).isEqualTo(7);
        });
    }

    @Test
    void aFirstTableMustEndWithARowForEverybody() {
        var problems = Shelf.problems("1-classify/value-tier.csv",
                Shelf.table("TIER-001", "first", "\"current value, in the top %\",tier", "10,diamond", "50,gold"));

        assertThat(problems).extracting(Problem::message)
                .containsExactly(
                        "nobody is covered: current value, in the top % above 50 (the last row must hold for everybody)");
    }

    @Test
    void wordsThatARowAboveTakesFirstMakeARowUnreachable() {
        var problems = Shelf.problems("1-classify/mail-topic.csv",
                Shelf.table("TOPIC-001", "first", "words of the message,topic", "\"refund*, bad\",complaint", "refunded,praise",
                        "any,other"));

        assertThat(problems).extracting(Problem::message).singleElement().asString().startsWith("row 2 is never reached");
    }

    @Test
    void unknownIsNotAGapUnlessTheTableAsksForIt() {
        var table = Shelf.table("TIER-001", "first", "\"current value, in the top %\",tier", "10,diamond", "100,lead");

        assertThat(Shelf.problems("1-classify/value-tier.csv", table)).isEmpty();
    }

    @Test
    void aTableTooLargeToTryIsRefusedInsteadOfTried() {
        var rows = new StringBuilder();
        for (var i = 0; i < 300; i++) {
            rows.append(i).append(',').append(i).append(',').append(i).append(",basic\n");
        }
        var problems = Shelf.problems(FILE, Shelf.table("REL-001", "unique",
                "customers in the line,orders from the line,number of purchase days,relationship", rows.toString()));

        assertThat(problems).extracting(Problem::message).containsExactly("the table has too many cases to check them all");
    }
}
