package io.rapport.intake;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings of the doors; what a single door needs to know stands in its route file.
 *
 * @param inbox the folder with the sub-folders that route files watch; default {@code ./data/inbox}
 * @param region where a phone number without country code belongs, two letters of ISO 3166; default {@code GB}
 * @param largestForm a web form with more bytes is refused; default 64 KB
 * @param formsPerMinute web forms taken from one client address in a minute; default 60
 */
@ConfigurationProperties("rapport.intake")
public record IntakeSettings(
        @DefaultValue("./data/inbox") String inbox,
        @DefaultValue("GB") String region,
        @DefaultValue("64KB") DataSize largestForm,
        @DefaultValue("60") int formsPerMinute) {

    public IntakeSettings {
        if (formsPerMinute < 1) {
            throw new IllegalArgumentException("rapport.intake.forms-per-minute needs a number above 0, found [" + formsPerMinute
                    + "]\nMaybe remove routes/10-web-forms-in.camel.yaml to close the door.");
        }
    }
}
