package io.rapport.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordListTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "unsubscribe            | UNSUBSCRIBE me!",
            "unsubscri*             | I unsubscribed",
            "don't email me         | Don’t  email me",
            "désabonn*              | DESABONNEZ-MOI",
            "desabonn*              | dé­sabonnez-moi",
            "çıkar                  | ÇIKAR",
            "çıkar                  | cikar",
            "iptal                  | İPTAL",
            "straße                 | STRASSE",
            "ألغوا                   | الغوا",
            "stop                   | ＳＴＯＰ",
            "配信停止                | メルマガ配信停止希望",
            "ガス                    | ｶﾞｽ",
            "구독 취소               | 구독 취소합니다",
            "退订                    | 请退订。",
            "take me ... off        | Take me right now off!",
            "melden sie mich ... ab | Bitte melden Sie mich ab",
            "把我从 ... 删除         | 把我从你们的列表删除",
            "[stop]                 | Stop!!!",
            "[stop please]          | STOP, please."})
    void isFoundHoweverItIsWritten(String word, String text) {
        assertThat(WordList.mentionsAny(text, List.of(WordList.normal(word)))).isTrue();
        assertThat(WordList.mentioned(text, List.of(WordList.normal(word)))).containsExactly(WordList.normal(word));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "unsubscribe            | unsubscribed",
            "off                    | coffee",
            "take me ... off        | Take me home. I am off",
            "take me ... off        | take me to the very best shop you know off the square",
            "把我从 ... 删除         | 把我从很远很远很远的地方带来的灯删除",
            "[stop]                 | Stop by the shop",
            "ガス                    | カス"})
    void isNotFoundInOtherWords(String word, String text) {
        assertThat(WordList.mentionsAny(text, List.of(WordList.normal(word)))).isFalse();
    }

    @Test
    void aLineOfItsOwnMayStandBetweenOthers() {
        assertThat(WordList.mentionsAny("Re: offers\nHello\n> STOP.\nAnna", List.of("[stop]"))).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "退订, 但不是不要退订                     | 不要退订                            | false",
            "退订, 但不是不要退订                     | 不要发了,退订                       | true",
            "unsubscribe, but not don't unsubscribe  | Please don't unsubscribe me         | false",
            "unsubscribe, but not don't unsubscribe  | don't unsubscribe? Yes, unsubscribe | true",
            "配信を停止, but not 停止しないで          | 配信を停止しないで                  | false"})
    void whatIsDeniedDoesNotCountAndTheRestDoes(String words, String text, boolean found) {
        var list = Arrays.stream(words.split(", ")).map(WordList::normal).toList();

        assertThat(WordList.mentionsAny(text, list)).isEqualTo(found);
        assertThat(WordList.mentioned(text, list)).hasSize(found ? 1 : 0);
    }

    @Test
    void whatIsDeniedInOneListCountsInAnother() {
        var lists = new WordList(List.of(List.of("stop", "but not don't stop"), List.of("stop")));

        assertThat(lists.in("don't stop").stream().toArray()).containsExactly(1);
    }

    /** The first 20,000 characters count, and what looks most like a word costs no more than a line of them does. */
    @Test
    void aTextMadeOfBeginningsIsReadInTime() {
        var lists = new WordList(List.of(List.of("take me ... off", "不要 ... 退订", "but not don't take me ... off")));
        var text = "don't take me ".repeat(100_000) + "不要".repeat(100_000);

        assertThat(org.junit.jupiter.api.Assertions.assertTimeout(Duration.ofSeconds(5), () -> lists.in(text)).isEmpty())
                .isTrue();
    }
}
