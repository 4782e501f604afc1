package io.rapport.intake.mails;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

import io.rapport.facts.CustomerEvent;
import io.rapport.facts.EventData;
import io.rapport.facts.EventData.DeliveryReport;
import io.rapport.facts.EventData.DeliveryReport.Outcome;
import io.rapport.facts.EventTypes;
import io.rapport.facts.Identity;
import io.rapport.intake.EventJson;
import io.rapport.intake.Identities;
import io.rapport.intake.IntakeTestHouse;
import io.rapport.intake.Malformed;
import io.rapport.intake.QueueInMemory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MailReadingTests {

    private static final Path OWN = Path.of("src/test/resources/mails");

    private static final Path SAMPLES = Path.of("src/samples/mails");

    private final MailDoor door = new MailDoor(new QueueInMemory(), new Identities("GB"),
            "Rapport <rapport@localhost>", _ -> Optional.empty(),
            Clock.fixed(IntakeTestHouse.NOW, ZoneOffset.UTC));

    static Stream<Path> hostileMails() throws IOException {
        return Files.list(OWN).sorted();
    }

    @ParameterizedTest
    @MethodSource("hostileMails")
    @Timeout(20)
    void survivesAHostileMail(Path file) throws IOException {
        takenOrRefused(Files.readAllBytes(file));
    }

    static Stream<Arguments> hugeMails() {
        String from = "From: anna@example.org\r\n";
        var nested = new StringBuilder(from);
        for (int i = 0; i < 3_000; i++) {
            nested.append("Content-Type: multipart/mixed; boundary=\"b").append(i).append("\"\r\n\r\n--b").append(i)
                    .append("\r\n");
        }
        String part = "--b\r\nContent-Type: text/plain\r\n\r\np\r\n";
        return Stream.of(Arguments.of("parts 3,000 deep", nested + "Content-Type: text/plain\r\n\r\nat the bottom\r\n"),
                Arguments.of("mails inside mails", from + "Content-Type: message/rfc822\r\n\r\n".repeat(2_000) + "end"),
                Arguments.of("a header without end", from + "Subject: " + "x".repeat(300_000) + "\r\nTo: " + "a".repeat(200_000)),
                Arguments.of("20,000 senders", "From: " + "a@example.org, ".repeat(20_000) + "\r\n\r\nbody\r\n"),
                Arguments.of("a sender without end", "From: " + "a".repeat(300_000) + "\r\n\r\nbody\r\n"),
                Arguments.of("5,000 parts",
                        from + "Content-Type: multipart/mixed; boundary=b\r\n\r\n" + part.repeat(5_000) + "--b--\r\n"),
                Arguments.of("HTML 20,000 deep",
                        from + "Content-Type: text/html\r\n\r\n" + "<div>".repeat(20_000) + "bottom" + "</div>".repeat(20_000)),
                Arguments.of("lines without end", from + "\r\n" + "-".repeat(300_000) + "\r\n" + "> ".repeat(100_000) + "\r\nOn "
                        + "a ".repeat(100_000) + "wrote:\r\n"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hugeMails")
    @Timeout(20)
    void survivesAHugeMail(String what, String mail) {
        assertThat(takenOrRefused(mail.getBytes(StandardCharsets.US_ASCII))).as(what).isNotEmpty();
    }

    /** A folder with the test mails of several mail parsers, if the environment names one: RAPPORT_MAIL_FIXTURES. */
    @Test
    @Timeout(300)
    void survivesTheTestMailsOfOtherParsers() throws IOException {
        String folder = System.getProperty("rapport.mail-fixtures", System.getenv("RAPPORT_MAIL_FIXTURES"));
        assumeThat(folder).as("no folder of foreign test mails is named").isNotNull();
        assumeThat(Path.of(folder)).isDirectory();

        var counts = new TreeMap<String, Integer>();
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                counts.merge(takenOrRefused(Files.readAllBytes(file)), 1, Integer::sum);
            }
        }
        System.out.println("Foreign test mails: " + counts);
        assertThat(counts).containsKeys(EventTypes.EMAIL_RECEIVED, EventTypes.EMAIL_BOUNCED);
    }

    @Test
    void readsTheComplaint() throws Exception {
        CustomerEvent event = sample("01-complaint.eml");

        assertThat(event.type()).isEqualTo(EventTypes.EMAIL_RECEIVED);
        assertThat(event.identities()).extracting(Identity::key).containsExactly("email:anna.smith@example.org");
        assertThat(event.time()).isEqualTo(Instant.parse("2026-11-21T09:12:40Z"));
        assertThat(message(event).subject()).isEqualTo("Glass jars arrived broken");
        assertThat(message(event).text()).startsWith("Hello,").contains("money back");
        assertThat(message(event).thread()).isEqualTo("complaint.20261121@mail.example");
        assertThat(message(event).automatic()).isFalse();
    }

    @Test
    void readsHtmlAndAlternativesOnce() throws Exception {
        assertThat(message(sample("02-praise.eml")).text())
                .isEqualTo(
                        "Hi,\n\nthe retro lunch bags are wonderful, and they came a day early. Thank you – I will recommend you.\n\nTom");
        assertThat(message(sample("03-question.eml")).text()).containsOnlyOnce("Forlì").doesNotContain("<");
    }

    @Test
    void knowsMachines() throws Exception {
        assertThat(message(sample("04-auto-reply.eml")).automatic()).isTrue();
        assertThat(sample("04-auto-reply.eml").type()).isEqualTo(EventTypes.EMAIL_RECEIVED);

        CustomerEvent bounce = sample("05-bounce.eml");
        assertThat(bounce.type()).isEqualTo(EventTypes.EMAIL_BOUNCED);
        assertThat(bounce.identities()).extracting(Identity::key).containsExactly("email:old.address@example.net");
        assertThat(bounce.data()).isEqualTo(new DeliveryReport("old.address@example.net", Outcome.HARD_BOUNCE, "5.1.1",
                "550 5.1.1 user unknown", "order-news.18@shop.example"));
    }

    @Test
    void readsChineseAndJapanese() throws Exception {
        assertThat(message(sample("06-complaint-gb18030.eml")).subject()).isEqualTo("投诉：收到的茶杯坏了");
        assertThat(message(sample("06-complaint-gb18030.eml")).text()).contains("很不满意").contains("㐂");
        assertThat(message(sample("07-question-iso-2022-jp.eml")).text()).contains("送料も教えてください");
        assertThat(message(own("gb18030-undeclared.eml")).text()).isEqualTo("茶杯坏了，请退款。");
        assertThat(message(own("gb18030-undeclared.eml")).subject()).isEqualTo("投诉产品质量");
    }

    @Test
    void keepsOnlyTheNewWordsOfAReplyAndItsThread() throws Exception {
        EventData.Message reply = message(sample("08-reply-with-quote.eml"));

        assertThat(reply.text()).isEqualTo("The six jars came in green. Which address shall I send them to?\n\nAnna");
        assertThat(reply.thread()).isEqualTo(message(sample("01-complaint.eml")).thread());
    }

    @Test
    void countsAttachments() throws Exception {
        assertThat(message(sample("09-attachment.eml")).attachments()).isEqualTo(1);
        assertThat(message(sample("09-attachment.eml")).text()).isEqualTo("照片见附件。");
    }

    @Test
    void takesTheAddressNotTheNameForTheSender() throws Exception {
        assertThat(own("address-by-trick.eml").identities()).extracting(Identity::value).containsExactly("real@example.org");
    }

    @Test
    void givesTheSameMailTheSameIdAndAnotherTextAnotherId() throws Exception {
        byte[] raw = Files.readAllBytes(SAMPLES.resolve("01-complaint.eml"));
        byte[] relayed = join("Received: from mx by mx2; Sat, 21 Nov 2026 10:00:00 +0000\r\n", raw);
        byte[] forged = new String(raw, StandardCharsets.UTF_8).replace("four", "five").getBytes(StandardCharsets.UTF_8);

        assertThat(event(relayed).id()).isEqualTo(event(raw).id());
        assertThat(event(forged).id()).isNotEqualTo(event(raw).id());
    }

    @Test
    void copiesNoOtherHeaderIntoTheEvent() throws Exception {
        String json = new String(new EventJson().write(own("camel-headers.eml")), StandardCharsets.UTF_8);

        assertThat(json).doesNotContain("passwd").doesNotContain("Camel").doesNotContain("rapportForm");
    }

    @Test
    void refusesAMailWithoutSenderAndOneThatIsTooLarge() throws IOException {
        assertThatThrownBy(() -> own("no-from.eml")).isInstanceOf(Malformed.class).hasMessageContaining("address of its sender");
        assertThatThrownBy(() -> door.events(new byte[1001], new MailLimits(1000, 10, 2, 2, true, false, Duration.ofSeconds(9))))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining("1000 bytes");
    }

    @Test
    void believesNoDateThatIsYetToCome() throws Exception {
        byte[] raw = "From: a@example.org\r\nDate: Sat, 21 Nov 2099 09:12:40 +0000\r\n\r\nhello"
                .getBytes(StandardCharsets.US_ASCII);

        assertThat(event(raw).time()).isEqualTo(IntakeTestHouse.NOW);
        assertThat(Duration.between(event(raw).time(), IntakeTestHouse.NOW)).isZero();
    }

    private String takenOrRefused(byte[] raw) {
        try {
            CustomerEvent event = event(raw);
            assertThat(new EventJson().read(new EventJson().write(event))).isEqualTo(event);
            assertThat(event.data().toString()).doesNotContain("\u0000");
            return event.type();
        } catch (Malformed refused) {
            return refused.reason().replaceAll("\\[.*|\\n.*", "");
        }
    }

    private CustomerEvent event(byte[] raw) throws Malformed {
        return door.events(raw, MailLimits.STANDARD).getFirst();
    }

    private CustomerEvent sample(String name) throws Exception {
        return event(Files.readAllBytes(SAMPLES.resolve(name)));
    }

    private CustomerEvent own(String name) throws Exception {
        return event(Files.readAllBytes(OWN.resolve(name)));
    }

    private static EventData.Message message(CustomerEvent event) {
        return (EventData.Message) event.data();
    }

    private static byte[] join(String header, byte[] rest) {
        byte[] first = header.getBytes(StandardCharsets.US_ASCII);
        byte[] both = java.util.Arrays.copyOf(first, first.length + rest.length);
        System.arraycopy(rest, 0, both, first.length, rest.length);
        return both;
    }
}
