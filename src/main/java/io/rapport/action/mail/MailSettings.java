package io.rapport.action.mail;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What our mail says about itself. The mail server is set with {@code spring.mail.host} and its neighbours; without one,
 * mail goes to the local mailbox.
 *
 * @param sender the address that mail comes from, with or without a name; {@code Rapport <rapport@localhost>}
 * @param unsubscribe where the mail programs' unsubscribe button writes to; the sender's address when empty
 * @param timeout for connecting, reading and writing, each, unless {@code spring.mail.properties} says otherwise; 30 seconds
 */
@ConfigurationProperties("rapport.action.mail")
record MailSettings(
        @DefaultValue("Rapport <rapport@localhost>") String sender,
        @DefaultValue("") String unsubscribe,
        @DefaultValue("30s") Duration timeout) {}
