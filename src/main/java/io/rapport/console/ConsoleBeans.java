package io.rapport.console;

import java.time.ZoneId;
import java.time.ZoneOffset;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.rapport.publishing.Publisher;

/** What the pages need of the live rulebook. */
@Configuration(proxyBeanMethods = false)
class ConsoleBeans {

    @Bean
    Times times() {
        return new Times(ZoneId.from(ZoneOffset.UTC));
    }

    @Bean
    Explanations explanations(Publisher publisher, Wording wording) {
        return new Explanations(publisher::live, wording);
    }

    @Bean
    Refusals refusals(Explanations explanations, Wording wording) {
        return new Refusals(() -> null, explanations, wording);
    }
}
