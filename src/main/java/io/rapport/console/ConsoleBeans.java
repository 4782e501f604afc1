package io.rapport.console;

import io.rapport.console.customers.Changes;
import io.rapport.console.customers.Explanations;
import io.rapport.console.customers.Insights;
import io.rapport.console.customers.PastRulebooks;
import io.rapport.console.customers.Refusals;
import io.rapport.engine.Contexts;
import io.rapport.intake.CurrentBooks;
import io.rapport.publishing.Publisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the pages need of the engine's zone and of the live rulebook. */
@Configuration(proxyBeanMethods = false)
class ConsoleBeans {

    @Bean
    Times times(Contexts contexts) {
        return new Times(contexts.zone());
    }

    @Bean
    Amounts amounts(CurrentBooks books) {
        return new Amounts(() -> books.now().currency());
    }

    @Bean
    Explanations explanations(Publisher publisher, PastRulebooks past, Wording wording, Amounts amounts) {
        return new Explanations(publisher::live, past::of, wording, amounts::currency);
    }

    @Bean
    Changes changes(Wording wording, Times times, Amounts amounts) {
        return new Changes(wording, times, amounts);
    }

    @Bean
    Refusals refusals(Contexts contexts, Explanations explanations, Wording wording, Changes changes) {
        return new Refusals(contexts::now, explanations, wording, changes);
    }

    @Bean
    Insights insights(Contexts contexts, Wording wording) {
        return new Insights(contexts::now, wording);
    }
}
