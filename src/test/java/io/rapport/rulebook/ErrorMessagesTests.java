package io.rapport.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ErrorMessagesTests {

    @Test
    void aCellThatIsNoNumberIsUnderlinedWithTheNumberProbablyMeant() {
        var problems = Shelf.problems("1-classify/value-tier.csv",
                Shelf.table("TIER-001", "first", "\"current value, in the top %\",tier,because", "1,diamond,top",
                        "l00,lead,the rest"));

        assertThat(Shelf.rendered(problems)).isEqualTo("""
                rules/1-classify/value-tier.csv:7:1  "current value, in the top %" needs a number from 0 to 100, found [l00]
                    l00,lead,the rest
                    ^^^
                Maybe you meant 100.
                Example: 20 or 20 to below 40
                """);
    }

    @Test
    void aSentenceWithAMisspeltWordShowsTheSentenceMeantAndOneThatWorks() {
        var problems = Shelf.problems("3-churn/signs.sentences", Shelf.sentences("CHURN-009", "rule \"Silent: long\"", "when",
                "    the customer has been silent for 3 times the usual intervall", "then", "    the churn sign is silent"));

        assertThat(Shelf.rendered(problems)).isEqualTo("""
                rules/3-churn/signs.sentences:8:56  no such sentence
                    the customer has been silent for 3 times the usual intervall
                                                                       ^^^^^^^^^
                Maybe you meant: the customer has been silent for {number} times the usual interval
                Example: the customer has been silent for 3 times the usual interval
                """);
    }

    @Test
    void aSentenceIsNotTakenForOneOfAnotherMatterThatSharesItsEverydayWords() {
        var problems = Shelf.problems("4-care/germany.sentences", Shelf.sentences("CARE-090", "rule \"Far\"", "when",
                "    the customer is in Germany", "then", "    give the task \"call\" to sales"));

        assertThat(problems).anySatisfy(problem -> {
            assertThat(problem.message()).isEqualTo("no such sentence");
            assertThat(problem.suggestion()).isEqualTo("Maybe you meant: the customer is a {value}");
        });
    }

    @Test
    void weeksOfAnOptionAreOfferedInDays() {
        var problems = Shelf.problems("4-care/weeks.sentences", Shelf.sentences("CARE-091", "rule \"Weeks\"", "when",
                "    the tier is gold", "then", "    give the task \"call\" to sales, due in 3 weeks"));

        assertThat(problems).anySatisfy(problem -> assertThat(problem.suggestion()).isEqualTo("Maybe you meant: 21 days"));
    }

    @Test
    void aRowThatCannotBeReadRaisesNoDoubtAboutTheReasonBelowIt() {
        var problems = Shelf.problems("1-classify/value-tier.csv",
                Shelf.table("TIER-001", "first", "\"current value, in the top %\",tier,because", "1,diamond,top 1 %",
                        "top 5,gold,next 4 %", "20,silver,next 15 %", "100,lead,the rest"));

        assertThat(problems).singleElement().satisfies(problem -> assertThat(problem.line()).isEqualTo(7));
    }

    @Test
    void aGapOfAUniqueTableIsSaidWithTheRowsBesideItAndACustomerWhoFallsThrough() {
        var problems = Shelf.problems("2-relate/relationship.csv",
                Shelf.table("REL-001", "unique", "margin %,relationship", "below 15,basic", "18 and above,proactive"));

        assertThat(Shelf.rendered(problems)).isEqualTo("""
                rules/2-relate/relationship.csv  nobody is covered: margin % 15 to below 18 (hit policy unique)
                    row 1: margin % below 15      row 2: margin % 18 and above
                Example customer: Anna, margin % 16.
                    Given 100 customers own the product line "Candles", at a margin of 16 %
                    And Anna has bought from the product line "Candles"
                """);
    }

    @Test
    void aWordThatIsNotOfTheConceptIsAnsweredWithTheNearest() {
        var problems = Shelf.problems("2-relate/promise.csv",
                Shelf.table("PROM-001", "first", "tier,complaint deadline in hours", "golden,4", "any,8", "unknown,8"));

        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.line()).isEqualTo(6);
            assertThat(problem.column()).isEqualTo(1);
            assertThat(problem.length()).isEqualTo(6);
            assertThat(problem.message()).isEqualTo("\"tier\" needs one of lead, iron, silver, gold, diamond, found [golden]");
            assertThat(problem.suggestion()).isEqualTo("Maybe you meant gold.");
        });
    }

    @Test
    void allProblemsOfAllFilesAreSaidAtOnce() {
        var problems = Shelf.problems("1-classify/value-tier.csv",
                Shelf.table("TIER-001", "first", "\"current value, in the top %\",tier", "x,diamond", "100,leed"),
                "3-churn/a.sentences",
                Shelf.sentences("CHURN-009", "rule \"a\"", "when", "  nonsense here", "then", "  the churn sign is absent"),
                "notes.txt", "");

        assertThat(problems).extracting(problem -> problem.file() + ":" + problem.line()).containsExactly(
                "1-classify/value-tier.csv:6",
                "1-classify/value-tier.csv:7", "3-churn/a.sentences:8", "3-churn/a.sentences:10", "notes.txt:0");
    }

    @Test
    void theMarkUnderAChineseSentenceStandsUnderTheWord() {
        var problems = Shelf.problems("3-churn/a.sentences",
                Shelf.sentences("CHURN-009", "规则 \"沉默\"", "当", "  客户已沉默六十天", "则", "  流失迹象是沉默"));

        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.message()).contains("[六十]");
            assertThat(problem.render().lines().toList().get(2)).isEqualTo("    " + " ".repeat(10) + "^^^^");
        });
    }

    @Test
    void aRuleThatReadsWhatIsConcludedLaterIsRefused() {
        var problems = Shelf.problems("1-classify/value-tier.csv",
                Shelf.table("TIER-001", "first", "churn level,tier", "lost,lead", ",gold"));

        assertThat(problems).extracting(Problem::message)
                .containsExactly("\"churn level\" is not yet known here: 3-churn concludes it");
    }

    @Test
    void aHeadThatLacksSomethingSaysWhat() {
        var problems = Shelf.problems("3-churn/a.csv", "# Only a title\nrecent purchase strength,churn level\nany,low\n");

        assertThat(problems).extracting(Problem::message).contains("the head does not say \"id\"",
                "the head does not say \"owner\"",
                "the head does not say \"status\"", "the head does not say \"since\"", "the head does not say \"purpose\"",
                "the head does not say \"wrongly catches\"");
    }

    @Test
    void anIdMayStandInOneFileOnly() {
        var table = Shelf.table("CHURN-009", "first", "recent purchase strength,churn level", "any,low");

        assertThat(Shelf.problems("3-churn/a.csv", table, "3-churn/b.csv", table)).extracting(Problem::message)
                .contains("the id [CHURN-009] is taken by rules/3-churn/a.csv",
                        "[churn-level] is already concluded by rules/3-churn/a.csv");
    }

    @Test
    void tooLargeFilesAndOtherEncodingsAreRefused() {
        assertThat(Shelf.problems("3-churn/a.csv", "# x\n" + "a,b\n".repeat(300_000))).extracting(Problem::message)
                .containsExactly("the file has more than 1000000 characters");
        assertThat(Shelf.problems("3-churn/a.csv", "# caf\ufffd\n")).extracting(Problem::message)
                .containsExactly("this character is not UTF-8");
    }

    @Test
    void aMessageWithoutTemplateIsRefused() {
        var problems = Shelf.problems("4-care/a.sentences",
                Shelf.sentences("CARE-009", "rule \"a\"", "when", "  a complaint has been raised", "then",
                        "  send the message \"nothing\" by email"));

        assertThat(problems).extracting(Problem::message).containsExactly("no template [nothing]");
    }
}
