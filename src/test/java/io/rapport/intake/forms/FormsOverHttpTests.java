package io.rapport.intake.forms;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;

import io.rapport.customer.CustomerFile;
import io.rapport.customer.CustomerSearch;
import io.rapport.facts.Identity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Forms byte for byte as browsers and scripts send them, to the whole engine over a socket. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ExtendWith(OutputCaptureExtension.class)
class FormsOverHttpTests {

    private static final String ENCODED = "application/x-www-form-urlencoded";

    @TempDir
    static Path directory;

    private static int people;

    @LocalServerPort
    private int port;

    @Autowired
    private CustomerSearch search;

    @Autowired
    private CustomerFile file;

    @DynamicPropertySource
    static void useAFreshDirectory(DynamicPropertyRegistry registry) {
        registry.add("rapport.data-directory", directory::toString);
        registry.add("rapport.intake.inbox", () -> directory.resolve("inbox").toString());
        registry.add("rapport.intake.forms-per-minute", () -> 1000);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            application/x-www-form-urlencoded                       | UTF-8        | name=René        | René
            application/x-www-form-urlencoded                       | UTF-8        | name=Ren%C3%A9   | René
            application/x-www-form-urlencoded; charset=ISO-8859-1   | ISO-8859-1   | name=Ren%E9      | René
            application/x-www-form-urlencoded; charset=iso-8859-1   | ISO-8859-1   | name=René        | René
            application/x-www-form-urlencoded; charset=windows-1252 | windows-1252 | name=Zo%EB+%80   | Zoë €
            application/x-www-form-urlencoded; charset=GBK          | GBK          | name=%CD%F5%B7%BC | 王芳
            application/x-www-form-urlencoded; charset="gb18030"    | GB18030      | name=王芳         | 王芳
            application/x-www-form-urlencoded                       | US-ASCII     | _charset_=gbk&name=%CD%F5%B7%BC | 王芳
            application/x-www-form-urlencoded                       | UTF-8        | _charset_=UTF-8&name=王芳 | 王芳
            application/x-www-form-urlencoded                       | US-ASCII     | name=A%26B+%3D%2B | A&B =+
            """)
    void readsAnEncodedFormInTheCharacterSetItNames(String type, String charset, String fields, String name)
            throws Exception {
        var address = address();

        assertThat(post(type, ("email=" + address + "&" + fields).getBytes(Charset.forName(charset)), "").status())
                .isEqualTo(202);

        assertThat(traits(address)).containsEntry("name", name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"name=Ren%E9", "name=René", "na%E9me=x", "name=%CD%F5%B7%BC", "name=%C0%AF", "name=%ED%A0%80"})
    void refusesInPlainWordsWhatIsInNoCharacterSetItNames(String field, CapturedOutput log) throws Exception {
        var before = log.getAll().length();
        var answer = post(ENCODED, ("email=" + address() + "&" + field).getBytes(ISO_8859_1), "");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("\"status\":\"refused\"", "a form is written in UTF-8", "Maybe")
                .doesNotContain("timestamp");
        assertThat(answer.body()).contains(field.startsWith("name") ? "\"field\":\"name\"" : "\"field\":\"na");
        assertThat(log.getAll().substring(before)).doesNotContain("Exception", "\tat ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"name=%zz", "name=100%", "name=%4", "name=%u00e9", "%=x", "name=%%41"})
    void refusesInPlainWordsAPercentSignThatMeansNothing(String field, CapturedOutput log) throws Exception {
        var before = log.getAll().length();
        var answer = post(ENCODED, ("email=" + address() + "&" + field).getBytes(ISO_8859_1), "");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("\"status\":\"refused\"", "a percent sign needs two hexadecimal digits after it",
                field.startsWith("name") ? "\"field\":\"name\"" : "\"field\":\"\"");
        assertThat(log.getAll().substring(before)).doesNotContain("Exception", "\tat ");
    }

    @Test
    void refusesACharacterSetThatNobodyKnows() throws Exception {
        var answer = post(ENCODED + "; charset=klingon", "email=a%40x.example".getBytes(US_ASCII), "");

        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.body()).contains("klingon", "UTF-8");
        assertThat(post(ENCODED, "email=a%40x.example&_charset_=klingon".getBytes(US_ASCII), "").status()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({"application/json,UTF-8", "application/json; charset=utf-8,UTF-8",
            "application/json; charset=ISO-8859-1,ISO-8859-1",
            "application/json;charset=gbk,GBK"})
    void readsJsonInTheCharacterSetItNames(String type, String charset) throws Exception {
        var address = address();
        var name = charset.equals("GBK") ? "王芳" : "René";

        assertThat(
                post(type, "{\"email\":\"%s\",\"name\":\"%s\"}".formatted(address, name).getBytes(Charset.forName(charset)), "")
                        .status())
                .isEqualTo(202);

        assertThat(traits(address)).containsEntry("name", name);
    }

    @Test
    void refusesJsonInAnotherCharacterSetThanItSays(CapturedOutput log) throws Exception {
        var before = log.getAll().length();
        var answer = post("application/json", "{\"email\":\"a@x.example\",\"name\":\"René\"}".getBytes(ISO_8859_1), "");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("a form is written in UTF-8");
        assertThat(log.getAll().substring(before)).doesNotContain("Exception", "\tat ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            UTF-8      |                             | 王芳
            GBK        | ; charset=GBK               | 王芳
            ISO-8859-1 | ; charset=iso-8859-1        | René
            GB18030    | _charset_                   | 王芳
            """)
    void readsAFormInSeveralParts(String charset, String named, String name) throws Exception {
        var address = address();
        var body = new ByteArrayOutputStream();
        part(body, "email", "", address, UTF_8);
        if ("_charset_".equals(named)) {
            part(body, "_charset_", "", charset, UTF_8);
        }
        part(body, "name", named != null && named.startsWith(";") ? "Content-Type: text/plain" + named + "\r\n" : "", name,
                Charset.forName(charset));
        part(body, "newsletter", "", "no", UTF_8);
        body.write("--x-x--\r\n".getBytes(US_ASCII));

        assertThat(post("multipart/form-data; boundary=x-x", body.toByteArray(), "")).satisfies(
                answer -> assertThat(answer.status()).as(answer.body()).isEqualTo(202));

        assertThat(traits(address)).containsEntry("name", name);
    }

