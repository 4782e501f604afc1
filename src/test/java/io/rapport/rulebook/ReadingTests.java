package io.rapport.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;

import io.rapport.facts.Channel;
import io.rapport.facts.Purpose;
import io.rapport.facts.Situation;
import io.rapport.rulebook.reading.CellReader;
import io.rapport.rulebook.reading.Column;
import io.rapport.rulebook.reading.HeaderReader;
import io.rapport.rulebook.reading.PhraseBook;
import io.rapport.rulebook.terms.Saying;
import org.junit.jupiter.api.Test;

class ReadingTests {

    private static final String CHURN = "3-churn/a.sentences";

    @Test
    void englishAndChineseSentencesGiveTheSameTree() {
        var english = rule(CHURN,
                Shelf.sentences("CHURN-009", "rule \"Silent\"", "when", "  the customer has been silent for 60 days",
                        "  the tier is gold or above", "  the number of orders in the last 90 days is at most 2", "then",
                        "  the churn sign is silent"));
        var chinese = rule(CHURN, Shelf.sentences("CHURN-009", "规则 “沉默”", "当", "  客户已沉默60天", "  客户金字塔是黄金或以上",
                "  最近90天的订单数不超过2", "则", "  流失迹象是沉默"));

        assertThat(chinese.when()).isEqualTo(english.when());
        assertThat(chinese.then()).isEqualTo(english.then());
    }

    @Test
    void everyPhraseOfTheVocabularyIsReadBackInBothLanguages() {
        for (var term : Vocabulary.shipped().terms()) {
            for (var phrase : term.phrases()) {
                var english = read(example(term, phrase.english()));
                var chinese = read(example(term, phrase.chinese()));

                assertThat(english).as(phrase.english()).isNotNull();
                assertThat(english.term()).as(phrase.english()).isEqualTo(term);
                assertThat(chinese).as(phrase.chinese()).isEqualTo(english);
            }
        }
    }

    @Test
    void aConditionIsWordedSoThatItReadsBackAsItself() {
        for (var rule : Shelf.SHIPPED.rules()) {
            for (var condition : rule.when()) {
                for (var locale : List.of(Locale.ENGLISH, Locale.CHINESE)) {
                    var sentence = Wording.of(condition, locale);

                    assertThat(sentence.length() > Saying.LONGEST ? condition : read(sentence)).as(sentence).isEqualTo(condition);
                }
            }
        }
    }

    @Test
    void commasSemicolonsQuotesAndAByteOrderMarkAreAllRead() {
        var plain = rule("3-churn/a.csv",
                Shelf.table("CHURN-009", "first", "recent purchase strength,churn level", "1.5 and above,low", "any,lost"));
        var excel = rule("3-churn/a.csv", "\ufeff" + Shelf.table("CHURN-009", "first", "近期购买强度;流失级别", "\"1.5及以上\";低", "任意;流失")
                .replace("# id: CHURN-009, owner", "\"# id: CHURN-009, owner").replace("policy: first\n", "policy: first\";\n")
                .replace("\n", "\r\n"));

        assertThat(excel.when()).isEqualTo(plain.when());
        assertThat(excel.then()).isEqualTo(plain.then());
    }

    @Test
    void cellsAreReadInWordsAndSigns() {
        assertThat(cell("customers in the line", "at least 5")).isEqualTo(Check.Between.atLeast(5))
                .isEqualTo(cell("customers in the line", ">= 5"))
                .isEqualTo(cell("customers in the line", "5 and above")).isEqualTo(cell("customers in the line, at least", "5"));
        assertThat(cell("margin %", "below 15 %")).isEqualTo(Check.Between.below(15)).isEqualTo(cell("margin %", "<15"));
        assertThat(cell("margin %", "15 to below 35")).isEqualTo(new Check.Between(15, true, 35, false))
                .isEqualTo(cell("毛利率%", "15到低于35"));
        assertThat(cell("customers in the line", "100 to 999")).isEqualTo(new Check.Between(100, true, 1000, false));
        assertThat(cell("tier", "not lead")).isEqualTo(new Check.OneOf(List.of("lead"), true)).isEqualTo(cell("客户金字塔", "非乌铅"));
        assertThat(cell("tier", "gold or silver")).isEqualTo(new Check.OneOf(List.of("gold", "silver"), false));
        assertThat(cell("tier", "gold or above")).isEqualTo(new Check.OneOf(List.of("gold", "diamond"), false));
        assertThat(cell("tier", "unknown")).isEqualTo(new Check.Unknown());
        assertThat(cell("tier", "any")).isEqualTo(new Check.Known());
    }

