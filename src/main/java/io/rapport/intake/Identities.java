package io.rapport.intake;

import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;

import io.rapport.facts.Identity;

/** Brings what people write into the one form under which a customer is recognised; empty if it is no such identity. */
public final class Identities {

    private static final Pattern ADDRESS = Pattern.compile("[^\\s@<>,;\"\\p{Cntrl}]{1,64}@[^\\s@<>,;\"\\p{Cntrl}]{1,255}");

    private static final Pattern DOMAIN = Pattern
            .compile("[a-z0-9_](?:[a-z0-9_-]*[a-z0-9])?(?:\\.[a-z0-9_](?:[a-z0-9_-]*[a-z0-9])?)*");

    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}\\p{Cntrl}]+");

    private static final String UP = "012345678901234567890";

    private static final String DOWN = "098765432109876543210";

    private static final int MOST_CHARACTERS = 200;

    private final String region;

    /** @param region where a phone number without country code belongs, two letters of ISO 3166 */
    public Identities(String region) {
        this.region = region.toUpperCase(Locale.ROOT);
    }

    /** Trimmed, lower-case, the domain in its ASCII form. */
    public Optional<Identity> email(String written) {
        String text = plain(written).toLowerCase(Locale.ROOT);
        if (!ADDRESS.matcher(text).matches()) {
            return Optional.empty();
        }
        int at = text.indexOf('@');
        return asciiDomain(text.substring(at + 1))
                .map(domain -> text.substring(0, at + 1) + domain)
                .filter(address -> address.length() <= 254)
                .map(address -> new Identity(Identity.Kind.EMAIL, address));
    }

    /**
     * E.164, for instance {@code +442079460958}; empty for what no telephone company has given out, and for what people type to get
     * past a field: one digit again and again, or digits in their order.
     */
    public Optional<Identity> phone(String written) {
        PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
        try {
            var number = numbers.parse(plain(written), region);
            return numbers.isValidNumber(number) && !isTyped(String.valueOf(number.getNationalNumber()))
                    ? Optional.of(new Identity(Identity.Kind.PHONE, numbers.format(number, PhoneNumberFormat.E164)))
                    : Optional.empty();
        } catch (NumberParseException notANumber) {
            return Optional.empty();
        }
    }

    private static boolean isTyped(String digits) {
        return digits.chars().distinct().count() == 1 || UP.contains(digits) || DOWN.contains(digits);
    }

    /** Lower-case, without spaces. */
    public Optional<Identity> account(String written) {
        return number(Identity.Kind.ACCOUNT, plain(written).toLowerCase(Locale.ROOT));
    }

    /** The customer's number in the order system, case kept, without spaces. */
    public Optional<Identity> orderSystem(String written) {
        return number(Identity.Kind.ORDER_SYSTEM, plain(written));
    }

    private static Optional<Identity> number(Identity.Kind kind, String text) {
        String compact = SPACES.matcher(text).replaceAll("");
        return compact.isEmpty() || compact.length() > MOST_CHARACTERS
                ? Optional.empty()
                : Optional.of(new Identity(kind, compact));
    }

    private static Optional<String> asciiDomain(String domain) {
        String bare = domain.endsWith(".") ? domain.substring(0, domain.length() - 1) : domain;
        try {
            String ascii = IDN.toASCII(bare, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
            return DOMAIN.matcher(ascii).matches() || bare.startsWith("[") && bare.endsWith("]")
                    ? Optional.of(ascii)
                    : Optional.empty();
        } catch (IllegalArgumentException notADomain) {
            return Optional.empty();
        }
    }

    private static String plain(String written) {
        return Normalizer.normalize(written.length() > 1_000 ? written.substring(0, 1_000) : written, Normalizer.Form.NFKC)
                .strip();
    }
}