    @Test
    void refusesInPlainWordsPartsThatCannotBeRead(CapturedOutput log) throws Exception {
        var before = log.getAll().length();
        var latin = new ByteArrayOutputStream();
        part(latin, "email", "", "a@x.example", UTF_8);
        part(latin, "name", "", "René", ISO_8859_1);
        latin.write("--x-x--\r\n".getBytes(US_ASCII));
        var upload = new ByteArrayOutputStream();
        part(upload, "email", "", "a@x.example", UTF_8);
        part(upload, "message\"; filename=\"photo.jpg", "Content-Type: image/jpeg\r\n", "GIF89a", UTF_8);
        upload.write("--x-x--\r\n".getBytes(US_ASCII));
        var twice = new ByteArrayOutputStream();
        part(twice, "email", "", "a@x.example", UTF_8);
        part(twice, "newsletter", "", "yes", UTF_8);
        part(twice, "newsletter", "", "no", UTF_8);
        twice.write("--x-x--\r\n".getBytes(US_ASCII));
        var type = "multipart/form-data; boundary=x-x";

        assertThat(post(type, latin.toByteArray(), "").body()).contains("\"field\":\"name\"", "a form is written in UTF-8");
        assertThat(post(type, upload.toByteArray(), "").body()).contains("\"field\":\"message\"", "file");
        assertThat(post(type, twice.toByteArray(), "").body()).contains("\"field\":\"newsletter\"", "twice");
        for (var broken : new String[] {"", "--x-x", "--x-x\r\nContent-Disposition: form-data\r\n\r\na\r\n--x-x--\r\n",
                "no parts",
                "--x-x\r\nContent-Disposition: form-data; name=\"email\"\r\n\r\na@x.exa"}) {
            assertThat(post(type, broken.getBytes(US_ASCII), "").status()).as(broken).isEqualTo(400);
        }
        assertThat(post("multipart/form-data", "x".getBytes(US_ASCII), "").status()).isEqualTo(400);
        assertThat(post(type, new byte[200_000], "").status()).isEqualTo(413);
        assertThat(log.getAll().substring(before)).doesNotContain("Exception", "\tat ");
    }

