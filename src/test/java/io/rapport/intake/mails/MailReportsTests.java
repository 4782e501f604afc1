package io.rapport.intake.mails;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.rapport.facts.CustomerEvent;
import io.rapport.facts.EventData.DeliveryReport;
import io.rapport.facts.EventData.DeliveryReport.Outcome;
import io.rapport.facts.EventTypes;
import io.rapport.facts.Identity;
import io.rapport.intake.Identities;
import io.rapport.intake.IntakeTestHouse;
import io.rapport.intake.Malformed;
import io.rapport.intake.QueueInMemory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class MailReportsTests {

    private final MailDoor door = new MailDoor(new QueueInMemory(), new Identities("GB"),
            "Rapport <rapport@localhost>", _ -> Optional.empty(),
            Clock.fixed(IntakeTestHouse.NOW, ZoneOffset.UTC));

    @Test
    void eachRecipientOfADeliveryReportHasHisOwnBounce() throws Exception {
        List<CustomerEvent> events = read(delivery("""
                Final-Recipient: rfc822; A@dead.example
                Action: failed
                Status: 5.1.1
                Diagnostic-Code: smtp; 550 no such
                 user

                Final-Recipient: rfc822; b@dead.example
                Action: failed
                Status: 4.4.7
                """));

        assertThat(events).extracting(CustomerEvent::type).containsOnly(EventTypes.EMAIL_BOUNCED);
        assertThat(events).extracting(CustomerEvent::id).doesNotHaveDuplicates();
        assertThat(events).flatExtracting(CustomerEvent::identities).extracting(Identity::key)
                .containsExactly("email:a@dead.example", "email:b@dead.example");
        assertThat(events).extracting(CustomerEvent::data).containsExactly(
                new DeliveryReport("a@dead.example", Outcome.HARD_BOUNCE, "5.1.1", "550 no such user", "a1@shop.example"),
                new DeliveryReport("b@dead.example", Outcome.SOFT_BOUNCE, "4.4.7", "", "a1@shop.example"));
    }

    @ParameterizedTest
    @CsvSource({"failed, 5.1.1, email.bounced, HARD_BOUNCE", "failed, 4.2.2, email.bounced, SOFT_BOUNCE",
            "failed, 5.2.2, email.bounced, SOFT_BOUNCE", "delayed, 4.4.1, email.delayed, DELAYED",
            "delivered, 2.1.5, email.delivered, DELIVERED", "relayed, 2.0.0, email.delivered, DELIVERED",
            "expanded, 2.0.0, email.delivered, DELIVERED"})
    void tellsApartHowADeliveryEnded(String action, String status, String type, Outcome outcome) throws Exception {
        CustomerEvent event = read(delivery("Final-Recipient: rfc822;anna@example.org\nAction: " + action + "\nStatus: " + status
                + "\n")).getFirst();

        assertThat(event.type()).isEqualTo(type);
        assertThat(((DeliveryReport) event.data()).outcome()).isEqualTo(outcome);
        assertThat(event.identities()).extracting(Identity::value).containsExactly("anna@example.org");
    }

    @Test
    void takesTheAddressWeWroteToNotTheOneItWasForwardedTo() throws Exception {
        assertThat(read(delivery("""
                Original-Recipient: rfc822;anna@example.org
                Final-Recipient: rfc822;anna@elsewhere.example
                Action: failed
                Status: 5.1.1
                """)).getFirst().identities()).extracting(Identity::value).containsExactly("anna@example.org");
    }

    @Test
    void aSpamComplaintIsOfWhoComplained() throws Exception {
        CustomerEvent event = read(feedback("Feedback-Type: abuse\nOriginal-Rcpt-To: <anna@example.org>\n")).getFirst();

        assertThat(event.type()).isEqualTo(EventTypes.EMAIL_COMPLAINED);
        assertThat(event.identities()).extracting(Identity::value).containsExactly("anna@example.org");
        assertThat(event.data()).isEqualTo(
                new DeliveryReport("anna@example.org", Outcome.COMPLAINT, "", "abuse", "a1@shop.example"));
    }

    @Test
    void aSpamComplaintWithoutRecipientIsOfWhomTheReturnedMailWasFor() throws Exception {
        assertThat(read(feedback("Feedback-Type: abuse\n")).getFirst().identities()).extracting(Identity::value)
                .containsExactly("to@example.org");
    }

    static Stream<Arguments> bouncesInSentences() {
        return Stream.of(
                bounce("sendmail", "Mail Delivery Subsystem <MAILER-DAEMON@mx.example>",
                        "Returned mail: see transcript for details",
                        """
                                The original message was received at Sat, 28 Nov 2026 09:00:00 GMT

                                   ----- The following addresses had permanent fatal errors -----
                                <dead@gone.example>
                                    (reason: 550 5.1.1 <dead@gone.example>... User unknown)

                                   ----- Transcript of session follows -----
                                550 5.1.1 <dead@gone.example>... User unknown
                                """),
                bounce("postfix", "MAILER-DAEMON@mx.example (Mail Delivery System)", "Undelivered Mail Returned to Sender",
                        """
                                This is the mail system at host mx.example.

                                I'm sorry to have to inform you that your message could not
                                be delivered to one or more recipients. It's attached below.

                                For further assistance, please send mail to postmaster.

                                <dead@gone.example>: host mx.gone.example[192.0.2.1] said: 550 5.1.1
                                    <dead@gone.example>: Recipient address rejected: User unknown (in reply to RCPT TO command)
                                """),
                bounce("exim", "Mail Delivery System <Mailer-Daemon@host.example>",
                        "Mail delivery failed: returning message to sender", """
                                This message was created automatically by mail delivery software (Exim 4.92.3).

                                A message that you sent could not be delivered to one or more of its
                                recipients. This is a permanent error. The following address(es) failed:

                                  dead@gone.example
                                    SMTP error from remote mail server after RCPT TO:<dead@gone.example>:
                                    550 No such user

                                ------ This is a copy of the message, including all the headers. ------

                                From: Shop <service@shop.example>
                                To: other@copy.example
                                """),
                bounce("qmail", "MAILER-DAEMON@mx.example", "failure notice", """
                        Hi. This is the qmail-send program at mx.example.
                        I'm afraid I wasn't able to deliver your message to the following addresses.
                        This is a permanent error; I've given up. Sorry it didn't work out.

                        <dead@gone.example>:
                        Sorry, no mailbox here by that name. (#5.1.1)

                        --- Below this line is a copy of the message.

                        To: other@copy.example
                        """),
                bounce("Exchange 2003", "System Administrator <administrator@corp.example>", "Undeliverable: Happy birthday", """
                        Your message did not reach some or all of the intended recipients.

                              Subject: Happy birthday
                              Sent: 28/11/2026 09:00

                        The following recipient(s) could not be reached:

                              dead@gone.example on 28/11/2026 09:00
                                    The e-mail account does not exist at the organization this message was sent to.
                                    <mx.corp.example #5.1.1>
                        """),
                bounce("Exchange 2007", "Microsoft Exchange <postmaster@corp.example>", "Undeliverable: Happy birthday", """
                        Delivery has failed to these recipients or distribution lists:

                        dead@gone.example
                        The recipient's e-mail address was not found in the recipient's e-mail system. Microsoft Exchange will not try to redeliver.

                        Diagnostic information for administrators:

                        Generating server: mx.corp.example

                        dead@gone.example
                        #550 5.1.1 RESOLVER.ADR.RecipNotFound; not found ##

                        Original message headers:

                        Received: from other@copy.example
                        """),
                bounce("Exchange 2013", "\"Microsoft Outlook\" <MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@corp.example>",
                        "Undeliverable: Happy birthday", """
                                Delivery has failed to these recipients or groups:

                                Anna Dead (dead@gone.example)<mailto:dead@gone.example>
                                The email address you entered couldn't be found. Please check the recipient's email address.
                                """),
                bounce("Office 365", "postmaster@outlook.example", "Undeliverable: Happy birthday", """
                        [http://products.example/en-us/images/oos.png]
                        Your message to dead@gone.example couldn't be delivered.

                        dead wasn't found at gone.example.

                        service        Office 365        dead
                        Action Required                Recipient
                        Unknown To address
                        """), bounce("Yahoo", "MAILER-DAEMON@yahoo.example", "Failure Notice", """
                        Sorry, we were unable to deliver your message to the following address.

                        <dead@gone.example>:
                        550: 5.1.1 <dead@gone.example>: Recipient address rejected

                        --- Below this line is a copy of the message.
                        """),
                bounce("Gmail", "Mail Delivery Subsystem <mailer-daemon@googlemail.example>",
                        "Delivery Status Notification (Failure)",
                        """
                                Address not found

                                Your message wasn't delivered to dead@gone.example because the address couldn't be found, or is unable to receive mail.

                                The response from the remote server was:
                                550 5.1.1 The email account that you tried to reach does not exist.
                                """),
                bounce("older Gmail", "Mail Delivery Subsystem <mailer-daemon@googlemail.example>",
                        "Delivery Status Notification (Failure)", """
                                Delivery to the following recipient failed permanently:

                                     dead@gone.example

                                Technical details of permanent failure:
                                Google tried to deliver your message, but it was rejected by the recipient domain.

                                ----- Original message -----

                                To: other@copy.example
                                """),
                bounce("Domino", "Postmaster@corp.example",
                        "DELIVERY FAILURE: User dead (dead@gone.example) not listed in Domino Directory", """
                        Your message

                          Subject: Happy birthday

                        was not delivered to:

                          dead@gone.example

                        because:

                          User dead (dead@gone.example) not listed in Domino Directory
                        """),
                bounce("GroupWise", "<Mailer-Daemon@gw.example>", "Message status - undeliverable", """
                        The attached file had the following undeliverable recipient(s):

                        \tdead@gone.example
                        \t\t550 no such recipient
                        """),
                bounce("Amazon SES", "MAILER-DAEMON@eu-west-1.amazonses.example", "Delivery Status Notification (Failure)", """
                        An error occurred while trying to deliver the mail to the following recipients:
                        dead@gone.example
                        """), bounce("mail.ru", "mailer-daemon@corp.mailru.example", "Недоставленное сообщение", """
                        Это письмо создано автоматически сервером, отвечать на него не нужно.

                        К сожалению, Ваше письмо не может быть доставлено одному или нескольким получателям:

                        dead@gone.example
                        Пользователь не найден

                        **************************************************

                        This message was created automatically by mail delivery software.
                        """), bounce("QQ", "PostMaster@qq.example", "来自qq.com的退信", """
                        抱歉，您的邮件被退回来了……

                        无法发送到 dead@gone.example

                        退信原因：收件人邮件地址（dead@gone.example）不存在，邮件无法送达。
                        host mx.gone.example said: 550 User not found
                        """), bounce("NetEase", "Postmaster@163.example", "系统退信", """
                        抱歉，您的邮件被退回来了……
                        原邮件信息：
                        收件人：dead@gone.example
                        退信原因：
                        收件人不存在。(SMTP error, RCPT TO: 550 User not found: dead@gone.example)
                        """), bounce("IIS", "postmaster@corp.example", "Delivery Status Notification (Failure)", """
                        This is an automatically generated Delivery Status Notification.

                        Delivery to the following recipients failed.

                               dead@gone.example
                        """), bounce("Lotus", "Mail Router <postmaster@lotus.example>", "Returned mail: User unknown", """
                        Unable to deliver message to the following address(es):
                        To: dead@gone.example
                        Reason: 550 unknown user
                        """), bounce("German", "Mail Delivery System <mailer-daemon@kunden.example>", "Unzustellbar: Alles Gute", """
                        Diese Nachricht konnte nicht zugestellt werden:

                        dead@gone.example
                        Der Empfänger ist unbekannt.
                        """));
    }

    private static Arguments bounce(String server, String from, String subject, String text) {
        return Arguments.of(server, "Return-Path: <>\nFrom: " + from + "\nTo: service@shop.example\nSubject: " + subject
                + "\nContent-Type: text/plain; charset=utf-8\n\n" + text);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bouncesInSentences")
    void readsTheBouncesOfManyMailServersInSentences(String server, String mail) throws Exception {
        List<CustomerEvent> events = read(mail);

        assertThat(events).as(server).flatExtracting(CustomerEvent::identities).extracting(Identity::key)
                .containsExactly("email:dead@gone.example");
        assertThat(events.getFirst().type()).isEqualTo(EventTypes.EMAIL_BOUNCED);
        assertThat(((DeliveryReport) events.getFirst().data()).outcome()).as(server).isEqualTo(Outcome.HARD_BOUNCE);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bouncesInSentences")
    void needsNoReturnPathForThat(String server, String mail) throws Exception {
        assertThat(read(mail.replace("Return-Path: <>\n", ""))).as(server).extracting(CustomerEvent::type)
                .containsExactly(EventTypes.EMAIL_BOUNCED);
    }

    @ParameterizedTest
    @CsvSource({"'452 4.2.2 mailbox full'", "'552 5.2.2 over quota'", "'mailbox is full'", "'421 try again later'",
            "'550 5.7.1 blocked by policy'", "'550 message content rejected as spam'"})
    void aBounceThatMayPassIsSoft(String reason) throws Exception {
        CustomerEvent event = read(
                "From: MAILER-DAEMON@mx.example\nSubject: failure notice\n\n<full@house.example>:\n" + reason + "\n").getFirst();

        assertThat(((DeliveryReport) event.data()).outcome()).isEqualTo(Outcome.SOFT_BOUNCE);
    }

    @Test
    void aReportThatNamesNoAddressIsOfWhomTheCopyWentTo() throws Exception {
        assertThat(read("""
                From: Mailer-Daemon@gone.example
                To: service@shop.example
                Subject: Mail System Error - Returned Mail

                The message that you sent was undeliverable to the following:
                \tdead (user not found)

                Possibly truncated original message follows:

                From: Shop <service@shop.example>
                To: Anna <dead@gone.example>

                Write to other@gone.example.
                """)).extracting(event -> event.identities().getFirst().value()).containsExactly("dead@gone.example");
    }

    @Test
    void aReportMayBeEncoded() throws Exception {
        String fields = Base64.getMimeEncoder().encodeToString(
                "Reporting-MTA: dns; mx.example\n\nFinal-Recipient: rfc822; dead@gone.example\nAction: failed\nStatus: 5.1.1\n"
                        .getBytes(StandardCharsets.UTF_8));

        assertThat(read("""
                From: MAILER-DAEMON@mx.example
                Subject: Undelivered Mail Returned to Sender
                Content-Type: multipart/report; report-type=delivery-status; boundary=b

                --b
                Content-Type: message/global-delivery-status
                Content-Transfer-Encoding: base64

                %s
                --b--
                """.formatted(fields))).extracting(event -> event.identities().getFirst().value())
                .containsExactly("dead@gone.example");
    }

    @Test
    void severalDeadAddressesInSentencesAreEachBounced() throws Exception {
        assertThat(read("""
                From: MAILER-DAEMON@mx.example
                To: service@shop.example
                Subject: failure notice

                <a@dead.example>:
                no such user (#5.1.1)

                <b@full.example>:
                mailbox full
                """)).extracting(CustomerEvent::data).extracting(data -> ((DeliveryReport) data).recipient() + " "
                + ((DeliveryReport) data).outcome()).containsExactly("a@dead.example HARD_BOUNCE", "b@full.example SOFT_BOUNCE");
    }

    @Test
    void whatEximNamesInItsHeaderIsTheRecipient() throws Exception {
        assertThat(read("""
                From: Mail Delivery System <Mailer-Daemon@host.example>
                Subject: Mail delivery failed: returning message to sender
                X-Failed-Recipients: a@dead.example, b@dead.example

                could not be delivered, see the log
                """)).flatExtracting(CustomerEvent::identities).extracting(Identity::value)
                .containsExactly("a@dead.example", "b@dead.example");
    }

    @ParameterizedTest
    @CsvSource({"'Warning: could not send message for past 4 hours', 'Your message to slow@house.example: deferred'",
            "'Delayed Mail (still being retried)', '<slow@house.example>: timed out'",
            "'Delivery Status Notification (Delay)', 'Delivery to slow@house.example has been delayed'"})
    void aWarningInSentencesIsNoBounce(String subject, String text) throws Exception {
        CustomerEvent event = read("Return-Path: <>\nFrom: MAILER-DAEMON@mx.example\nSubject: " + subject + "\n\n" + text)
                .getFirst();

        assertThat(event.type()).isEqualTo(EventTypes.EMAIL_DELAYED);
        assertThat(event.identities()).extracting(Identity::value).containsExactly("slow@house.example");
    }

    @ParameterizedTest
    @CsvSource({"'Undeliverable: Happy birthday', 'Hi, I got this from your server: dead@gone.example could not be delivered'",
            "'Fwd: Delivery failed', 'Why did this mail to bob@example.org come back?'",
            "'My parcel', 'The parcel was not delivered to my house, write to bob@example.org'"})
    void aPersonMayWriteOfMailThatCameBack(String subject, String text) throws Exception {
        CustomerEvent event = read("From: Anna <anna@example.org>\nSubject: " + subject + "\n\n" + text).getFirst();

        assertThat(event.type()).isEqualTo(EventTypes.EMAIL_RECEIVED);
        assertThat(event.identities()).extracting(Identity::value).containsExactly("anna@example.org");
    }

    @Test
    void anAbsenceNoteThatNamesAColleagueBouncesNobody() throws Exception {
        assertThat(read("Return-Path: <>\nFrom: anna@example.org\nSubject: Re: Your order\n\n"
                + "I could not be reached until Monday. Recipient of urgent mails: bob@example.org"))
                .extracting(CustomerEvent::type)
                .containsExactly(EventTypes.EMAIL_RECEIVED);
    }

    @Test
    void aComplaintThroughTheOwnProgrammeOfAProviderIsKnownByItsHeader() throws Exception {
        CustomerEvent event = read("""
                From: staff@hotmail.example
                To: abuse@shop.example
                Subject: complaint about message from 192.0.2.1
                Content-Type: multipart/mixed; boundary="b"

                --b
                Content-Type: message/rfc822

                X-HmXmrOriginalRecipient: anna@example.org
                From: service@shop.example
                To: anna@example.org
                Message-ID: <a1@shop.example>

                offer
                --b--
                """).getFirst();

        assertThat(event.type()).isEqualTo(EventTypes.EMAIL_COMPLAINED);
        assertThat(event.identities()).extracting(Identity::value).containsExactly("anna@example.org");
    }

    @ParameterizedTest
    @CsvSource({"not-spam", "auth-failure"})
    void aFeedbackThatIsNoComplaintComplainsOfNothing(String type) throws Exception {
        assertThat(read(feedback("Feedback-Type: " + type + "\nOriginal-Rcpt-To: anna@example.org\n")))
                .allSatisfy(event -> assertThat(event.type()).isNotEqualTo(EventTypes.EMAIL_COMPLAINED))
                .allSatisfy(event -> assertThat(event.identities()).isEmpty());
    }

    @Test
    @Timeout(10)
    void refusesAForgedReportAtOnce() {
        String forged = "Final-Recipient: rfc822;x@y.example\nAction: failed\n".repeat(3)
                + "Original-Recipient:\n".repeat(300_000);

        assertThatThrownBy(() -> read(delivery(many(5_000)))).isInstanceOf(Malformed.class).hasMessageContaining("100");
        assertThatCode(() -> read(delivery(forged))).doesNotThrowAnyException();
    }

    private static String many(int recipients) {
        var fields = new StringBuilder();
        for (int i = 0; i < recipients; i++) {
            fields.append("Final-Recipient: rfc822;a").append(i).append("@dead.example\nAction: failed\n\n");
        }
        return fields.toString();
    }

    private List<CustomerEvent> read(String mail) throws Malformed {
        return door.events(mail.getBytes(StandardCharsets.UTF_8), MailLimits.STANDARD);
    }

    private static String delivery(String recipients) {
        return report("delivery-status", "Reporting-MTA: dns; mx.example\n\n" + recipients);
    }

    private static String feedback(String fields) {
        return report("feedback-report", fields);
    }

    private static String report(String type, String fields) {
        return """
                From: Mail Delivery System <MAILER-DAEMON@mx.example>
                To: service@shop.example
                Subject: Report
                Date: Sat, 21 Nov 2026 09:00:00 +0000
                Content-Type: multipart/report; report-type=%1$s; boundary="b"

                --b
                Content-Type: text/plain

                A report.

                --b
                Content-Type: message/%1$s

                %2$s
                --b
                Content-Type: message/rfc822

                From: Shop <service@shop.example>
                To: to@example.org
                Message-ID: <a1@shop.example>

                offer
                --b--
                """.formatted(type, fields);
    }
}
