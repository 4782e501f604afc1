package io.rapport.intake.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.List;
import java.util.Map;

import io.rapport.facts.Channel;
import io.rapport.facts.CustomerEvent;
import io.rapport.facts.EventData;
import io.rapport.facts.Identity;
import io.rapport.facts.Purpose;
import io.rapport.intake.IntakeSettings;
import io.rapport.intake.IntakeTestHouse;
import io.rapport.intake.QueueInMemory;
import io.rapport.intake.RoutesOfTheHouse;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.util.unit.DataSize;

@SpringBootTest(classes = IntakeTestHouse.class, webEnvironment = SpringBootTest.WebEnvironment.NONE, properties = {
        "spring.datasource.url=jdbc:h2:mem:forms"})
class FormEndpointTests {

    private static final String ANNA = """
            {"email": " Anna@Example.org", "customer": 13085, "name": "王芳", "birthday": "1980-02-29", "language": "zh-CN",
             "time-zone": "Europe/London", "newsletter": true, "sms-promotion": "no", "message": "你好", "utm_source": "x"}""";

    @Autowired
    private CamelContext camel;

    @Autowired
    private QueueInMemory queue;

    @Autowired
    private MessageSource words;

    private MockMvcTester web;

    @BeforeEach
    void openTheDoor() throws Exception {
        RoutesOfTheHouse.load(camel, "00", "10");
        queue.clear();
        web = endpoint(1_000);
    }

    @Test
    void takesWhatACustomerTellsOfHimself() {
        assertThat(json("contact", ANNA)).hasStatus(202).bodyJson().extractingPath("$.status").isEqualTo("accepted");

        assertThat(queue.events()).singleElement().satisfies(event -> {
            assertThat(event.type()).isEqualTo("web.form");
            assertThat(event.identities()).extracting(Identity::key)
                    .containsExactly("order-system:13085", "email:anna@example.org");
            assertThat(event.data()).isEqualTo(new EventData.Form("contact", "你好", null,
                    Map.of("name", "王芳", "birthday", "1980-02-29", "language", "zh", "time-zone", "Europe/London", "e-mail",
                            "anna@example.org"),
                    List.of(new EventData.ConsentChoice(Channel.SMS, Purpose.PROMOTION, false)),
                    new EventData.Awaited(Map.of(),
                            List.of(new EventData.ConsentChoice(Channel.EMAIL, Purpose.PROMOTION, true)))));
        });
    }

    @Test
    void takesAnEncodedForm() {
        assertThat(web.perform(post("/forms/contact").contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .content("email=anna%40example.org&name=%E7%8E%8B%E8%8A%B3&newsletter=on&submit=Send"))).hasStatus(202);

        assertThat(((EventData.Form) queue.events().getFirst().data()).traits()).containsEntry("name", "王芳");
    }

    @Test
    void takesARepeatedFormOnce() {
        json("contact", ANNA);
        json("contact", ANNA);
        keyed("k1", ANNA);
        keyed("k1", ANNA);

        assertThat(queue.events()).extracting(CustomerEvent::id).hasSize(2);
    }

    @Test
    void refusesAnotherFormUnderTheSameKey() {
        assertThat(keyed("abc-1", "{\"email\":\"key@x.example\",\"newsletter\":\"yes\"}")).hasStatus(202);

        assertThat(keyed("abc-1", "{\"email\":\"key@x.example\",\"newsletter\":\"no\",\"message\":\"stop please\"}"))
                .hasStatus(422).bodyText().contains("Idempotency-Key", "another form was sent with this key");
        assertThat(keyed("abc-1", "{\"email\":\"other@x.example\"}")).hasStatus(422);
        assertThat(keyed("abc-1", "{\"newsletter\":\"yes\",\"email\":\"key@x.example\"}")).hasStatus(202);
        assertThat(queue.events()).hasSize(1);
    }

    @Test
    void noYesNoWithinAMinuteAreThreeWords() {
        for (var word : List.of("no", "no", "yes", "no", "no")) {
            json("contact", "{\"email\":\"flip@x.example\",\"newsletter\":\"" + word + "\"}");
        }

        assertThat(queue.events()).extracting(event -> word((EventData.Form) event.data()))
                .containsExactly(false, true, false);
        assertThat(queue.events()).extracting(CustomerEvent::id).doesNotHaveDuplicates();
    }

