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
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
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

    @Autowired
    private io.rapport.customer.PendingLinks links;

    @Autowired
    private LinkDecisions decisions;

    @Autowired
    private io.rapport.intake.Quarantine quarantine;

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
        registry.add("rapport.engine.consumers", () -> 4);
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
            alias                     | email=V@alias.example&phone=PE
            his own address           | email=V@home.example&phone=PE
            his address alone         | email=V@home.example
            number alone              | customer=N-V
            telephone alone           | phone=PV
            everything at once        | account=a-V&customer=N-V&phone=PV&email=V@evil.example
            """)
    void whoeverNamesSomebodyElseReroutesNothing(String variant, String claim) throws Exception {
        var before = card(number("N-" + name)).memory();
        var body = meant(claim).replace("+", "%2B")
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

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            his number and another address      | From: "V@home.example" <V@evil.example>
            answers wanted elsewhere             | From: V@evil.example#Reply-To: V@home.example
            his address, answers elsewhere       | From: V@home.example#Reply-To: V@evil.example
            his address, sent by another         | From: V@home.example#Sender: V@evil.example#Return-Path: <V@evil.example>
            two senders                          | From: V@home.example, V@evil.example
            two senders, his last                | From: V@evil.example, V@home.example
            two headers                          | From: V@evil.example#From: V@home.example
            his name encoded                     | From: =?UTF-8?Q?V=40home.example?= <V@evil.example>
            a route in the address               | From: <@home.example:V@evil.example>
            headers of the house                 | From: V@evil.example#CamelRapportIdentity: order-system:N-V#X-Customer: N-V#rapportForm: profile
            his alias                            | From: V@alias.example#Reply-To: V@evil.example
            """)
    void whoeverNamesSomebodyElseByMailReroutesNothing(String variant, String headers) throws Exception {
        drop("mails", name + ".eml", meant(headers).replace("#", "\n") + """

                Subject: My account a-%1$s
                Message-ID: <%1$s@evil.example>
                Date: Sat, 28 Nov 2026 10:00:00 +0000

                My customer number is N-%1$s, the parcel arrived broken and I want a refund.
                Please write to %1$s@evil.example from now on.
                """.formatted(name));
        await().atMost(Duration.ofSeconds(30)).until(() -> file.latest(20).stream()
                .anyMatch(item -> item.event().data() instanceof EventData.Message mail && mail.text().contains("N-" + name))
                || quarantine.list(null, 0, 50).stream().anyMatch(bad -> quarantine.raw(bad.id())
                        .filter(raw -> new String(raw, StandardCharsets.UTF_8).contains("N-" + name)).isPresent()));
        complains();

        assertThat(answered().recipient()).as(variant).isIn(name + "@home.example", name + "@alias.example");
        assertThat(outbox.ofCustomer(find(number("N-" + name)), 0, 50)).as(variant)
                .noneMatch(message -> String.valueOf(message.recipient()).contains("evil"));
        var writer = find(email(name + "@evil.example"));
        assertThat(writer).as(variant).isNotEqualTo(find(number("N-" + name)));
        assertThat(writer == null ? List.of() : file.card(writer).identities()).as(variant).noneMatch(identity -> identity
                .value().equals("N-" + name) || identity.value().contains("home.example"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            his number, another address        | N-V,,V@evil.example,
            his account, another address       | ,a-V,V@evil.example,
            number and account                 | N-V,a-V,V@evil.example,PE
            his telephone, another address     | ,,V@evil.example,PV
            his telephone, another number      | M-V,,V@evil.example,PV
            his address, another number        | M-V,,V@home.example,PE
            his address, another telephone     | ,,V@home.example,PE
            his alias, another number          | M-V,a-m-V,V@alias.example,PE
            """)
    void aRowOfAnOrderFileReroutesNothing(String variant, String row) throws Exception {
        drop("orders", name + "-row.csv", ORDERS + "X%s,s,mug,1,10,2026-11-21 10:00:00,%s\n".formatted(name, meant(row)));
        await().atMost(Duration.ofSeconds(30)).until(() -> file.latest(20).stream()
                .anyMatch(item -> item.event().data() instanceof EventData.Order order && order.orderId().equals("X" + name)));
        complains();

        assertThat(answered().recipient()).as(variant).isIn(name + "@home.example", name + "@alias.example");
        assertThat(outbox.ofCustomer(find(number("N-" + name)), 0, 50)).as(variant)
                .noneMatch(message -> String.valueOf(message.recipient()).contains("evil"));
        assertThat(find(email(name + "@home.example"))).as(variant).isEqualTo(find(number("N-" + name)));
    }

    @ParameterizedTest
    @CsvSource({"email=V@home.example&mail=V@evil.example", "mail=V@evil.example&e-mail=V@home.example",
            "email=V@home.example&email=V@evil.example", "email=V@home.example&customer=N-V&customer-number=M-V",
            "email=V@home.example&newsletter=yes&newsletter=no", "email=V@home.example&newsletter=yes&email-promotion=no",
            "email=V@home.example&Newsletter=yes&newsletter=no"})
    void aFormThatSaysTwoThingsIsRefused(String fields) throws Exception {
        assertThat(post("profile", meant(fields))).isEqualTo(400);
        var json = new StringBuilder();
        for (var field : meant(fields).split("&")) {
            json.append(json.isEmpty() ? "{" : ",").append("\"").append(field.replace("=", "\":\"")).append("\"");
        }
        var answer = http.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/forms/profile"))
                .header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(json + "}")).build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(400);
    }

    @Test
    void whoComesAtOnceWithOneAddressIsTakenInOnceEach() {
        var events = new java.util.ArrayList<CustomerEvent>();
        for (var i = 0; i < 30; i++) {
            for (var who : List.of("L", "R")) {
                events.add(new CustomerEvent("at-once/" + name + who + i, "orders-in/shop.csv", EventTypes.ORDER_PLACED,
                        List.of(number(who + i + "-" + name), email("both" + i + name + "@home.example")), Instant.now(),
                        new EventData.Order(who + i + name, "GBP", List.of())));
            }
        }

        queue.putAll(events);

        await().atMost(Duration.ofSeconds(90)).untilAsserted(() -> {
            for (var i = 0; i < 30; i++) {
                var address = email("both" + i + name + "@home.example");
                assertThat(find(number("L" + i + "-" + name))).isNotNull().isNotEqualTo(find(number("R" + i + "-" + name)));
                assertThat(card(number("L" + i + "-" + name)).identities()).contains(address);
                assertThat(card(number("R" + i + "-" + name)).identities()).contains(address);
            }
        });
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

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            number and address              | customer=R-V&email=rV@evil.example              | R-V,,,
            number and address, confirmed   | customer=R-V&email=rV@evil.example&newsletter=yes | R-V,,,
            the record has an address       | customer=R-V&email=rV@evil.example              | R-V,,rV@real.example,
            confirmed, and has an address   | customer=R-V&email=rV@evil.example&newsletter=yes | R-V,,rV@real.example,
            account                         | account=A-R-V&email=rV@evil.example             | R-V,a-r-V,,
            account, confirmed              | account=A-R-V&email=rV@evil.example&newsletter=yes | R-V,a-r-V,rV@real.example,
            telephone                       | phone=PE&email=rV@evil.example                  | R-V,,,PE
            telephone, confirmed            | phone=PE&email=rV@evil.example&newsletter=yes   | R-V,,rV@real.example,PE
            telephone of a guest            | phone=PE&email=rV@evil.example                  | ,,rV@real.example,PE
            number alone                    | customer=R-V                                    | R-V,,,
            account alone                   | account=A-R-V                                   | R-V,a-r-V,rV@real.example,
            everything, confirmed           | customer=R-V&account=A-R-V&phone=PE&email=rV@evil.example&newsletter=yes | R-V,a-r-V,rV@real.example,PE
            """)
    void whatWasClaimedBeforeAnybodyWasKnownByItIsNotHisWhoClaimedIt(String variant, String claim, String record)
            throws Exception {
        assertThat(post("profile", meant(claim).replace("+", "%2B") + "&name=Mallory")).isEqualTo(202);
        await().atMost(Duration.ofSeconds(30)).until(() -> file.event(lastForm) != null);
        var claimant = java.util.Objects.requireNonNull(file.event(lastForm).customer());
        if (claim.contains("newsletter")) {
            await().atMost(Duration.ofSeconds(30)).until(() -> messages(claimant, Confirmations.MESSAGE).size() == 1);
            var link = URI.create(messages(claimant, Confirmations.MESSAGE).getFirst().text()
                    .replaceAll("(?s).*(http://localhost\\S+).*", "$1"));
            press(link, http.send(HttpRequest.newBuilder(link).build(), BodyHandlers.ofString()));
            await().atMost(Duration.ofSeconds(30)).until(() -> consents.allows(claimant, Channel.EMAIL, Purpose.PROMOTION));
        }

        drop("orders", name + "-r.csv", ORDERS + "R%s,s,mug,1,10,2026-11-21 10:00:00,%s\n".formatted(name, meant(record)));
        var order = new java.util.concurrent.atomic.AtomicReference<CustomerFile.Item>();
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            file.latest(50).stream().filter(item -> item.event().data() instanceof EventData.Order placed
                    && placed.orderId().equals("R" + name)).forEach(order::set);
            return order.get() != null;
        });

        var buyer = java.util.Objects.requireNonNull(order.get().customer());
        assertThat(buyer).as(variant).isNotEqualTo(claimant);
        assertThat(file.card(claimant).memory().tallies()).as(variant).doesNotContainKey(EventTypes.ORDER_PLACED);
        assertThat(file.card(buyer).identities()).as(variant).doesNotContain(email("r" + name + "@evil.example"));
        assertThat(file.card(buyer).memory().traits().values()).as(variant).doesNotContain("Mallory");
        assertThat(consents.allows(buyer, Channel.EMAIL, Purpose.PROMOTION)).as(variant).isFalse();
        assertThat(links.open(0, 1000)).as(variant)
                .anyMatch(one -> one.customer() == claimant && Long.valueOf(buyer).equals(one.owner()));
        if (record.contains("@")) {
            complains("r" + name + "@real.example");
            await().atMost(Duration.ofSeconds(60)).until(() -> !messages(buyer, "complaint-received").isEmpty());
            assertThat(messages(buyer, "complaint-received").getFirst().recipient()).as(variant)
                    .isEqualTo("r" + name + "@real.example");
        }
    }

    @ParameterizedTest
    @CsvSource({"customer=R-V&email=rV@new.example, false", "email=rV@new.example, false", "email=rV@new.example, true",
            "customer=R-V&email=rV@new.example, true"})
    void whoWritesFromTheAddressThatTheOrderSystemKnowsIsThatCustomer(String claim, boolean fileFirst) throws Exception {
        var row = ORDERS + "R%1$s,s,mug,1,10,2026-11-21 10:00:00,R-%1$s,,r%1$s@new.example,\n".formatted(name);
        if (fileFirst) {
            drop("orders", name + "-r.csv", row);
            await().atMost(Duration.ofSeconds(30)).until(() -> find(number("R-" + name)) != null);
        }
        assertThat(post("profile", meant(claim) + "&name=Rita")).isEqualTo(202);
        await().atMost(Duration.ofSeconds(30)).until(() -> file.event(lastForm) != null);
        if (!fileFirst) {
            drop("orders", name + "-r.csv", row);
        }

        var rita = email("r" + name + "@new.example");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> card(rita).memory().tallies().containsKey(EventTypes.ORDER_PLACED));
        assertThat(find(number("R-" + name))).isEqualTo(find(rita));
        assertThat(card(rita).memory().traits()).containsEntry("name", "Rita");
    }

    @Test
    void consentGivenInAFormCountsOnceTheLinkInAMailWasFollowed() throws Exception {
        var address = email(name + "@new.example");
        post("profile", "email=" + address.value() + "&name=Rita&newsletter=yes&sms-promotion=yes");
        await().atMost(Duration.ofSeconds(30)).until(() -> find(address) != null);
        var rita = find(address);
        await().atMost(Duration.ofSeconds(30)).until(() -> messages(rita, Confirmations.MESSAGE).size() == 1);
        var mail = messages(rita, Confirmations.MESSAGE).getFirst();
        var link = URI.create(mail.text().replaceAll("(?s).*(http://localhost\\S+).*", "$1"));
        assertThat(mail.recipient()).isEqualTo(address.value());
        assertThat(mail.purpose()).isEqualTo(Purpose.SERVICE);

        var page = http.send(HttpRequest.newBuilder(link).build(), BodyHandlers.ofString());
        http.send(HttpRequest.newBuilder(link).method("HEAD", HttpRequest.BodyPublishers.noBody()).build(),
                BodyHandlers.ofString());
        post("profile", "email=" + address.value() + "&newsletter=yes&message=again");

        assertThat(page.body()).contains("Please confirm", "promotion by e-mail");
        assertThat(consents.allows(rita, Channel.EMAIL, Purpose.PROMOTION)).as("looking is not confirming").isFalse();
        assertThat(card(address).awaited()).isNotEmpty();
        assertThat(press(link, page).body()).contains("it is confirmed");
        await().atMost(Duration.ofSeconds(30)).until(() -> consents.allows(rita, Channel.SMS, Purpose.PROMOTION));
        assertThat(consents.allows(rita, Channel.EMAIL, Purpose.PROMOTION)).isTrue();
        assertThat(consents.of(rita)).first().satisfies(word -> assertThat(word.proof()).contains("confirmed by link"));
        assertThat(messages(rita, Confirmations.MESSAGE)).as("asked once a day").hasSize(1);

        press(link, page);
        post("profile", "email=" + address.value() + "&newsletter=no");
        await().atMost(Duration.ofSeconds(30)).until(() -> !consents.allows(rita, Channel.EMAIL, Purpose.PROMOTION));
        assertThat(consents.of(rita)).filteredOn(Consents.Word::given).as("followed twice, said once").hasSize(2);
    }

    @Test
    void aLinkThatWasChangedOrIsForSomethingElseConfirmsNothing() throws Exception {
        for (var token : List.of("x", "x.y", "MQpmb3Jt.AAAA", "a".repeat(2000) + ".b")) {
            var page = http.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/confirm/" + token)).build(),
                    BodyHandlers.ofString());
            assertThat(page.statusCode()).as(token).isEqualTo(404);
        }
    }

    @Test
    void whatIsKnownIsReplacedOnceHeConfirmsIt() throws Exception {
        var address = email(name + "@home.example");
        var victim = find(address);
        assertThat(post("profile", "email=" + address.value() + "&name=Vicky")).isEqualTo(202);
        await().atMost(Duration.ofSeconds(30)).until(() -> messages(victim, Confirmations.MESSAGE).size() == 1);
        var link = URI.create(messages(victim, Confirmations.MESSAGE).getFirst().text()
                .replaceAll("(?s).*(http://localhost\\S+).*", "$1"));
        assertThat(card(address).memory().traits()).containsEntry("name", "Victoria");

        press(link, http.send(HttpRequest.newBuilder(link).build(), BodyHandlers.ofString()));

        await().atMost(Duration.ofSeconds(30))
                .until(() -> card(address).memory().traits().get("name").equals("Vicky"));
    }

    @Test
    void aPersonDecidesWhetherHeIsWhoHeSays() throws Exception {
        post("profile", "account=a-" + name + "&email=" + name + "@second.example&name=V");
        await().atMost(Duration.ofSeconds(30)).until(() -> find(email(name + "@second.example")) != null);
        var claimed = find(email(name + "@second.example"));
        var known = find(number("N-" + name));
        for (var language : List.of("en", "zh")) {
            var page = http.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/links?lang=" + language))
                    .build(), BodyHandlers.ofString());
            assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
        }
        assertThat(links.open(0, 1000)).anySatisfy(one -> {
            assertThat(one.customer()).isEqualTo(claimed);
            assertThat(one.owner()).isEqualTo(known);
        });

        decisions.accept(claimed, account("a-" + name), "Kim");

        assertThat(find(email(name + "@second.example"))).isEqualTo(known);
        assertThat(links.open(0, 1000)).noneMatch(one -> one.claimed() == claimed);
    }

    @Test
    void whatARecordJoinedIsTakenApartOnThePageAndStaysApart() throws Exception {
        var known = find(number("N-" + name));
        for (var language : List.of("en", "zh")) {
            var page = http.send(HttpRequest.newBuilder(
                    URI.create("http://localhost:" + port + "/customers/" + known + "?lang=" + language)).build(),
                    BodyHandlers.ofString());
            assertThat(page.body()).contains("identities/parted", "orders/" + name + "-alias");
        }

        var answer = http.send(HttpRequest.newBuilder(URI.create(
                "http://localhost:" + port + "/customers/" + known + "/identities/parted"))
                .header("Content-Type", "application/x-www-form-urlencoded").header("Cookie", "XSRF-TOKEN=a")
                .header("X-XSRF-TOKEN", "a").POST(HttpRequest.BodyPublishers.ofString(
                        "who=Kim&identity=email:" + name + "@alias.example"))
                .build(), BodyHandlers.ofString());
        drop("orders", name + "-again.csv", ORDERS
                + "Z%1$s,s,mug,1,10,2026-11-21 10:00:00,N-%1$s,,%1$s@alias.example,\n".formatted(name));
        await().atMost(Duration.ofSeconds(30)).until(
                () -> card(number("N-" + name)).memory().tallies().get(EventTypes.ORDER_PLACED).count() == 3);

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(find(email(name + "@alias.example"))).isNotEqualTo(known);
        assertThat(card(number("N-" + name)).identities()).doesNotContain(email(name + "@alias.example"));
    }

    @Test
    void guestsAreNotOneCustomer() throws Exception {
        drop("orders", name + "-g.csv", ORDERS
                + "G1%1$s,s,mug,1,10,2026-11-21 10:00:00,0,,g1%1$s@x.example,0000000000\n".formatted(name)
                + "G2%1$s,s,mug,1,10,2026-11-21 10:00:00,guest,,g2%1$s@x.example,12345\n".formatted(name)
                + "G3%1$s,s,mug,1,10,2026-11-21 10:00:00,游客,-,g3%1$s@x.example,n/a\n".formatted(name)
                + "G4%1$s,s,mug,1,10,2026-11-21 10:00:00,P-%1$s,,guest@shop.example,\n".formatted(name)
                + "G5%1$s,s,mug,1,10,2026-11-21 10:00:00,Q-%1$s,,noreply@shop.example,\n".formatted(name)
                + "G6%1$s,s,mug,1,10,2026-11-21 10:00:00,T-%1$s,,shared%1$s@shop.example,\n".formatted(name)
                + "G7%1$s,s,mug,1,10,2026-11-21 10:00:00,U-%1$s,,shared%1$s@shop.example,\n".formatted(name)
                + "G8%1$s,s,mug,1,10,2026-11-21 10:00:00,Gastkunde,k.A.,g8%1$s@x.example,1234567\n".formatted(name)
                + "G9%1$s,s,mug,1,10,2026-11-21 10:00:00,000000,aucun,g9%1$s@x.example,1111111111\n".formatted(name)
                + "GA%1$s,s,mug,1,10,2026-11-21 10:00:00,ninguno,#N/A,ga%1$s@x.example,0123456789\n".formatted(name)
                + "GB%1$s,s,mug,1,10,2026-11-21 10:00:00,散客,无,gb%1$s@x.example,%2$s\n".formatted(name, evilTelephone)
                + "GC%1$s,s,mug,1,10,2026-11-21 10:00:00,Guest,,gc%1$s@x.example,%2$s\n".formatted(name, evilTelephone));
        await().atMost(Duration.ofSeconds(30)).until(() -> find(email("gc" + name + "@x.example")) != null);
        for (var who : List.of("One", "Two")) {
            assertThat(post("contact", "email=" + who + name + "@zero.example&name=" + who + "&phone=0000000000")).isEqualTo(202);
        }
        assertThat(post("contact", "email=Three" + name + "@zero.example&phone=12345&customer=guest")).isEqualTo(202);
        await().atMost(Duration.ofSeconds(30)).until(() -> find(email("three" + name + "@zero.example")) != null);

        assertThat(java.util.stream.Stream.of(email("g1" + name + "@x.example"), email("g2" + name + "@x.example"),
                email("g3" + name + "@x.example"), email("g8" + name + "@x.example"), email("g9" + name + "@x.example"),
                email("ga" + name + "@x.example"), email("gb" + name + "@x.example"), email("gc" + name + "@x.example"),
                number("P-" + name), number("Q-" + name), number("T-" + name),
                number("U-" + name), email("one" + name + "@zero.example"), email("two" + name + "@zero.example"),
                email("three" + name + "@zero.example")).map(this::find)).doesNotContainNull().doesNotHaveDuplicates();
        for (var nobody : List.of(number("0"), number("guest"), email("guest@shop.example"), email("noreply@shop.example"))) {
            assertThat(find(nobody)).as(nobody.key()).isNull();
        }
        assertThat(card(email("one" + name + "@zero.example")).memory().traits()).containsEntry("name", "One");
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

    /** V is this test's victim, PV his telephone, PE the attacker's. */
    private String meant(String written) {
        return written.strip().replace("PV", telephone).replace("PE", evilTelephone).replaceAll("\\b(r?)V\\b", "$1" + name);
    }

    private void complains() {
        complains(name + "@home.example");
    }

    private void complains(String address) {
        queue.put(new CustomerEvent("complaint/" + address, "email-in", EventTypes.EMAIL_RECEIVED,
                List.of(email(address)), Instant.now(), new EventData.Message(Channel.EMAIL, "Complaint",
                        "The lamp arrived broken, I want a refund.", name, 0, false, null)));
    }

    private OutboxMessage answered() {
        var customer = find(number("N-" + name));
        await().atMost(Duration.ofSeconds(60)).until(() -> !messages(customer, "complaint-received").isEmpty());
        return messages(customer, "complaint-received").getFirst();
    }

    private List<OutboxMessage> messages(long customer, String template) {
        return outbox.ofCustomer(customer, 0, 50).stream().filter(message -> message.what().equals(template)).toList();
    }

    private int post(String form, String body) throws IOException, InterruptedException {
        var answer = http.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/forms/" + form))
                .header("Content-Type", "application/x-www-form-urlencoded").POST(HttpRequest.BodyPublishers.ofString(body))
                .build(), BodyHandlers.ofString());
        lastForm = answer.body().replaceAll(".*\"id\":\"([^\"]*)\".*", "$1");
        return answer.statusCode();
    }

    /** As a browser does: the page's token comes as a cookie and in the form. */
    private HttpResponse<String> press(URI link, HttpResponse<String> page) throws IOException, InterruptedException {
        var token = page.body().replaceAll("(?s).*name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
        var cookies = page.headers().allValues("Set-Cookie").stream().map(cookie -> cookie.split(";")[0])
                .collect(java.util.stream.Collectors.joining("; "));
        return http.send(HttpRequest.newBuilder(link).header("Content-Type", "application/x-www-form-urlencoded")
                .header("Cookie", cookies).POST(HttpRequest.BodyPublishers.ofString("_csrf=" + token)).build(),
                BodyHandlers.ofString());
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
