package io.rapport.engine;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Links by which customers confirm what was said in their name, prefix {@code rapport.confirmation}. Which consents need one
 * stands in the form's route file ({@code form.double-opt-in}).
 *
 * @param address under which customers reach this server, for instance {@code https://care.example.org}; empty for
 *     {@code http://localhost} and the server's port, the default
 * @param secret that signs the links, 32 characters or more; empty for one that is made once and kept in the database
 * @param valid how long a link can be followed, default 14 days
 * @param pause how long an address is not asked again, default 24 hours
 */
@ConfigurationProperties("rapport.confirmation")
public record ConfirmationSettings(
        @DefaultValue("") String address,
        @DefaultValue("") String secret,
        @DefaultValue("14d") Duration valid,
        @DefaultValue("24h") Duration pause) {

    private static final int SHORTEST_SECRET = 32;

    public ConfirmationSettings {
        if (!secret.isBlank() && secret.length() < SHORTEST_SECRET) {
            throw new IllegalArgumentException("rapport.confirmation.secret has [" + secret.length()
                    + "] characters\nMaybe 32 or more, or none: then the engine makes one.");
        }
        if (!address.isBlank() && !address.matches("https?://[^\\s?#]+")) {
            throw new IllegalArgumentException(
                    "rapport.confirmation.address is [" + address + "]\nMaybe https://care.example.org.");
        }
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "ConfirmationSettings[" + address + "]";
    }
}