    @Test
    void aMessageIsReadWithAllItsOptions() {
        var rule = care(
                "  send the message \"win-back\" by email, as promotion, valid for 30 days, because \"silent, for long\", 因为“沉默”");

        assertThat(rule.then())
                .containsExactly(new Consequence.Send("win-back", Channel.EMAIL, Purpose.PROMOTION, Duration.ofDays(30)));
        assertThat(rule.because().english()).isEqualTo("silent, for long");
        assertThat(rule.because().chinese()).isEqualTo("沉默");
    }

    @Test
    void tasksLimitsAndLiftsAreRead() {
        assertThat(care("  give the task \"call\" to service, due in 4 hours").then())
                .containsExactly(new Consequence.GiveTask("call", "service", Duration.ofHours(4)));
        assertThat(care("  把任务“回访”交给上一级, 期限{按客户等级}").then())
                .containsExactly(new Consequence.GiveTask("回访", Consequence.GiveTask.NEXT_LEVEL, null));
        assertThat(Shelf.SHIPPED.rule("LIM-001/1").then())
                .containsExactly(new Consequence.Cap(2, 7, Consequence.Cap.Counts.PROMOTIONS_BY_CHANNEL));
        assertThat(Shelf.SHIPPED.rule("LIM-002/1").then())
                .containsExactly(new Consequence.QuietHours(LocalTime.of(21, 0), LocalTime.of(8, 0)));
        assertThat(Shelf.SHIPPED.rule("REL-002/1").then()).containsExactly(new Consequence.Lift("relationship", 1));
    }

    @Test
    void theScopeFollowsFromTheWords() {
        assertThat(Shelf.SHIPPED.rule("CARE-004/2").scope()).isEqualTo(Situation.Scope.COMPLAINT);
        assertThat(Shelf.SHIPPED.rule("CARE-003/1").scope()).isEqualTo(Situation.Scope.DELIVERY);
        assertThat(Shelf.SHIPPED.rule("REL-002/1").scope()).isEqualTo(Situation.Scope.PRODUCT_LINE);
        assertThat(Shelf.SHIPPED.rule("LIM-003/1").scope()).isEqualTo(Situation.Scope.ACTION);
        assertThat(Shelf.SHIPPED.rule("LINE-001/1").scope()).isEqualTo(Situation.Scope.ORDER_LINE);
        assertThat(Shelf.SHIPPED.rule("TIER-001/1").scope()).isEqualTo(Situation.Scope.CUSTOMER);
    }

    @Test
    void aRuleAboutTwoThingsAtOnceIsRefused() {
        var problems = Shelf.problems("4-care/a.sentences",
                Shelf.sentences("CARE-009", "rule \"a\"", "when", "  its deadline has passed",
                        "  the order was delivered 5 days ago or earlier", "then", "  open a complaint"));

        assertThat(problems).extracting(Problem::message)
                .containsExactly("the rule is about several things at once: complaint, delivery");
    }

    private static Rule care(String consequence) {
        var reading = new RulebookCompiler().read(Shelf.shippedWith("4-care/a.sentences",
                Shelf.sentences("CARE-009", "rule \"a\"", "when", "  a complaint has been raised", "then", consequence)));
        assertThat(Shelf.rendered(reading.problems())).isEmpty();
        return reading.rulebook().rule("CARE-009/1");
    }

    private static Check cell(String header, String cell) {
        var problems = new Problems("a", List.of());
        var column = (Column.Reads) new HeaderReader(Stratum.LIMITS, problems).read(header, new Problems.Place(1, 1, 1));
        var check = new CellReader(problems, false).read(column, header, cell, new Problems.Place(1, 1, 1));
        assertThat(problems.found()).isEmpty();
        return check;
    }

    private static Rule rule(String path, String text) {
        return Shelf.rulebook(Shelf.files(path, text)).rules().getFirst();
    }

    private static Condition read(String sentence) {
        var problems = new Problems("a", List.of(sentence));
        var condition = PhraseBook.shipped().read(sentence, new Problems.Place(1, 1, sentence.length()), problems);
        assertThat(Shelf.rendered(problems.found())).as(sentence).isEmpty();
        return condition;
    }

    private static String example(Term term, String pattern) {
        var word = term.values().isEmpty() ? "thing"
                : pattern.matches(".*\\p{IsHan}.*") ? term.values().getFirst().chinese() : term.values().getFirst().word();
        return pattern.replace("{number}", "1").replace("{number2}", "2").replace("{value}", word).replace("{values}", word)
                .replace("{words}", "refund").replace("{weekday}", word).replace("{weekdays}", word)
                .replace("{window}", pattern.startsWith("今天") ? "在12月" : "in December").replaceAll("\\{[a-z]+}", "30");
    }
}
