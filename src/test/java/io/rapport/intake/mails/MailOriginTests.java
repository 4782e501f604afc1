package io.rapport.intake.mails;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;

import io.rapport.facts.CustomerEvent;
import io.rapport.facts.EventData;
import io.rapport.facts.EventTypes;
import io.rapport.facts.Identity;
import io.rapport.intake.Identities;
import io.rapport.intake.IntakeTestHouse;
import io.rapport.intake.Malformed;
import io.rapport.intake.QueueInMemory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailOriginTests {

    private final MailDoor door = new MailDoor(new QueueInMemory(), new Identities("GB"),
            "The shop <service@shop.example>", _ -> Optional.empty(),
            Clock.fixed(IntakeTestHouse.NOW, ZoneOffset.UTC));

    @ParameterizedTest
    @ValueSource(strings = {"\"Boss <boss@victim.example>\" <evil@attacker.example>",
            "Boss <boss@victim.example> <evil@attacker.example>", "(boss@victim.example) evil@attacker.example",
            "evil@attacker.example (Boss <boss@victim.example>)", "\"boss@victim.example\" <evil@attacker.example>",
            "boss@victim.example <evil@attacker.example>", "=?utf-8?q?boss=40victim.example?= <evil@attacker.example>",
            "=?utf-8?q?boss_=3Cboss=40victim.example=3E?= <evil@attacker.example>",
            "=?utf-8?b?Ym9zcyA8Ym9zc0B2aWN0aW0uZXhhbXBsZT4=?= <evil@attacker.example>",
            "\"Boss \\\" <boss@victim.example>\" <evil@attacker.example>",
            "\"Boss <boss@victim.example> <evil@attacker.example>",
            "Evil(boss <boss@victim.example>(nested)) <evil@attacker.example>",
            "\"Boss\r\n <boss@victim.example>\" <evil@attacker.example>",
            "Boss \"the <boss@victim.example>\" <EVIL@Attacker.example>", "Writers: evil@attacker.example;",
            "<@boss.victim.example:evil@attacker.example>", "Evil <evil@attacker.example", "Evil 'evil@attacker.example'",
            "Evil <mailto:evil@attacker.example>", "Smith, Evil <evil@attacker.example>", "evil@attacker.example"})
    void takesTheAddressOfTheSenderNeverTheOneInHisName(String from) throws Exception {
        assertThat(senderOf("From: " + from)).isEqualTo("evil@attacker.example");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"Анна <анна@пример.рф>; анна@xn--e1afmkfd.xn--p1ai",
            "王芳 <wangfang@例子.公司>; wangfang@xn--fsqu00a.xn--55qx5d"})
    void takesAddressesOfEveryScript(String from, String address) throws Exception {
        assertThat(senderOf("From: " + from)).isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(strings = {"From: \"boss@victim.example\"", "From: (boss@victim.example)", "From: Boss", "From: ",
            "From: undisclosed:;", "From: a@one.example, b@two.example", "From: a@one.example\nFrom: b@two.example",
            "Reply-To: boss@victim.example", "From: Boss\nReply-To: boss@victim.example"})
    void refusesAMailOfWhichTheSenderIsNotClear(String header) {
        assertThatThrownBy(() -> read(header)).isInstanceOf(Malformed.class).hasMessageContaining("sender");
    }

    @Test
    void ofSeveralAuthorsTheOneWhoSentItIsTheSender() throws Exception {
        assertThat(senderOf("From: a@one.example, b@two.example\nSender: b@two.example")).isEqualTo("b@two.example");
    }

    @Test
    void believesReplyToOnlyWhereTheRouteSaysSo() throws Exception {
        String mail = "From: form@shop-system.example\nReply-To: Anna <anna@example.org>\n\nhello";
        var trusting = MailLimits.of(Map.of("mail.trusts-reply-to", "true"));

        assertThat(senderOf(mail)).isEqualTo("form@shop-system.example");
        assertThat(door.events(mail.getBytes(StandardCharsets.UTF_8), trusting).getFirst().identities())
                .extracting(Identity::value).containsExactly("anna@example.org");
    }

    @ParameterizedTest
    @ValueSource(strings = {"From: The shop <service@shop.example>", "From: SERVICE@shop.example\nAuto-Submitted: auto-generated",
            "From: \"Anna\" <service@shop.example>", "From: Mail Delivery System <x@mx.example>",
            "From: MAILER-DAEMON@mx.example", "From: postmaster@mx.example"})
    void whatWeWroteOrAMailServerIsNoCustomersMail(String from) throws Exception {
        CustomerEvent event = read(from + "\nSubject: Happy birthday");

        assertThat(event.identities()).isEmpty();
        assertThat(event.type()).isEqualTo(EventTypes.EMAIL_RECEIVED);
        assertThat(((EventData.Message) event.data()).automatic()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Automatic reply: Happy birthday", "Out of office", "Out of Office: Happy birthday",
            "[Auto-Reply] Hello",
            "Out of Office AutoReply: Hello", "OUT OF OFFICE UNTIL 3 MAY", "Autoreply: x", "Auto-Re: x",
            "Automatische Antwort: Alles Gute", "Abwesenheitsnotiz: Ihre Nachricht", "Abwesend bis 3. Mai",
            "Réponse automatique : Joyeux", "Absence du bureau : Joyeux", "Respuesta automática: Feliz",
            "Fuera de la oficina: Feliz",
            "Risposta automatica: Auguri", "Fuori sede: Auguri", "Resposta automática: Parabéns", "Fora do escritório: x",
            "Automatisch antwoord: Gefeliciteerd", "Afwezigheidsbericht", "Autosvar: Grattis", "Frånvaro: Grattis",
            "Automatisk svar: Tillykke", "Ikke til stede: Tillykke", "Automaattinen vastaus: Onnea", "Odpowiedź automatyczna: x",
            "Automatyczna odpowiedź: x", "Automatická odpověď: x", "Automatikus válasz: x", "Răspuns automat: x",
            "Автоматический ответ: С днем рождения", "Автоответ: x", "Автоматична відповідь: x", "Αυτόματη απάντηση: x",
            "Otomatik Yanıt: Doğum günün", "رد تلقائي: x", "תשובה אוטומטית: x", "自动回复：生日快乐", "自动回复: 生日快乐", "自動回覆: x",
            "自動返信：お誕生日", "自動応答: x", "자동 회신: 생일", "부재중: x", "Trả lời tự động: x", "ตอบกลับอัตโนมัติ: x",
            "=?utf-8?B?6Ieq5Yqo5Zue5aSNOiDnlJ/ml6U=?="})
    void knowsAnAutomaticReplyByItsSubjectInManyLanguages(String subject) throws Exception {
        assertThat(isAutomatic("From: anna@example.org\nSubject: " + subject)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Re: Automatic reply: Happy birthday", "Your automatic reply machine is broken",
            "Automatic reply machine is broken, refund please", "Out of office chairs again?", "RE: Out of office",
            "AW: Automatische Antwort: Ihre Nachricht", "Urlaub: Frage zu meiner Bestellung", "I want no automatic reply",
            "Absence of a part in my parcel", "自动回复的邮件看不懂", "回复: 自动回复: 生日快乐", "Vacation: where are my tickets?", ""})
    void aPersonMayWriteAboutAutomaticReplies(String subject) throws Exception {
        assertThat(isAutomatic("From: anna@example.org\nSubject: " + subject)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"X-Auto-Response-Suppress: All", "List-Id: <friends.example>", "List-Unsubscribe: <mailto:x@y.example>",
                    "Precedence: bulk", "Precedence: list", "Auto-Submitted: no", "X-Autoreply: no", "Feedback-ID: 1:2:3",
                    "Return-Path: <anna@example.org>"})
    void aPersonMayCarryWhatOnlyAsksOthersNotToAnswer(String header) throws Exception {
        assertThat(isAutomatic("From: anna@example.org\nSubject: My pot is broken\n" + header)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Auto-Submitted: auto-replied", "Auto-Submitted: auto-generated (vacation)", "X-Autoreply: yes",
            "X-Autorespond: x", "Precedence: auto_reply", "Preference: auto_reply", "Delivered-To: Autoresponder",
            "X-POST-MessageClass: 9; Autoresponder", "Return-Path: <>", "X-Auto-Reply-From: anna@example.org",
            "Content-Type: multipart/report; report-type=disposition-notification; boundary=b"})
    void knowsAMachineByItsHeaders(String header) throws Exception {
        assertThat(isAutomatic("From: anna@example.org\nSubject: Thank you\n" + header)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|',
            value = {"Your request | Your request (1001) has been received and is being reviewed by our staff.",
                    "Ihre Anfrage | Vielen Dank. Dies ist eine automatisch generierte E-Mail, bitte antworten Sie nicht darauf.",
                    "Votre demande | Nous la traiterons. Ceci est un message automatique, merci de ne pas y répondre.",
                    "您的来信 | 您好，您的来信我们已收到。此为系统邮件，请勿回复。", "Vase | Please do not reply to this e-mail.",
                    "Vase | ##- Please type your reply above this line -##", "Vase | *** This is an automated message ***",
                    "[Ticket#123] received: Vase | Thank you", "【系统邮件】来信 | 谢谢", "Your case 0012 has been created | Thank you",
                    "Vase | This is an automatically generated email.", "花瓶 | お問い合わせありがとうございます。 ※このメールは自動送信されています。",
                    "Ich bin bis 7.12. nicht im Büro | Danke", "Eingangsbestätigung Ihrer Anfrage [#4711] | Danke",
                    "Out of office Re: Vase | Thank you",
                    "I am out of the office until Monday | Thank you",
                    "Vase | To complete this verification, simply reply to this message",
                    "Read: The vase | Your message To: Anna Subject: The vase Sent: 28 November was read on 29 November",
                    "Gelesen: The vase | Ihre Nachricht Betreff: The vase wurde am 29. November gelesen.", "已读回执：花瓶 | 您的邮件已被阅读。"})
    void knowsAMachineByWhatItSaysOfItself(String subject, String text) throws Exception {
        assertThat(isAutomatic("From: anna@example.org\nSubject: " + subject + "\n\n" + text)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"Vase | Please do not reply to this e-mail address, I am rarely there. It is broken.",
            "Vase | I got an answer that said \"this is an automated message\". It is still broken.",
            "Coffee | This is an automatic coffee machine, and it is broken.", "Ticket #123 received no answer | It is broken.",
            "Read: this is a complaint | It is broken.", "We have received your parcel | It is broken.",
            "Auto: Ersatzteil | Es ist kaputt.", "Re: [Ticket#123] received: Vase | You closed it, and the vase is broken.",
            "Kaffeemaschine | Dies ist eine automatische Kaffeemaschine, sie ist kaputt."})
    void aPersonMaySpeakOfMachines(String subject, String text) throws Exception {
        assertThat(isAutomatic("From: anna@example.org\nSubject: " + subject + "\n\n" + text)).isFalse();
    }

    @Test
    void whatAQuotedMachineSaysIsNotTheSenders() throws Exception {
        assertThat(isAutomatic("From: anna@example.org\nSubject: Re: Vase\n\nIt is broken.\n\n"
                + "##- Please type your reply above this line -##\n\nYour request (17) has been received and waits.")).isFalse();
        assertThat(isAutomatic("From: anna@example.org\nSubject: Re: Vase\n\nIt is broken.\n\nOn 3 May 2026 Shop "
                + "<service@shop.example> wrote:\n> This is an automated message.\n")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"From: no-reply@else.example", "From: Else <do_not_reply@else.example>",
            "From: noreply@else.example\nReply-To: no.reply@else.example"})
    void whoReadsNothingIsNobodysCustomer(String header) throws Exception {
        assertThat(read(header).identities()).isEmpty();
        assertThat(isAutomatic(header)).isTrue();
    }

    @Test
    void whoIsAnsweredElsewhereMayBeAPerson() throws Exception {
        String form = "From: Contact form <noreply@forms.example>\nReply-To: anna@example.org\nSubject: Vase";
        var trusting = MailLimits.of(Map.of("mail.trusts-reply-to", "true"));

        assertThat(isAutomatic(form)).isFalse();
        assertThat(door
                .events((form + "\n\nThis is an automated message of the form. It is broken.").getBytes(StandardCharsets.UTF_8),
                        trusting)
                .getFirst()).satisfies(event -> assertThat(((EventData.Message) event.data()).automatic()).isFalse());
    }

    @ParameterizedTest
    @ValueSource(strings = {"From: news@else.example\nList-Unsubscribe: <https://else.example/u>",
            "From: anna@else.example\nList-Unsubscribe: <https://else.example/u>\nList-Unsubscribe-Post: List-Unsubscribe=One-Click",
            "From: anna@else.example\nList-Unsubscribe: <mailto:u@else.example>\nFeedback-ID: 1:2:3"})
    void aNewsletterIsNoPersonsMailUnlessItAnswersUs(String header) throws Exception {
        assertThat(isAutomatic(header)).isTrue();
        assertThat(isAutomatic(header + "\nIn-Reply-To: <a1@shop.example>")).isFalse();
        assertThat(isAutomatic(header + "\nList-Post: <mailto:list@else.example>")).isFalse();
    }

    @Test
    void theAnswerOfACalendarIsAutomaticUnlessItsOwnerAddsSomething() throws Exception {
        String answer = """
                From: anna@example.org
                Subject: Accepted: Visit
                Content-Type: multipart/alternative; boundary=b

                --b
                Content-Type: text/plain

                %s
                --b
                Content-Type: text/calendar; method=REPLY

                BEGIN:VCALENDAR
                END:VCALENDAR
                --b--
                """;

        assertThat(isAutomatic(answer.formatted(""))).isTrue();
        assertThat(isAutomatic(answer.formatted("The vase is broken"))).isFalse();
        assertThat(isAutomatic(answer.formatted("").replace("REPLY", "REQUEST"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"", "(", "<", "a@b,", "a:", "a b ", "<a@b", "\\", "[", "=?utf-8?q?a?= ", "@", ";", "(\"<"})
    @Timeout(5)
    void readsASenderWithoutEndAtOnce(String piece) {
        String header = "From: " + piece.repeat(300_000 / piece.length());

        assertThatThrownBy(() -> {
            read(header + "\nSubject: " + piece.repeat(100_000 / piece.length()));
            throw new Malformed("taken");
        }).isInstanceOf(Malformed.class);
    }

    private boolean isAutomatic(String header) throws Malformed {
        return ((EventData.Message) read(header).data()).automatic();
    }

    private String senderOf(String header) throws Malformed {
        return read(header).identities().getFirst().value();
    }

    /** @param header and text, if there is an empty line */
    private CustomerEvent read(String header) throws Malformed {
        return door.events((header + (header.contains("\n\n") ? "" : "\n\nwho am I\n")).getBytes(StandardCharsets.UTF_8),
                MailLimits.STANDARD).getFirst();
    }
}
