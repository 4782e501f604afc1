package io.rapport.intake.mails;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
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
        assertThat(QuotedReply.cut(text, _ -> false)).isEqualTo("Mine");
    }

    /** As Gmail, Outlook, Apple Mail, Thunderbird, Yahoo, mail.ru, QQ, NetEase and Naver write them. */
    @ParameterizedTest
    @ValueSource(strings = {"On Sat, Nov 28, 2026 at 9:00 AM Shop <service@shop.example> wrote:\n\nTheirs",
            "On Sat, Nov 28, 2026 at 9:00 AM The Shop of Everything\n<service@shop.example> wrote:\n\nTheirs",
            "On Nov 28, 2026, at 9:00 AM, Shop <service@shop.example> wrote:\n\n\nTheirs",
            "Am Sa., 28. Nov. 2026 um 09:00 Uhr schrieb Shop <service@shop.example>:\n\nTheirs",
            "Am 28.11.26 um 09:00 schrieb Shop:\nTheirs", "Shop <service@shop.example> schrieb am 28.11.2026 um 09:00:\nTheirs",
            "Von: Shop <service@shop.example>\nGesendet: Samstag, 28. November 2026 09:00\nAn: Anna\nBetreff: Jars\n\nTheirs",
            "-----Ursprüngliche Nachricht-----\nVon: Shop\nTheirs",
            "Le sam. 28 nov. 2026 à 09:00, Shop <service@shop.example> a écrit :\n\nTheirs",
            "De : Shop <service@shop.example>\nEnvoyé : samedi 28 novembre 2026 09:00\nÀ : Anna\nObjet : Jars\n\nTheirs",
            "-------- Message d'origine --------\nDe : Shop\nTheirs",
            "El sáb, 28 nov 2026 a las 9:00, Shop (<service@shop.example>) escribió:\n\nTheirs",
            "De: Shop <service@shop.example>\nEnviado: sábado, 28 de noviembre de 2026 9:00\nPara: Anna\nAsunto: Jars\n\nTheirs",
            "Il giorno sab 28 nov 2026 alle ore 09:00 Shop <service@shop.example> ha scritto:\n\nTheirs",
            "Da: Shop <service@shop.example>\nInviato: sabato 28 novembre 2026 09:00\nA: Anna\nOggetto: Jars\n\nTheirs",
            "Em sáb., 28 de nov. de 2026 às 09:00, Shop <service@shop.example> escreveu:\n\nTheirs",
            "De: Shop <service@shop.example>\nEnviada em: sábado, 28 de novembro de 2026 09:00\nPara: Anna\nAssunto: Jars\n\nTheirs",
            "Op za 28 nov 2026 om 09:00 schreef Shop <service@shop.example>:\n\nTheirs",
            "Van: Shop <service@shop.example>\nVerzonden: zaterdag 28 november 2026 09:00\nAan: Anna\nOnderwerp: Jars\n\nTheirs",
            "sob., 28 lis 2026 o 09:00 Shop <service@shop.example> napisał(a):\n\nTheirs",
            "W dniu 28.11.2026 o 09:00, Shop pisze:\nTheirs",
            "Od: Shop <service@shop.example>\nWysłano: sobota, 28 listopada 2026 09:00\nDo: Anna\nTemat: Jars\n\nTheirs",
            "сб, 28 нояб. 2026 г. в 09:00, Shop <service@shop.example>:\n\nTheirs",
            "сб, 28 нояб. 2026 г. в 09:00, Магазин всего на свете\n<service@shop.example>:\n\nTheirs",
            "Суббота, 28 ноября 2026, 9:00 +03:00 от Shop <service@shop.example>:\n\nTheirs",
            "28.11.2026, 09:00, \"Shop\" <service@shop.example>:\nTheirs", "28.11.2026 09:00, Shop пишет:\nTheirs",
            "От: Shop <service@shop.example>\nОтправлено: 28 ноября 2026 г. 09:00\nКому: Анна\nТема: Jars\n\nTheirs",
            "-------- Исходное сообщение --------\nОт: Shop\nTheirs",
            "2026年11月28日(土) 9:00 Shop <service@shop.example>:\n\nTheirs",
            "2026/11/28 9:00、Shop <service@shop.example>のメール:\nTheirs", "2026年11月28日 9:00、Shopさんは書きました：\nTheirs",
            "差出人: Shop <service@shop.example>\n送信日時: 2026年11月28日 9:00\n宛先: Anna\n件名: Jars\n\nTheirs",
            "-----元のメッセージ-----\n差出人: Shop\nTheirs",
            "2026년 11월 28일 (토) 오전 9:00, Shop <service@shop.example>님이 작성:\n\nTheirs",
            "-----Original Message-----\nFrom: \"Shop\"<service@shop.example>\nTheirs",
            "보낸 사람: Shop <service@shop.example>\n보낸 날짜: 2026년 11월 28일 토요일 오전 9:00\n받는 사람: Anna\n제목: Jars\n\nTheirs",
            "في السبت، 28 نوفمبر 2026 في 9:00 ص تمت كتابة ما يلي بواسطة Shop <service@shop.example>:\n\nTheirs",
            "\u200fفي السبت، 28 نوفمبر 2026 في 9:00 ص تمت كتابة ما يلي بواسطة \u200fShop\u200f <\u200fservice@shop.example\u200f>:\u200f\n\nTheirs",
            "من: Shop <service@shop.example>\nتاريخ الإرسال: السبت، 28 نوفمبر 2026\nإلى: Anna\nالموضوع: Jars\n\nTheirs",
            "בתאריך שבת, 28 בנוב׳ 2026 ב-9:00 מאת Shop <\u202aservice@shop.example\u202c>:\u200f\n\nTheirs",
            "Den lør. 28. nov. 2026 kl. 09.00 skrev Shop <service@shop.example>:\n\nTheirs",
            "Fra: Shop <service@shop.example>\nSendt: 28. november 2026 09:00\nTil: Rep\nEmne: Your order\n\nTheirs",
            "Den lör 28 nov. 2026 kl 09:00 skrev Shop <service@shop.example>:\n\nTheirs",
            "Från: Shop <service@shop.example>\nSkickat: den 28 november 2026 09:00\nTill: Anna\nÄmne: Jars\n\nTheirs",
            "lør. 28. nov. 2026 kl. 09:00 skrev Shop <service@shop.example>:\n\nTheirs",
            "Fra: Shop <service@shop.example>\nSendt: lørdag 28. november 2026 09:00\nTil: Anna\nKopi: Per\nEmne: Jars\n\nTheirs",
            "la 28. marrask. 2026 klo 9.00 Shop (service@shop.example) kirjoitti:\n\nTheirs",
            "Lähettäjä: Shop <service@shop.example>\nLähetetty: lauantai 28. marraskuuta 2026 9.00\nVastaanottaja: Anna\nAihe: Jars\n\nTheirs",
            "Shop <service@shop.example>, 28 Kas 2026 Cmt, 09:00 tarihinde şunu yazdı:\n\nTheirs",
            "Kimden: Shop <service@shop.example>\nGönderildi: 28 Kasım 2026 Cumartesi 09:00\nKime: Anna\nKonu: Jars\n\nTheirs",
            "so 28. 11. 2026 v 9:00 odesílatel Shop <service@shop.example> napsal:\n\nTheirs",
            "Od: Shop <service@shop.example>\nOdesláno: sobota 28. listopadu 2026 9:00\nKomu: Anna\nPředmět: Jars\n\nTheirs",
            "Shop <service@shop.example> ezt írta (időpont: 2026. nov. 28., Szo, 9:00):\n\nTheirs",
            "Στις Σάβ 28 Νοε 2026 στις 9:00 π.μ., ο χρήστης Shop <service@shop.example> έγραψε:\n\nTheirs",
            "În sâm., 28 nov. 2026 la 09:00, Shop <service@shop.example> a scris:\n\nTheirs",
            "сб, 28 лист. 2026 р. о 09:00 Shop <service@shop.example> пише:\n\nTheirs",
            "Vào Th 7, 28 thg 11, 2026 vào lúc 09:00 Shop <service@shop.example> đã viết:\n\nTheirs",
            "ในวันที่ ส. 28 พ.ย. 2026 เวลา 09:00 Shop <service@shop.example> เขียนว่า:\n\nTheirs",
            "Pada Sab, 28 Nov 2026 pukul 09.00 Shop <service@shop.example> menulis:\n\nTheirs",
            "Shop <service@shop.example> 于2026年11月28日周六 09:00写道：\n\nTheirs",
            "Shop <service@shop.example> 於 2026年11月28日 週六 上午9:00寫道：\n\nTheirs",
            "At 2026-11-28 09:00:00, \"Shop\" <service@shop.example> wrote:\nTheirs",
            "在 2026-11-28 09:00:00，\"Shop\" <service@shop.example> 写道：\nTheirs", "---- 回复的原邮件 ----\n| 发件人 | Shop |\nTheirs",
            "------------------ 原始邮件 ------------------\n发件人: \"Shop\" <service@shop.example>;\n发送时间: 2026年11月28日(星期六) 上午9:00\nTheirs",
            "寄件者: Shop <service@shop.example>\n寄件日期: 2026年11月28日 上午 09:00\n收件者: Anna\n主旨: Jars\n\nTheirs",
            "---- On Sat, 28 Nov 2026 09:00:00 +0000 Shop <service@shop.example> wrote ----\n\nTheirs",
            ">>> Shop <service@shop.example> 28.11.2026 09:00 >>>\nTheirs", "Begin forwarded message:\n\nTheirs",
            "Date: Sat, 28 Nov 2026 09:00:00 +0000\nSubject: Jars\nFrom: service@shop.example\nTo: anna@example.org\n\nTheirs",
            "From:\nShop\nSent:\nFriday\nTo:\nAnna\n\nTheirs", "shop wrote:\n> Theirs",
            "Il 28/11/2026 09:00, Shop ha scritto:\n> Theirs", "Envoyé de mon iPhone\n> Theirs", "iPhoneから送信",
            "Von meinem iPhone gesendet\n\nAm 28.11.2026 um 09:00 schrieb Shop <service@shop.example>:\n\n> Theirs"})
    void cutsQuotationsInManyLanguages(String quoted) {
        assertThat(QuotedReply.cut("Mine\n\n" + quoted, _ -> true)).isEqualTo("Mine");
    }

    @ParameterizedTest
    @ValueSource(strings = {"On 12 May I ordered 3 pots.\nThey are broken.", "I wrote on 12 May 2026:\nno answer so far",
            "Please write to anna@example.org:\nthat is my new address", "My order 2026-11-28 is broken: refund, please",
            "Date: 3 May\nOrder: 1234\nIt never came", "From now on: no more mails\nTo be clear: none",
            "Original message in a bottle\nwas broken",
            "Dear shop, on 28.11.2026 at 09:00 your driver said:\nleave it at the door",
            "在2026年11月28日购买的茶杯坏了：\n请退款", "Sent from London\nlove", "Meine Bestellung vom 28.11.2026:\n3 Töpfe"})
    void leavesWhatPeopleWriteThemselves(String text) {
        assertThat(QuotedReply.cut(text, _ -> true)).isEqualTo(text);
    }

    @Test
    void keepsWhatStandsBelowAQuotation() {
        String text = "On Sat, Nov 28, 2026 at 9:00 AM Shop <service@shop.example> wrote:\n> Theirs\n>\n> Theirs\n\nMine";

        assertThat(QuotedReply.cut(text, _ -> true)).isEqualTo("Mine");
    }

    @Test
    void nothingIsLeftOfAnEmptyReplyToOurMail() {
        String ours = "On Sat, Nov 28, 2026 at 9:00 AM Shop <service@shop.example> wrote:\n\nTo unsubscribe, answer.";

        assertThat(QuotedReply.cut(ours, head -> head.contains("service@shop.example"))).isEmpty();
        assertThat(QuotedReply.cut("> To unsubscribe, answer.", _ -> true)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"On Mon, 3 Apr 2012, at 4:19 PM, bob <b@x.example> wrote\n", "On\n", "From: a\n", "Sent: a\n", "\n",
            "From: a\n\n\n\n\n\n\n", "On 1 2 3 4 5 6 a@b.example wrote a", ">", "> >", "-----", "----- ", "On 2026 at 9:00 x ",
            "2026年 ", "wrote:", "写道：", "写道", "---- On ", "*From:* ", "：", "@", "<a@b.example> 1 2 3 ", "Am 1.2.3 schrieb ", "\t"})
    @Timeout(5)
    void cutsAReplyOfHalfAMegabyteThatNearlyMatches(String piece) {
        String line = piece.repeat(500_000 / piece.length());

        QuotedReply.cut(line, _ -> false);
        QuotedReply.cut(line.replace(" ", "\n"), _ -> false);
        assertThat(QuotedReply.cut("Mine\n" + piece.strip().repeat(1) + " ".repeat(500_000), _ -> false)).startsWith("Mine");
    }

    @ParameterizedTest
    @ValueSource(strings = {"On your remote host you can run:\n\n     telnet 127.0.0.1 52698",
            "One outstanding question I had:\n- a\n- b",
            "From: London\nwith love", "He wrote a letter: it was long\nand good",
            "Here is another email\n\nSent from my desk, is much easier then my mobile phone."})
    void leavesOtherTextAlone(String text) {
        assertThat(QuotedReply.cut(text, _ -> false)).isEqualTo(text);
    }

    @Test
    void keepsAnswersBetweenQuotedLines() {
        assertThat(QuotedReply.cut("> When?\nTomorrow.\n> Where?\nHere.", _ -> false)).isEqualTo("Tomorrow.\nHere.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"This e-mail and any attachments are confidential. To unsubscribe write to us.",
            "*Confidentiality notice:* this message is for Anna", "________________________________\nDisclaimer: Theirs",
            "Diese E-Mail enthält vertrauliche Informationen.", "Ce message et toutes les pièces jointes sont confidentiels.",
            "Este mensaje y sus archivos adjuntos son confidenciales.", "本邮件及其附件含有保密信息。"})
    void cutsWhatACompanyPutsBelowEveryMail(String below) {
        assertThat(QuotedReply.cut("Mine\n\n" + below + "\n\nTheirs", _ -> false)).isEqualTo("Mine");
        assertThat(QuotedReply.cut(below + "\n\nMine", _ -> false)).endsWith("Mine");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Вы писали 28 ноября 2026 г., 9:00:00:\n\nS> Theirs\n\nS> Theirs\nMine", "AK> Theirs\nMine",
            "AK>> Theirs\n AK> Theirs\nMine", "Deine Zeilen vom 28.11.2026 9:00:\n> Theirs\nMine"})
    void cutsWhatIsQuotedWithInitialsOrBelowADate(String text) {
        assertThat(QuotedReply.cut(text, _ -> false)).isEqualTo("Mine");
    }

    @ParameterizedTest
    @ValueSource(strings = {"A>B is what I meant", "x> 5", "Mine of 28.11.2026 9:00:\nthe vase"})
    void takesNoSignAndNoDateForAQuotation(String text) {
        assertThat(QuotedReply.cut(text, _ -> false)).isEqualTo(text);
    }

    @Test
    void takesAForwardedMailAsAWhole() {
        assertThat(QuotedReply.cut("From: Anna\nSent: Friday\nTo: Bob\nSubject: Jars\n\nBroken jars", _ -> false))
                .contains("Broken jars");
        assertThat(QuotedReply.cut("> only a quotation", _ -> false)).isEmpty();
    }
}
