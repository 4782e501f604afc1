package io.rapport.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;

import io.rapport.facts.Decimal;
import io.rapport.facts.EventData;
import io.rapport.facts.Memory;
import io.rapport.facts.Purchases;
import io.rapport.facts.Purpose;
import io.rapport.facts.Reason;
import io.rapport.facts.Situation;

class RulebookTests {

    private static final Instant NOW = Instant.parse("2026-06-01T10:00:00Z");

    @Test
    void theFirstRowThatHoldsSpeaks() {
        var rulebook = Shelf.rulebook(Shelf.files("3-churn/a.csv",
                Shelf.table("CHURN-009", "first", "number of purchase days,churn level", "at least 2,low", "at least 1,watch",
                        ",lost")));

        assertThat(conclusions(rulebook, Stratum.CHURN, bought(2))).containsExactly("low");
        assertThat(conclusions(rulebook, Stratum.CHURN, bought(1))).containsExactly("watch");
        rulebook.close();
    }

    @Test
    void aRetiredFileIsReadAndNeverFires() {
        var table = Shelf.table("CHURN-009", "first", "number of purchase days,churn level", ",low").replace("live", "retired");
        var rulebook = Shelf.rulebook(Shelf.files("3-churn/a.csv", table));

        assertThat(rulebook.rules()).hasSize(1);
        assertThat(conclusions(rulebook, Stratum.CHURN, bought(1))).isEmpty();
        assertThat(rulebook.explain(rulebook.rules().getFirst(), bought(1)).holds()).isFalse();
        rulebook.close();
    }

    @Test
    void belowAHundredCustomersNoTierAndNoScoreIsConcluded() {
        try (var session = Shelf.SHIPPED.newSession()) {
            var concepts = session.fire(Stratum.CLASSIFY, List.of(bought(3))).stream().flatMap(hit -> hit.rule().then().stream())
                    .map(then -> ((Consequence.Conclude) then).concept()).filter(concept -> !Concepts.unit(concept)).toList();

            assertThat(concepts).containsExactlyInAnyOrder("stage", "status", "potential-rate", "trust", "trust-figure");
        }
    }

    @Test
    void anOrderLineSeenBeforeIsClassifiedFromMemoryToTheSame() {
        try (var session = Shelf.SHIPPED.newSession()) {
            var first = session.fire(Stratum.CLASSIFY, List.of(line("PINK CHERRY LIGHTS"), line("RED BAG")));
            var again = session.fire(Stratum.CLASSIFY, List.of(line("RED BAG"), line("PINK CHERRY LIGHTS")));

            assertThat(first).extracting(hit -> hit.rule().id()).containsExactly("LINE-001/3", "LINE-001/5");
            assertThat(again).extracting(hit -> hit.rule().id()).containsExactly("LINE-001/3", "LINE-001/5");
            assertThat(again).extracting(hit -> hit.situation().subject()).containsExactly("order line/PINK CHERRY LIGHTS",
                    "order line/RED BAG");
            assertThat(again.getFirst().reason()).isEqualTo(first.getFirst().reason());
        }
    }

    @Test
    void theReasonIsTheAuthorsSentenceWithTheValueSeenInEitherLanguage() {
        var reason = new Reason("CARE-004/2",
                List.of(new Reason.Captured("complaint-open", "yes"), new Reason.Captured("deadline-passed", "yes"),
                        new Reason.Captured("complaint-age", "4.02")));

        assertThat(Shelf.SHIPPED.because(reason, Locale.ENGLISH)).isEqualTo("no answer for 4.02 hours");
        assertThat(Shelf.SHIPPED.because(reason, Locale.CHINESE)).isEqualTo("4.02小时没有答复");
        assertThat(Shelf.SHIPPED.because(new Reason("GONE-001/1", List.of()), Locale.ENGLISH)).isEqualTo("GONE-001/1");
    }

    @Test
    void withoutAWrittenReasonTheConditionsSpeak() {
        var reason = new Reason("TEST-001/1",
                List.of(new Reason.Captured("line-share", "37"), new Reason.Captured("line-margin", "25")));

        try (var rulebook = Shelf.rulebook(Shelf.files("2-relate/closeness.csv", Shelf.table("TEST-001", "first",
                "share of customers in the line in %,margin %,relationship", "30 and above,15 to below 35,reactive",
                ",,basic")))) {
            assertThat(rulebook.because(reason, Locale.ENGLISH)).isEqualTo(
                    "the share of customers in the line in % is at least 30 (37 %); the margin % is from 15 to below 35 (25 %)");
            assertThat(rulebook.because(reason, Locale.CHINESE)).isEqualTo("产品线客户占比%至少为30 (37%);毛利率%从15到低于35 (25%)");
        }
    }

