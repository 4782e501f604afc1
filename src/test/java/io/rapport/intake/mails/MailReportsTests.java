package io.rapport.intake.mails;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;

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
import org.junit.jupiter.params.provider.CsvSource;

class MailReportsTests {

    private final MailDoor door = new MailDoor(new QueueInMemory(), new Identities("GB"),
            "Rapport <rapport@localhost>", Clock.fixed(IntakeTestHouse.NOW, ZoneOffset.UTC));

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