    @Test
    void saysWhatIsWrongInTheLanguageOfTheReader() throws Exception {
        var wrong = "emial=a&birthday=29.2.1980&newsletter=ys&phone=call+me".getBytes(US_ASCII);

        assertThat(post(ENCODED, wrong, "Accept-Language: zh-CN,zh;q=0.9,en;q=0.5\r\n").body())
                .contains("没有", "emial", "您是否想说", "1980-02-29").doesNotContain("Maybe", "needs", "no form has");
        assertThat(post(ENCODED, "email=a%40x.example&name=Ren%E9".getBytes(US_ASCII), "Accept-Language: zh\r\n").body())
                .contains("UTF-8", "\"field\":\"name\"").doesNotContain("a form is written");
        assertThat(post("text/plain", wrong, "Accept-Language: zh\r\n").body()).contains("表单");
        assertThat(post(ENCODED, wrong, "Accept-Language: de\r\n").body()).contains("no form has a field [emial]");
        assertThat(post(ENCODED, wrong, "").body()).contains("no form has a field [emial]");
    }

    @Test
    void aFormInPiecesIsReadAsAWhole() throws Exception {
        var address = address();
        var first = "email=" + address + "&name=%E7%8E";
        var second = "%8B%E8%8A%B3";
        var body = Integer.toHexString(first.length()) + "\r\n" + first + "\r\n" + Integer.toHexString(second.length()) + "\r\n"
                + second + "\r\n0\r\n\r\n";

        assertThat(exchange("POST /forms/contact HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: " + ENCODED
                + "\r\nTransfer-Encoding: chunked\r\n\r\n", body.getBytes(US_ASCII)).status()).isEqualTo(202);

        assertThat(traits(address)).containsEntry("name", "王芳");
    }

    private static String address() {
        return "f" + ++people + "@wire.example";
    }

    private Map<String, String> traits(String address) {
        var identity = new Identity(Identity.Kind.EMAIL, address);
        await().atMost(Duration.ofSeconds(30)).until(() -> search.find(identity) != null);
        return Objects.requireNonNull(file.card(search.find(identity))).memory().traits();
    }

    private static void part(ByteArrayOutputStream body, String name, String headers, String value, Charset charset)
            throws IOException {
        body.write(("--x-x\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n" + headers + "\r\n").getBytes(UTF_8));
        body.write(value.getBytes(charset));
        body.write("\r\n".getBytes(US_ASCII));
    }

    private record Answered(int status, String body) {}

    private Answered post(String type, byte[] body, String headers) throws IOException {
        return exchange("POST /forms/contact HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: " + type + "\r\n"
                + headers + "Content-Length: " + body.length + "\r\n\r\n", body);
    }

    private Answered exchange(String head, byte[] body) throws IOException {
        try (var socket = new Socket("localhost", port)) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write(head.getBytes(ISO_8859_1));
            socket.getOutputStream().write(body);
            socket.getOutputStream().flush();
            var answer = new String(socket.getInputStream().readAllBytes(), UTF_8);
            return new Answered(Integer.parseInt(answer.substring(9, 12)), answer.substring(answer.indexOf("\r\n\r\n") + 4));
        }
    }
}
