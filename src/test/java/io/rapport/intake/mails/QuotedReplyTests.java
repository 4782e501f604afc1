package io.rapport.intake.mails;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuotedReplyTests {

    @ParameterizedTest
    @ValueSource(strings = {"Mine\n\nOn Apr 3, 2012, at 4:19 PM, bob wrote:\n\n> Theirs",
            "Mine\n\nOn Tue, Sep 25, 2012 at 8:59 AM, Chris Wanstrath\n<notifications@example.org>wrote:\n\n> Theirs",
            "Mine\n\nAm 03.04.2026 um 09:12 schrieb Shop <service@shop.example>:\nTheirs",
            "Mine\n\nLe 3 avril 2026 à 09:12, Shop a écrit :\n> Theirs", "Mine\n\n-----Original Message-----\nTheirs",
            "Mine\n\n________________________________\nFrom: Shop <service@shop.example>\nSent: Friday\nTo: Anna\nSubject: Jars\n\nTheirs",
            "Mine\n\n*From:* Shop [mailto:service@shop.example]\n*Sent:* Thursday\n*To:* anna@example.org\n\nTheirs",
            "Mine\n\n在 2026年11月20日，客服 <service@shop.example> 写道：\n\n> Theirs",
            "Mine\n2026年11月20日 客服 <service@shop.example> 写道：\n> Theirs",
            "Mine\n\n------------------ 原始邮件 ------------------\n发件人: 客服\nTheirs", "Mine\n\n-----邮件原件-----\nTheirs",
            "Mine\n\n发件人：客服\n发送时间：2026年11月20日\n收件人：王芳\n主题：茶杯\n\nTheirs", "> Theirs\n\nMine",
            "Mine\nSent from my iPhone\n> Theirs",
            "Mine\n发自我的华为手机", "Mine\n\n-- \nAnna Smith\nTheirs", "On 04/02/2012 06:26 PM, Megan One wrote:\n> Theirs\nMine"})
    void keepsWhatTheCustomerWrote(String text) {
        assertThat(QuotedReply.cut(text)).isEqualTo("Mine");
    }

    @ParameterizedTest
    @ValueSource(strings = {"On your remote host you can run:\n\n     telnet 127.0.0.1 52698",
            "One outstanding question I had:\n- a\n- b",
            "From: London\nwith love", "He wrote a letter: it was long\nand good",
            "Here is another email\n\nSent from my desk, is much easier then my mobile phone."})
    void leavesOtherTextAlone(String text) {
        assertThat(QuotedReply.cut(text)).isEqualTo(text);
    }

    @Test
    void keepsAnswersBetweenQuotedLines() {
        assertThat(QuotedReply.cut("> When?\nTomorrow.\n> Where?\nHere.")).isEqualTo("Tomorrow.\nHere.");
    }

    @Test
    void takesAForwardedMailAsAWhole() {
        assertThat(QuotedReply.cut("From: Anna\nSent: Friday\nTo: Bob\nSubject: Jars\n\nBroken jars")).contains("Broken jars");
        assertThat(QuotedReply.cut("> only a quotation")).isEmpty();
    }
}