    @Test
    void theInterpreterSaysWhatHeldWhatWasNeededAndWhatIsUnknown() {
        var explanation = Shelf.SHIPPED.explain(Shelf.SHIPPED.rule("CARE-005/1"), bought(1));

        assertThat(explanation.holds()).isFalse();
        assertThat(explanation.findings()).extracting(Explanation.Finding::actual).containsExactly("unknown", "10");
        assertThat(explanation.findings()).extracting(Explanation.Finding::needed).containsExactly("high or lost",
                "90 and above");
        assertThat(explanation.findings()).extracting(Explanation.Finding::unknown).containsExactly(true, false);
        assertThat(explanation.findings().getLast().wording(Locale.CHINESE)).isEqualTo("客户已沉默90天");
    }

    @Test
    void anOccasionIsOncePerSilenceComplaintAndDeadlineDeliveryBirthdayOrMessage() {
        var rulebook = Shelf.SHIPPED;
        var open = new Memory.OpenComplaint("C-1", NOW, io.rapport.facts.Channel.EMAIL, 0, "service",
                NOW.plus(Duration.ofHours(4)));

        assertThat(rulebook.occasion(rulebook.rule("CARE-005/1"), bought(1))).isEqualTo("silent since 2026-05-22");
        assertThat(rulebook.occasion(rulebook.rule("CARE-004/2"), about(Situation.Scope.COMPLAINT, open)))
                .isEqualTo("complaint C-1 due 2026-06-01T14:00:00Z|complaint/C-1");
        assertThat(
                rulebook.occasion(rulebook.rule("CARE-003/1"), about(Situation.Scope.DELIVERY, new Memory.Delivery("O-7", NOW))))
                .isEqualTo("delivered O-7|delivery/O-7");
        assertThat(rulebook.occasion(rulebook.rule("CARE-002/1"), with(Map.of("birthday", "1990-06-01"))))
                .isEqualTo("birthday 2026");
    }

    @Test
    void aMessageOfTheDayIsValidUntilTheCustomersDayEnds() {
        var send = (Consequence.Send) Shelf.SHIPPED.rule("CARE-002/1").then().getFirst();

        assertThat(send.validUntil(bought(1))).isEqualTo(Instant.parse("2026-06-01T23:00:00Z"));
    }

    @Test
    void templatesAreFilledInTheCustomersLanguageOrInEnglish() {
        var templates = Shelf.SHIPPED.templates();

        assertThat(templates.render("birthday", "en", Map.of("name", "Anna")).subject()).isEqualTo("Happy birthday, Anna");
        assertThat(templates.render("birthday", "zh-CN", Map.of()).subject()).isEqualTo("生日快乐,亲爱的客户");
        assertThat(templates.render("birthday", "fr", Map.of()).subject()).isEqualTo("Happy birthday, dear customer");
        assertThatThrownBy(() -> templates.render("nothing", "en", Map.of())).hasMessageContaining("[nothing]");
    }

    @Test
    void anOfferWhoseRuleForgotToSaySoIsAPromotionAllTheSame() {
        var rules = sends("hello");

        assertThat(purpose(rules, "templates/hello.en.txt", "Subject: Hello\nPurpose: promotion\n\nBuy.\n"))
                .isEqualTo(Purpose.PROMOTION);
        assertThat(purpose(rules, "templates/hello.zh.txt", "主题: 您好\n目的: 推广\n\n请购买。\n", "templates/hello.en.txt",
                "Subject: Hello\n\nBuy.\n")).isEqualTo(Purpose.PROMOTION);
        assertThat(purpose(rules, "templates/hello.en.txt", "Subject: Hello\nPurpose: service\n\nWe have it.\n"))
                .isEqualTo(Purpose.SERVICE);
        assertThat(purpose(rules, "templates/hello.en.txt", "Subject: Hello\n\nBuy.\n", "templates/other.en.txt",
                "Subject: Hello\nPurpose: service\n\nWe have it.\n")).as("one that does not say it").isEqualTo(Purpose.PROMOTION);
    }

    @Test
    void theHeadOfATemplateIsNotReadByTheCustomer() {
        assertThat(Shelf.SHIPPED.templates().render("win-back", "en", Map.of()).text()).startsWith("Dear")
                .doesNotContain("Purpose");
        assertThat(Shelf.SHIPPED.templates().render("win-back", "zh", Map.of()).text()).doesNotContain("目的");
    }

