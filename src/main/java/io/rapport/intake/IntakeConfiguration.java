package io.rapport.intake;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the doors share. */
@Configuration(proxyBeanMethods = false)
class IntakeConfiguration {

    @Bean
    Identities identities(IntakeSettings settings) {
        return new Identities(settings.region());
    }

    @Bean
    EventJson eventJson() {
        return new EventJson();
    }
}
