package io.rapport.action;

import static io.rapport.action.Dispatches.birthdayGreeting;
import static io.rapport.action.Dispatches.to;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.mail.javamail.JavaMailSenderImpl;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;

import io.rapport.action.OutboxMessage.Status;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;

/** What reaches a mail server, and what each of its answers means for the message. */
@SpringBootTest(classes = ActionRoom.class, webEnvironment = WebEnvironment.NONE, properties = {
        "spring.datasource.url=jdbc:h2:mem:smtp", "spring.mail.host=127.0.0.1", "rapport.action.attempts=3",
        "rapport.action.mail.sender=Rapport <service@shop.example>", "rapport.action.mail.timeout=2s"})
class SmtpDeliveryTests {

    @Autowired
    private ActionRoom.Bench bench;
    @Autowired
    private Outbox outbox;
    @Autowired
    private MovableClock clock;
    @Autowired
    private JavaMailSenderImpl mailServer;
    private AutoCloseable server = () -> {};

    @BeforeEach
    void clear() {
        bench.clear();
        clock.advance(Duration.ofMinutes(1)); // past the rest after a closed door
    }

    @AfterEach
    void stopServer() throws Exception {
        server.close();
    }

    @Test
    void sendsAMailThatSaysWhatItIs() throws Exception {
        GreenMail mail = greenMail();
        bench.fill(birthdayGreeting("a1"));

        bench.work();

        MimeMessage received = mail.getReceivedMessages()[0];
        assertThat(bench.statusOf("a1")).isEqualTo(Status.SENT);
        assertThat(received.getAllRecipients()).extracting(Address::toString).containsExactly("anna@example.org");
        assertThat(received.getFrom()).extracting(Address::toString).containsExactly("Rapport <service@shop.example>");
        assertThat(received.getSubject()).isEqualTo("Alles Gute, Anna 生日快乐");
        assertThat(received.getContent().toString()).contains("生日快乐");
        assertThat(received.getContentType()).containsIgnoringCase("utf-8");
        assertThat(received.getMessageID()).isEqualTo("<a1@shop.example>");
        assertThat(received.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(received.getHeader("List-Unsubscribe"))
                .containsExactly("<mailto:service@shop.example?subject=unsubscribe>");
        assertThat(received.getSentDate()).isEqualTo(clock.instant().toString());
        assertThat(bench.told()).containsExactly("a1/delivered");
    }

    @Test
    void offersNoUnsubscribeFromService() throws Exception {
        GreenMail mail = greenMail();
        bench.fill(to("a1", "anna@example.org", "Your complaint"));

        bench.work();

        assertThat(mail.getReceivedMessages()[0].getHeader("List-Unsubscribe")).isNull();
    }

    @Test
    void letsNoSubjectBecomeAHeader() throws Exception {
        GreenMail mail = greenMail();
        bench.fill(to("a1", "anna@example.org", "Hello\r\nBcc: all@example.org\r\n\r\nspam"));

        bench.work();

        MimeMessage received = mail.getReceivedMessages()[0];
        assertThat(received.getSubject()).isEqualTo("Hello Bcc: all@example.org spam");
        assertThat(received.getHeader("Bcc")).isNull();
        assertThat(received.getContent().toString().strip()).isEqualTo("text");
    }

    @Test
    void refusesAddressesThatAreMoreThanOnePlainAddress() {
        greenMail();
        bench.fill(to("two", "a@example.org, b@example.org", "s"), to("break", "a@example.org\r\nRCPT TO:<b@example.org>", "s"),
                to("none", "nobody", "s"), to("named", "Anna <a@example.org>", "s"));

        bench.work();

        assertThat(outbox.list(Status.FAILED, 0, 10)).hasSize(4);
    }

    @Test
    void callsItUncertainWhenTheServerHangsUpAfterTheText() throws IOException {
        ScriptedSmtpServer server = scripted();
        server.answerToText = ScriptedSmtpServer.HANG_UP;
        bench.fill(birthdayGreeting("a1"));

        bench.work();
        clock.advance(Duration.ofDays(1));
        bench.work();

        assertThat(bench.statusOf("a1")).isEqualTo(Status.UNCERTAIN);
        assertThat(server.received).hasSize(1);
        assertThat(bench.told()).containsExactly("a1/uncertain");
        assertThat(outbox.counts()).containsEntry(Status.UNCERTAIN, 1L);
    }

    @Test
    void goesOnWithTheNextMessageOverANewConnection() throws IOException {
        ScriptedSmtpServer server = scripted();
        server.answerToRecipient = "550 no such user";
        bench.fill(birthdayGreeting("a1"), birthdayGreeting("a2"));

        bench.work();

        assertThat(bench.statusOf("a1")).isEqualTo(Status.FAILED);
        assertThat(bench.statusOf("a2")).isEqualTo(Status.FAILED);
        assertThat(bench.told()).containsExactly("a1/failed", "a2/failed");
    }

    @Test
    void triesAgainLaterAfterATemporaryRefusal() throws IOException {
        ScriptedSmtpServer server = scripted();
        server.answerToText = "451 come back later";
        bench.fill(birthdayGreeting("a1"));

        bench.work();
        OutboxMessage waiting = outbox.list(Status.WAITING, 0, 1).getFirst();
        assertThat(waiting.reason()).contains("451");
        assertThat(waiting.dueAt()).isBetween(clock.instant().plusSeconds(30), clock.instant().plusSeconds(90));

        server.answerToText = "250 taken";
        clock.advance(Duration.ofSeconds(90));
        bench.work();
        assertThat(bench.statusOf("a1")).isEqualTo(Status.SENT);
        assertThat(bench.told()).containsExactly("a1/delivered");
    }

    @Test
    void triesAgainWhenTheServerHangsUpBeforeTheText() throws IOException {
        ScriptedSmtpServer server = scripted();
        server.answerToData = ScriptedSmtpServer.HANG_UP;
        bench.fill(birthdayGreeting("a1"));

        bench.work();

        assertThat(bench.statusOf("a1")).isEqualTo(Status.WAITING);
        assertThat(server.received).isEmpty();
    }

    @Test
    void givesUpWhenItWasTriedOftenEnough() throws IOException {
        ScriptedSmtpServer server = scripted();
        server.answerToRecipient = "450 mailbox busy";
        bench.fill(birthdayGreeting("a1"));

        for (int i = 0; i < 3; i++) {
            bench.work();
            clock.advance(Duration.ofHours(3));
        }

        assertThat(bench.statusOf("a1")).isEqualTo(Status.FAILED);
        assertThat(outbox.list(Status.FAILED, 0, 1).getFirst().reason()).startsWith("Given up after 3 attempts");
    }

    @Test
    void spendsNoAttemptWhileNoServerAnswers() throws IOException {
        mailServer.setPort(portOfNobody());
        bench.fill(birthdayGreeting("a1"));

        bench.work();
        assertThat(outbox.list(Status.WAITING, 0, 1).getFirst().attempts()).isZero();

        greenMail();
        bench.work();
        assertThat(bench.statusOf("a1")).as("while the door rests").isEqualTo(Status.WAITING);
        clock.advance(Duration.ofMinutes(1));
        bench.work();
        assertThat(bench.statusOf("a1")).isEqualTo(Status.SENT);
    }

    private GreenMail greenMail() {
        GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        mailServer.setPort(mail.getSmtp().getPort());
        server = mail::stop;
        return mail;
    }

    private ScriptedSmtpServer scripted() {
        ScriptedSmtpServer scripted = new ScriptedSmtpServer();
        mailServer.setPort(scripted.port());
        server = scripted;
        return scripted;
    }

    private static int portOfNobody() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
