package io.rapport.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rapport.action.Outbox;
import io.rapport.action.OutboxMessage;
import io.rapport.customer.Consents;
import io.rapport.customer.CustomerFile;
import io.rapport.customer.CustomerSearch;
import io.rapport.facts.Channel;
import io.rapport.facts.CustomerEvent;
import io.rapport.facts.EventData;
import io.rapport.facts.EventTypes;
import io.rapport.facts.Identity;
import io.rapport.facts.Purpose;
import io.rapport.intake.EventQueue;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Somebody says at a real door that he is somebody else: the one he names gets his mail as before, and is as he was. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class ClaimsTests {

    private static final String ORDERS = "invoice,stock_code,description,quantity,unit_price,ts,customer_id,account,email,phone\n";

    @TempDir
    static Path directory;

    private static int customers;

    @LocalServerPort
    private int port;

    @Autowired
    private EventQueue queue;

    @Autowired
    private CustomerSearch search;

    @Autowired
    private CustomerFile file;

    @Autowired
    private Consents consents;

    @Autowired
    private Outbox outbox;

    private final HttpClient http = HttpClient.newHttpClient();

    private String name = "";
    private String telephone = "";
    private String evilTelephone = "";
    private String lastForm = "";

    @DynamicPropertySource
    static void useAFreshDirectory(DynamicPropertyRegistry registry) {
        registry.add("rapport.data-directory", directory::toString);
        registry.add("rapport.intake.inbox", () -> directory.resolve("inbox").toString());
        registry.add("rapport.intake.forms-per-minute", () -> 1000);
    }

    @BeforeEach
    void somebodyIsKnown() {
        customers++;
        name = "v" + customers;
        telephone = "+4420794601" + (10 + customers);
        evilTelephone = "+4420794602" + (10 + customers);
        queue.put(new CustomerEvent("orders/" + name, "orders-in/shop.csv", EventTypes.ORDER_PLACED,
                List.of(number("N-" + name), account("a-" + name), email(name + "@home.example"),
                        new Identity(Identity.Kind.PHONE, telephone)),
                Instant.now().minus(Duration.ofDays(3)), new EventData.Order(name, "GBP", List.of())));
        queue.put(new CustomerEvent("orders/" + name + "-alias", "orders-in/shop.csv", EventTypes.ORDER_PLACED,
                List.of(number("N-" + name), email(name + "@alias.example")),
                Instant.now().minus(Duration.ofDays(2)), new EventData.Order(name + "2", "GBP", List.of())));
        queue.put(new CustomerEvent("profile/" + name, "crm", EventTypes.CUSTOMER_UPDATED, List.of(number("N-" + name)),
                Instant.now().minus(Duration.ofDays(1)), new EventData.Traits(
                        Map.of("name", "Victoria", "language", "en", "birthday", "1980-02-29"))));
        await().atMost(Duration.ofSeconds(60)).until(() -> find(number("N-" + name)) != null
                && card(number("N-" + name)).memory().traits().containsKey("name")
                && find(email(name + "@alias.example")) != null);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            account, number first     | account=a-V&email=V@evil.example
            address first             | email=V@evil.example&account=A-V
            customer number           | customer=N-V&email=V@evil.example
            account and number        | account=a-V&customer=N-V&email=V@evil.example
            telephone                 | phone=PV&email=V@evil.example
            telephone of his own      | customer=N-V&phone=PE
            number alone              | customer=N-V
            telephone alone           | phone=PV
            everything at once        | account=a-V&customer=N-V&phone=PV&email=V@evil.example
            """)
    void whoeverNamesSomebodyElseReroutesNothing(String variant, String claim) throws Exception {
        var before = card(number("N-" + name)).memory();
        var body = claim.strip().replace("PV", telephone.replace("+", "%2B")).replace("PE", evilTelephone.replace("+", "%2B"))
                .replaceAll("\\bV\\b", name)
                + "&name=Mallory&language=zh&birthday=1999-09-09&newsletter=yes&phone-promotion=yes&sms-promotion=yes";

        for (var second = 0; second < 2; second++) {
            assertThat(post("profile", body + "&message=" + second)).as(variant).isEqualTo(202);
        }
        await().atMost(Duration.ofSeconds(30)).until(() -> file.event(lastForm) != null);
        complains();

        var after = card(number("N-" + name)).memory();
        assertThat(answered().recipient()).as(variant).isIn(name + "@home.example", name + "@alias.example");
        assertThat(after.traits()).as(variant).containsAllEntriesOf(before.traits());
        assertThat(after.traits().values()).as(variant).doesNotContain("Mallory", evilTelephone, name + "@evil.example");
        for (var channel : List.of(Channel.EMAIL, Channel.CALL_CENTRE, Channel.SMS)) {
            assertThat(consents.allows(after.customer(), channel, Purpose.PROMOTION)).as(variant + " " + channel).isFalse();
        }
    }

    @Test
    void whoeverNamesSomebodyElseByMailReroutesNothing() throws Exception {
        drop("mails", name + ".eml", """
                From: "%1$s@home.example" <%1$s@evil.example>
                Reply-To: %1$s@evil.example
                Subject: My account a-%1$s
                Message-ID: <%1$s@evil.example>

                My customer number is N-%1$s. Please write to this address from now on.
                """.formatted(name));
        await().atMost(Duration.ofSeconds(30)).until(() -> find(email(name + "@evil.example")) != null);
        complains();

        assertThat(answered().recipient()).isIn(name + "@home.example", name + "@alias.example");
        assertThat(find(email(name + "@evil.example"))).isNotEqualTo(find(number("N-" + name)));
    }

    @Test
    void anotherCustomerOfTheOrderSystemWithTheSameTelephoneOrAddressStaysAnother() throws Exception {
        drop("orders", name + ".csv", ORDERS
                + "X%1$s,s,mug,1,10,2026-11-21 10:00:00,M-%1$s,,%1$s@evil.example,%2$s\n".formatted(name, telephone)
                + "Y%1$s,s,mug,1,10,2026-11-21 10:00:00,K-%1$s,,%1$s@home.example,\n".formatted(name));
        await().atMost(Duration.ofSeconds(30)).until(() -> find(number("K-" + name)) != null);
        complains();

        assertThat(answered().recipient()).isIn(name + "@home.example", name + "@alias.example");
        assertThat(List.of(find(number("N-" + name)), find(number("M-" + name)), find(number("K-" + name))))
                .doesNotHaveDuplicates();
        assertThat(card(number("K-" + name)).identities()).as("written to at the address he shares")
                .contains(email(name + "@home.example"));
    }

    @Test
    void aNewCustomerMayRegisterWithNumberAndAddress() throws Exception {
        assertThat(post("profile", "customer=R-" + name + "&email=" + name + "@new.example&name=Rita")).isEqualTo(202);
        await().atMost(Duration.ofSeconds(30)).until(() -> find(email(name + "@new.example")) != null);

        drop("orders", name + "-r.csv", ORDERS
                + "R%1$s,s,mug,1,10,2026-11-21 10:00:00,R-%1$s,,,\n".formatted(name));

        await().atMost(Duration.ofSeconds(30))
                .until(() -> card(email(name + "@new.example")).memory().tallies().containsKey(EventTypes.ORDER_PLACED));
        assertThat(find(number("R-" + name))).isEqualTo(find(email(name + "@new.example")));
    }

    @Test
    void aNumberThatWasOnlyClaimedGoesToWhomTheOrderSystemKnowsByIt() throws Exception {
        assertThat(post("profile", "customer=S-" + name + "&email=" + name + "@evil.example&name=Mallory")).isEqualTo(202);
        await().atMost(Duration.ofSeconds(30)).until(() -> find(email(name + "@evil.example")) != null);

        drop("orders", name + "-s.csv", ORDERS
                + "S%1$s,s,mug,1,10,2026-11-21 10:00:00,S-%1$s,,%1$s@real.example,\n".formatted(name));

        await().atMost(Duration.ofSeconds(30)).until(() -> find(email(name + "@real.example")) != null);
        assertThat(find(number("S-" + name))).isEqualTo(find(email(name + "@real.example")))
                .isNotEqualTo(find(email(name + "@evil.example")));
    }

    @Test
    void oneTelephoneInAFamilyMakesNotOneOfThem() throws Exception {
        for (var who : List.of("mother", "daughter")) {
            assertThat(post("contact", "email=" + who + name + "@family.example&name=" + who + "&phone="
                    + evilTelephone.replace("+", "%2B"))).isEqualTo(202);
        }
        await().atMost(Duration.ofSeconds(30)).until(() -> find(email("daughter" + name + "@family.example")) != null);

        assertThat(card(email("mother" + name + "@family.example")).memory().traits()).containsEntry("name", "mother");
        assertThat(card(email("daughter" + name + "@family.example")).memory().traits()).containsEntry("name", "daughter");
    }

    private void complains() {
        queue.put(new CustomerEvent("complaint/" + name, "email-in", EventTypes.EMAIL_RECEIVED,
                List.of(email(name + "@home.example")), Instant.now(), new EventData.Message(Channel.EMAIL, "Complaint",
                        "The lamp arrived broken, I want a refund.", name, 0, false, null)));
    }

    private OutboxMessage answered() {
        var customer = find(number("N-" + name));
        await().atMost(Duration.ofSeconds(60)).until(() -> !outbox.ofCustomer(customer, 0, 10).isEmpty());
        return outbox.ofCustomer(customer, 0, 10).getFirst();
    }

    private int post(String form, String body) throws IOException, InterruptedException {
        var answer = http.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/forms/" + form))
                .header("Content-Type", "application/x-www-form-urlencoded").POST(HttpRequest.BodyPublishers.ofString(body))
                .build(), BodyHandlers.ofString());
        lastForm = answer.body().replaceAll(".*\"id\":\"([^\"]*)\".*", "$1");
        return answer.statusCode();
    }

    private static void drop(String folder, String name, String content) throws IOException {
        var half = directory.resolve("inbox/" + name + ".half");
        Files.createDirectories(directory.resolve("inbox/" + folder));
        Files.writeString(half, content);
        Files.move(half, directory.resolve("inbox/" + folder).resolve(name));
    }

    private CustomerFile.Card card(Identity identity) {
        return java.util.Objects.requireNonNull(file.card(find(identity)));
    }

    private Long find(Identity identity) {
        return search.find(identity);
    }

    private static Identity number(String value) {
        return new Identity(Identity.Kind.ORDER_SYSTEM, value);
    }

    private static Identity account(String value) {
        return new Identity(Identity.Kind.ACCOUNT, value);
    }

    private static Identity email(String value) {
        return new Identity(Identity.Kind.EMAIL, value);
    }
}
