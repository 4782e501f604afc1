package io.rapport.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.rapport.facts.Identity;

class IdentitiesTests {

    private final Identities identities = new Identities("gb");

    @ParameterizedTest
    @CsvSource({"' Anna@Example.ORG ',anna@example.org", "jürgen@Müller.de,jürgen@xn--mller-kva.de",
            "ａｎｎａ＠example.org,anna@example.org", "anna@例子.中国,anna@xn--fsqu00a.xn--fiqs8s", "a@example.org.,a@example.org"})
    void writesAnAddressInOneForm(String written, String normal) {
        assertThat(identities.email(written)).map(Identity::key).contains("email:" + normal);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "anna", "anna@", "@example.org", "a@b@c", "a b@example.org", "a@-x-", "a@exa\u0000mple.org",
            "<a@example.org>"})
    void refusesWhatIsNoAddress(String written) {
        assertThat(identities.email(written)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"020 7946 0958,+442079460958", "+86 138 0013 8000,+8613800138000", "(020) 7946-0958,+442079460958",
            "0044 20 7946 0958,+442079460958"})
    void writesAPhoneNumberInOneForm(String written, String normal) {
        assertThat(identities.phone(written)).map(Identity::key).contains("phone:" + normal);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "12", "hello", "+999999999999999999", "0000000000", "1234567", "12345", "0123456789", "1111111111",
                    "999999", "+44 0000 000000", "+86 11111111111", "+852 8888 8888", "987654321", "000000", "+1 555 0100"})
    void refusesWhatIsNoPhoneNumber(String written) {
        assertThat(identities.phone(written)).isEmpty();
    }

    @Test
    void takesSpacesOutOfNumbersAndKeepsTheCaseOfTheOrderSystem() {
        assertThat(identities.account(" DE 12-a ")).map(Identity::key).contains("account:de12-a");
        assertThat(identities.orderSystem(" 17850 ")).map(Identity::key).contains("order-system:17850");
        assertThat(identities.orderSystem("ab-C")).map(Identity::key).contains("order-system:ab-C");
    }

    @Test
    void refusesANumberWithoutEnd() {
        assertThat(identities.account("9".repeat(201))).isEmpty();
        assertThat(identities.account(" ")).isEmpty();
    }
}
