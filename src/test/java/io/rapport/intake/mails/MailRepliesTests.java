package io.rapport.intake.mails;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.Stream;

import io.rapport.facts.EventData;
import io.rapport.intake.Identities;
import io.rapport.intake.IntakeTestHouse;
import io.rapport.intake.Malformed;
import io.rapport.intake.QueueInMemory;
import io.rapport.intake.QueueUnavailable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What of a reply are the customer's own words. */
class MailRepliesTests {

    private static final String OURS = "To unsubscribe from offers click here.";

    private static final String SENT = """
            We have not seen you for a while
            Dear Anna,

            we have not seen you for 90 days, and we miss you. If something was not right, tell us: an answer to this mail reaches a person.

            You get this mail because you agreed to hear from us. Answer with "unsubscribe" and you hear no more.
            如果您不想再收到我们的邮件，请回复“退订”，之后就不会再收到。

            With kind regards
            """;

    private final MailDoor door = new MailDoor(new QueueInMemory(), new Identities("GB"), "Shop <service@shop.example>",
            id -> id.equals("a1@shop.example") ? Optional.of(SENT) : Optional.empty(),
            Clock.fixed(IntakeTestHouse.NOW, ZoneOffset.UTC));

    static Stream<Arguments> htmlReplies() {
        String theirs = "<div>" + OURS + "</div>";
        return Stream.of(
                Arguments.of("Gmail", "<div dir=ltr>Mine</div><br><div class=\"gmail_quote gmail_quote_container\"><div dir=ltr "
                        + "class=gmail_attr>一些文字 &lt;service@shop.example&gt;<br></div><blockquote class=gmail_quote>" + theirs
                        + "</blockquote></div>"),
                Arguments.of("Apple Mail",
                        "<div>Mine</div><div><br><blockquote type=cite><div>Den 28 nov skrev Shop:</div>" + theirs
                                + "</blockquote></div>"),
                Arguments.of("Thunderbird",
                        "<p>Mine</p><div class=moz-cite-prefix>Shop kirjoitti<br></div><blockquote type=cite cite='mid:x'>"
                                + theirs + "</blockquote>"),
                Arguments.of("Outlook web",
                        "<div>Mine</div><div id=appendonsend></div><hr style='display:inline-block;width:98%' tabindex=-1>"
                                + "<div id=divRplyFwdMsg dir=ltr><b>Λ:</b> Shop<br></div>" + theirs),
                Arguments.of("Outlook web, wrapped",
                        "<div><div>Mine</div><div><hr><div id=divRplyFwdMsg>X</div></div></div><div>" + theirs
                                + "</div>"),
                Arguments.of("Outlook for Mac", "<div>Mine</div><span id=OLK_SRC_BODY_SECTION><div>X</div>" + theirs + "</span>"),
                Arguments.of("Outlook",
                        "<div class=WordSection1><p>Mine</p><div><div style='border:none;border-top:solid #E1E1E1 1.0pt;"
                                + "padding:3.0pt 0in 0in 0in'><p><b>X:</b> Shop</p></div></div><p>" + OURS + "</p></div>"),
                Arguments.of("Outlook mobile",
                        "<div>Mine</div><div id=mail-editor-reference-message-container><div>X</div>" + theirs
                                + "</div>"),
                Arguments.of("Yahoo",
                        "<div>Mine</div><div id=yahoo_quoted_1 class=yahoo_quoted><div>X</div>" + theirs + "</div>"),
                Arguments.of("Proton",
                        "<div>Mine</div><div class=protonmail_quote>X<blockquote>" + theirs + "</blockquote></div>"),
                Arguments.of("Zoho", "<div>Mine</div><div class=zmail_extra>X<blockquote>" + theirs + "</blockquote></div>"),
                Arguments.of("QQ", "<div>Mine</div><includetail><div>X</div>" + theirs + "</includetail>"),
                Arguments.of("NetEase", "<div>Mine</div><blockquote id=isReplyContent>" + theirs + "</blockquote>"),
                Arguments.of("Hotmail", "<div>Mine<hr id=stopSpelling>X<br>" + theirs + "</div>"),
                Arguments.of("Windows Mail", "<div>Mine</div><div style='padding-top: 5px; border-top-color: rgb(229, 229, 229); "
                        + "border-top-width: 1px; border-top-style: solid;'>X</div>" + theirs),
                Arguments.of("mail.ru",
                        "<p>Mine</p><br>Thu, 26 Jun 2014 14:00:51 +0400 от Shop &lt;service@shop.example&gt;:<br><blockquote "
                                + "style='border-left:1px solid #0857A6'>" + theirs + "</blockquote>"),
                Arguments.of("Yandex",
                        "<p>Mine<br />26.06.2014, 14:41, \"Shop\" &lt;<a href=x>service@shop.example</a>&gt;:</p><blockquote>"
                                + theirs + "</blockquote>"),
                Arguments.of("Naver", "<p>Mine</p><p>-----Original Message-----<br><b>From:</b> Shop<br></p>" + theirs),
                Arguments.of("below", "<div class=gmail_quote>" + theirs + "</div><div>Mine</div>"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("htmlReplies")
    void cutsTheEarlierMailThatAMailProgramMarks(String program, String html) throws Exception {
        assertThat(read("Content-Type: text/html; charset=utf-8", html)).as(program).isEqualTo("Mine");
        assertThat(read("Content-Type: multipart/alternative; boundary=b",
                "--b\nContent-Type: text/plain; charset=utf-8\n\nMine\n\n"
                        + "in no known way:\n" + OURS + "\n--b\nContent-Type: text/html; charset=utf-8\n\n" + html + "\n--b--"))
                .as(program + " beside plain text").doesNotContain(OURS);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("htmlReplies")
    void saysNothingWhenOnlyOurMailIsSentBack(String program, String html) throws Exception {
        assertThat(read("Content-Type: text/html; charset=utf-8", html.replace("Mine", ""))).as(program).doesNotContain(OURS);
    }

    static Stream<Path> repliesOfPrograms() throws IOException {
        return Files.list(Path.of("src/test/resources/mails-of-programs")).filter(file -> !file.toString().endsWith(".md"))
                .sorted();
    }

    @ParameterizedTest
    @MethodSource("repliesOfPrograms")
    void readsTheRepliesOfMailProgramsAsTheirCollectorExpects(Path file) throws Exception {
        String content = Files.readString(file);
        boolean html = file.toString().endsWith(".html");

        String text = html
                ? read("Content-Type: text/html; charset=utf-8", content)
                : ((EventData.Message) door.events(Files.readAllBytes(file), MailLimits.STANDARD).getFirst().data()).text();

        assertThat(text.replaceAll("\\s+", " ")).isEqualTo(html ? "Hi. I am fine. Thanks, Alex" : "Hello");
    }

    @Test
    void whatOurMailSaidIsNotTheCustomersThoughNothingMarksIt() throws Exception {
        String repeated = """
                Thank you, I am fine.

                Dear Anna,
                we have not seen you for 90 days, and we miss
                you. If something was not right, tell us: an
                answer to this mail reaches a person.
                * You get this mail because you agreed to hear from us.
                | Answer with "unsubscribe" and you hear no more.
                如果您不想再收到我们的邮件，请回复“退订”，之后就不会再收到。
                """;

        assertThat(read("In-Reply-To: <a1@shop.example>", repeated)).startsWith("Thank you, I am fine.")
                .doesNotContain("unsubscribe", "退订", "not right");
        assertThat(read("References: <x@y.example> <a1@shop.example>", "unsubscribe")).isEqualTo("unsubscribe");
        assertThat(read("In-Reply-To: <another@shop.example>", repeated)).contains("unsubscribe");
    }

    @Test
    void aMailIsReadAgainWhenWhatWeSentCannotBeLookedUp() {
        var without = new MailDoor(new QueueInMemory(), new Identities("GB"), "service@shop.example", _ -> {
            throw new IllegalStateException("no database");
        }, Clock.fixed(IntakeTestHouse.NOW, ZoneOffset.UTC));
        byte[] raw = "From: a@example.org\nIn-Reply-To: <a1@shop.example>\n\nhello".getBytes(StandardCharsets.US_ASCII);

        assertThatThrownBy(() -> without.events(raw, MailLimits.STANDARD)).isInstanceOf(QueueUnavailable.class);
    }

    @Test
    void aForwardedMailOfSomebodyElseIsTheMessage() throws Exception {
        String forwarded = "---------- Forwarded message ---------\nFrom: Carrier <help@carrier.example>\nDate: Friday\nSubject: Parcel\n"
                + "To: <anna@example.org>\n\nYour parcel is lost.";

        assertThat(readAs("Fwd: Parcel", "", forwarded)).contains("Your parcel is lost.");
        assertThat(readAs("Fwd: Offers", "", forwarded.replace("help@carrier.example", "service@shop.example"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Please view this e-mail in an HTML capable reader.", "Ihr Programm zeigt kein HTML.",
            "请使用支持HTML的邮件客户端查看。",
            "This message has no text.", ""})
    void readsTheHtmlWhereThePlainTextOnlyHoldsItsPlace(String placeholder) throws Exception {
        assertThat(read("Content-Type: multipart/alternative; boundary=b", "--b\nContent-Type: text/plain; charset=utf-8\n\n"
                + placeholder
                + "\n--b\nContent-Type: text/html; charset=utf-8\n\n<p>My pot arrived broken, I want a refund.</p>\n--b--"))
                .isEqualTo("My pot arrived broken, I want a refund.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<", "<div>", "<blockquote>", "<table><tr><td>", "&lt;", "<div id=divRplyFwdMsg>",
            "<div class=gmail_quote>",
            "<p>On 1 2 3 a@b.example wrote", " ", "a ", "<br>", "<div><hr id=stopSpelling></div>", "<!--", "<a href='"})
    @Timeout(10)
    void readsHtmlOfHalfAMegabyteThatNearlyMatches(String piece) throws Exception {
        assertThat(read("Content-Type: text/html", piece.repeat(500_000 / piece.length()))).doesNotContain("never");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=?utf-8?q?a?= ", "=?utf-8?b?YQ==?=", "=?utf-8?q?", "=?=?=?", "=?x*y?q?", "?= =?", "=?utf-8?b?A?= \t",
            "a ", "[", "Re: ", "自动"})
    @Timeout(5)
    void readsASubjectOfTwentyThousandWords(String piece) throws Exception {
        String folded = (piece + "\n ").repeat(20_000);

        assertThat(readAs(folded, "", "text")).isEqualTo("text");
        assertThat(readAs(piece.repeat(20_000), "", "text")).isEqualTo("text");
    }

    @Test
    void aMailThatTakesTooLongIsRefusedAndHoldsNobodyUp() {
        var limits = new MailLimits(25_000_000, 100_000, 20, 500, true, false, Duration.ZERO);
        byte[] raw = ("From: a@example.org\n\n" + "x ".repeat(3_000_000)).getBytes(StandardCharsets.US_ASCII);

        assertThatThrownBy(() -> door.events(raw, limits)).isInstanceOf(Malformed.class).hasMessageContaining("seconds");
    }

    private String read(String header, String body) throws Malformed {
        return readAs("Re: Your order", header, body);
    }

    private String readAs(String subject, String header, String body) throws Malformed {
        byte[] raw = ("From: anna@example.org\nTo: service@shop.example\nSubject: " + subject + "\n" + header
                + (header.isEmpty() ? "" : "\n") + "\n" + body).getBytes(StandardCharsets.UTF_8);
        return ((EventData.Message) door.events(raw, MailLimits.STANDARD).getFirst().data()).text();
    }
}