    @Test
    void rulesPublishedBeforeTemplatesSaidTheirPurposeMeanWhatTheyMeantAndAreNotPublishedAnew() {
        var template = new String[] {"templates/hello.en.txt", "Subject: Hello\n\nHello.\n"};

        assertThat(purpose(sends("hello"), template)).isEqualTo(Purpose.SERVICE);
        assertThat(purpose(sends("hello").replace("email", "email, as promotion"), template)).isEqualTo(Purpose.PROMOTION);
        assertThat(new RulebookCompiler().check(Shelf.files(template))).singleElement()
                .matches(Problem::isQuestion).extracting(Problem::file).isEqualTo("templates/hello.en.txt");
    }

    @Test
    void aMessageThatIsAPromotionInOneLanguageAndServiceInTheOtherIsRefused() {
        assertThat(Shelf.problems("templates/hello.en.txt", "Subject: Hello\nPurpose: promotion\n\nBuy.\n",
                "templates/hello.zh.txt", "主题: 您好\n目的: 服务\n\n请购买。\n")).extracting(Problem::message)
                .containsExactly("in another language the message [hello] is for promotion, here for service");
    }

    private static String sends(String template) {
        return Shelf.sentences("CARE-009", "rule \"a\"", "when", "  a complaint has been raised", "then",
                "  send the message \"" + template + "\" by email");
    }

    private static Purpose purpose(String rules, String... templates) {
        var files = new TreeMap<>(Shelf.files(templates).texts());
        files.put("4-care/a.sentences", rules);
        try (var rulebook = Shelf.rulebook(new RuleFiles(files))) {
            return ((Consequence.Send) rulebook.rules().getFirst().then().getFirst()).purpose();
        }
    }

    @Test
    void theVersionIsTheHashOfTheFiles() {
        var changed = Shelf.shippedWith("templates/birthday.en.txt", "Subject: Hello\n\nHello.\n");

        assertThat(Shelf.SHIPPED.version()).hasSize(64).isEqualTo(Shelf.SHIPPED_FILES.hash()).isNotEqualTo(changed.hash());
    }

    @Test
    void anUnboundedSessionLeavesNothingBehind() {
        try (var session = Shelf.SHIPPED.newSession()) {
            for (var i = 0; i < 200; i++) {
                assertThat(session.fire(Stratum.CHURN, List.of(bought(1)))).hasSize(1);
            }
        }
    }

    private static List<String> conclusions(Rulebook rulebook, Stratum stratum, Situation situation) {
        try (var session = rulebook.newSession()) {
            return session.fire(stratum, List.of(situation)).stream().flatMap(hit -> hit.rule().then().stream())
                    .map(then -> ((Consequence.Conclude) then).value()).toList();
        }
    }

    private static Situation bought(int days) {
        var purchases = Purchases.of(LocalDate.of(2026, 5, 22), Decimal.of(10), Decimal.of(3));
        for (var i = 1; i < days; i++) {
            purchases = purchases.plus(LocalDate.of(2026, 5, 22).minusDays(20L * i), Decimal.of(10), Decimal.of(3),
                    SomeCustomers.TAU);
        }
        return situation(Situation.Scope.CUSTOMER, null,
                new Memory(1, Map.of(), purchases, Map.of(), List.of(), List.of(), Map.of(), Map.of(),
                        Map.of(), Map.of(), Map.of(), NOW));
    }

    private static Situation with(Map<String, String> traits) {
        return situation(Situation.Scope.CUSTOMER, null,
                new Memory(1, Map.of(), null, Map.of(), List.of(), List.of(), traits, Map.of(), Map.of(), Map.of(), Map.of(),
                        NOW));
    }

    private static Situation line(String description) {
        return about(Situation.Scope.ORDER_LINE,
                new EventData.OrderLine("1", description, BigDecimal.ONE, BigDecimal.ONE, null, null));
    }

    private static Situation about(Situation.Scope scope, Object thing) {
        return situation(scope, thing, Memory.blank(1));
    }

    private static Situation situation(Situation.Scope scope, Object thing, Memory memory) {
        var event = new io.rapport.facts.CustomerEvent("e-1", "test", "review.due", List.of(), NOW, new EventData.Open(Map.of()));
        return new Situation(scope, thing, memory, event, NOW, java.time.ZoneId.of("Europe/London"),
                io.rapport.facts.Snapshot.NONE,
                SomeCustomers.TAU, Map.of());
    }
}
