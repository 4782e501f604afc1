package io.rapport.intake;

import java.util.Optional;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Fallback;

/** What the doors share. */
@Configuration(proxyBeanMethods = false)
class IntakeConfiguration {

    @Bean
    Identities identities(IntakeSettings settings) {
        return new Identities(settings.region());
    }

    /** For a house that sends nothing. */
    @Bean
    @Fallback
    SentMails nothingSent() {
        return _ -> Optional.empty();
    }

    @Bean
    EventJson eventJson() {
        return new EventJson();
    }
}
