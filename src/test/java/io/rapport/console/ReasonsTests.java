package io.rapport.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.ResourceBundleMessageSource;

class ReasonsTests {

    private final Wording wording = new Wording(messages());

    @BeforeEach
    void aChineseReader() {
        LocaleContextHolder.setLocale(Locale.CHINESE);
    }

    @AfterEach
    void nobody() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void saysAStoredReasonInTheReadersLanguageWithItsPlaceAndValues() {
        assertThat(wording.reason("a file.csv:17:5  \"quantity\" needs a number, found [six]\nMaybe you meant 6."))
                .isEqualTo("a file.csv:17:5  \"quantity\" 需要一个数，却是 [six]\n可能是指 6。");
        assertThat(wording.reason("no column is named [custmer], which the route takes as the customer"))
                .isEqualTo("没有名为 [custmer] 的列，路由把它当作 customer");
    }

    @Test
    void knowsEveryWayInWhichAMessageEnds() {
        for (var reason : List.of("Its time had passed", "Consent was withdrawn after the decision", "No mail server is set",
                "The process ended while it handed the message over", "No address is known for this channel",
                "Recalled by console",
                "Given up after 5 attempts: 451 4.7.1 later")) {
            assertThat(wording.reason(reason)).as(reason).isNotEqualTo(reason).matches("(?s).*\\p{IsHan}.*");
        }
    }

    @Test
    void leavesWhatNobodyTranslatedAndWhatAnEnglishReaderReads() {
        assertThat(wording.reason("451 4.7.1 later")).isEqualTo("451 4.7.1 later");

        LocaleContextHolder.setLocale(Locale.ENGLISH);
        assertThat(wording.reason("Its time had passed")).isEqualTo("Its time had passed");
    }

    private static ResourceBundleMessageSource messages() {
        var messages = new ResourceBundleMessageSource();
        messages.setBasename("messages");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return messages;
    }
}