    @Test
    void refusesAFormThatSaysTwoThings() {
        assertThat(json("contact", "{\"email\":\"a@x.example\",\"newsletter\":\"yes\",\"email-promotion\":\"no\"}"))
                .hasStatus(400).bodyText().contains("\"field\":\"newsletter\"", "says something else than [email-promotion]");
        assertThat(json("contact", "{\"email\":\"a@x.example\",\"mail\":\"b@x.example\"}"))
                .hasStatus(400).bodyText().contains("\"field\":\"mail\"", "says something else than [email]");
        assertThat(encoded("email=a%40x.example&newsletter=no&newsletter=yes"))
                .hasStatus(400).bodyText().contains("\"field\":\"newsletter\"", "twice");
        assertThat(json("contact", "{\"email\":\"a@x.example\",\"newsletter\":\"yes\",\"newsletter\":\"no\"}"))
                .hasStatus(400).bodyText().contains("\"field\":\"newsletter\"", "twice");
        assertThat(json("contact", "{\"email\":\"a@x.example\",\"Newsletter\":true,\"newsletter\":false}"))
                .hasStatus(400).bodyText().contains("\"field\":\"newsletter\"");
        assertThat(encoded("email=a%40x.example&email=b%40x.example")).hasStatus(400);
        assertThat(encoded("email=a%40x.example&customer=1&customer-number=2")).hasStatus(400);
        assertThat(encoded("email=a%40x.example&name=A&full-name=B")).hasStatus(400);
        assertThat(queue.events()).isEmpty();

        assertThat(encoded("email=a%40x.example&mail=A%40x.example&newsletter=yes&newsletter=yes&email-promotion=on"))
                .hasStatus(202);
    }

    @ParameterizedTest
    @CsvSource({"yes,true", "CHECKED,true", "同意,true", "ja,true", "不同意,false", "off,false", "nein,false", "0,false"})
    void readsABoxAsPeopleAndBrowsersWriteIt(String written, boolean given) {
        assertThat(json("contact", "{\"email\":\"a@x.example\",\"newsletter\":\"" + written + "\"}")).hasStatus(202);

        assertThat(word((EventData.Form) queue.events().getFirst().data())).isEqualTo(given);
    }

    @Test
    void namesEveryFieldThatIsWrongAndTheWordThatWasMeant() {
        assertThat(json("contact", """
                {"emial": "a@example.org", "email": "nobody", "birthday": "29.2.1980", "time-zone": "Europe/Londn",
                 "newsletter": "ys", "phone": "call me"}""")).hasStatus(400).bodyText()
                .contains("no form has a field [emial]", "Maybe you meant [email]", "needs a day written as 1980-02-29",
                        "[Europe/London]", "needs yes or no", "Maybe you meant [yes]", "needs a phone number");
        assertThat(queue.events()).isEmpty();
    }

    @Test
    void needsToKnowWhoItIs() {
        assertThat(json("contact", "{\"name\": \"Anna\"}")).hasStatus(400).bodyText().contains("at least one of e-mail, phone");
    }

    @Test
    void refusesBodiesThatAreNoForm() {
        for (String body : List.of("", "[]", "{\"email\":", "{\"email\":\"a@b.c\",\"email\":\"d@e.f\"}",
                "{\"email\":{\"$ne\":1}}")) {
            assertThat(json("contact", body)).as(body).hasStatus(400);
        }
        assertThat(web.perform(post("/forms/contact").contentType(MediaType.TEXT_XML).content("<a/>"))).hasStatus(415);
        assertThat(web.perform(post("/forms/contact").content("x"))).hasStatus(415);
        assertThat(json("Contact%20Us", ANNA)).hasStatus(400);
        assertThat(json("contact", "{\"email\":\"" + "a".repeat(70_000) + "\"}")).hasStatus(413);
    }

    @Test
    void answersLaterWhileTheQueueIsDownOrTheDoorIsClosed() throws Exception {
        queue.switchOff();
        assertThat(json("contact", ANNA)).hasStatus(503).headers().containsHeader("Retry-After");
        queue.switchOn();
        assertThat(json("contact", ANNA)).hasStatus(202);

        camel.getRouteController().stopRoute("web-forms-in");
        assertThat(json("contact", ANNA)).hasStatus(503).bodyText().contains("this door is closed");
    }

    @Test
    void limitsTheRateOfOneAddressOnly() {
        web = endpoint(2);

        assertThat(json("contact", ANNA)).hasStatus(202);
        assertThat(json("contact", ANNA)).hasStatus(202);
        assertThat(json("contact", ANNA)).hasStatus(429).headers().containsHeader("Retry-After");
        assertThat(web.perform(post("/forms/contact").contentType(MediaType.APPLICATION_JSON).content(ANNA).with(request -> {
            request.setRemoteAddr("2001:db8::1");
            return request;
        }))).hasStatus(202);
    }

    private MockMvcTester endpoint(int formsPerMinute) {
        return MockMvcTester.of(
                new FormEndpoint(camel, new IntakeSettings("unused", "GB", DataSize.ofKilobytes(64), formsPerMinute), words));
    }

    private MvcTestResult json(String form, String body) {
        return web.perform(post("/forms/" + form).contentType(MediaType.APPLICATION_JSON).content(body));
    }

    /** Consent that is given waits for confirmation, consent that is withdrawn counts at once. */
    private static boolean word(EventData.Form form) {
        return form.awaited() == null ? form.consents().getFirst().given() : form.awaited().consents().getFirst().given();
    }

    private MvcTestResult encoded(String body) {
        return web.perform(post("/forms/contact").contentType(MediaType.APPLICATION_FORM_URLENCODED).content(body));
    }

    private MvcTestResult keyed(String key, String body) {
        return web.perform(
                post("/forms/contact").contentType(MediaType.APPLICATION_JSON).header("Idempotency-Key", key).content(body));
    }
}
