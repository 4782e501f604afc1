package io.rapport.console.customers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

import io.rapport.console.Views;
import io.rapport.console.Wording;
import io.rapport.facts.Conclusion;
import io.rapport.facts.Decision;
import io.rapport.facts.Reason;
import io.rapport.rulebook.RuleFiles;
import io.rapport.rulebook.Rulebook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.ResourceBundleMessageSource;

class ExplanationsTests {

    private static final Rulebook OLD = rulebook("vip", "the words of then");
    private static final Rulebook LIVE = rulebook("major", "the words of now");

    @AfterEach
    void forgetTheLanguage() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void aDecisionIsSaidInTheWordsOfTheRulebookThatMadeIt() {
        assertThat(explained("old").why().sentence()).isEqualTo("the words of then");
        assertThat(explained("live").why().sentence()).isEqualTo("the words of now");
    }

    @Test
    void whatARuleReadIsSaidInTheReadersLanguage() {
        assertThat(explained("old").why().saw()).extracting(DecisionView.Seen::value).containsExactly("gold");

        LocaleContextHolder.setLocale(Locale.CHINESE);

        assertThat(explained("old").why().saw()).extracting(DecisionView.Seen::value).containsExactly("黄金");
    }

    private static DecisionView.ConclusionView explained(String version) {
        var messages = new ResourceBundleMessageSource();
        messages.setBasename("messages");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        var reason = new Reason("TEST-001/1", List.of(new Reason.Captured("tier", "gold")));
        var decision = new Decision("e1", 7, Views.NOON, version, "none",
                List.of(new Conclusion("account-size", "", "vip", reason)), List.of(), List.of(), List.of());
        return new Explanations(() -> LIVE, known -> known.equals("old") ? OLD : LIVE, new Wording(messages), () -> "EUR")
                .decision(decision, "").conclusions().getFirst();
    }

    private static Rulebook rulebook(String size, String because) {
        var texts = new TreeMap<String, String>();
        texts.put("2-relate/size.csv", """
                # Sizes
                # id: TEST-001, owner: tests, status: live, since: 2026-01-01, hit policy: first
                # purpose: to test
                # wrongly catches: nobody
                tier,account size,because
                gold or above,%s,%s
                any,small,the rest
                """.formatted(size, because));
        return Rulebook.toRead(new RuleFiles(texts));
    }
}
