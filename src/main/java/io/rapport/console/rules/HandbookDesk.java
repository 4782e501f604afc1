package io.rapport.console.rules;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.rapport.customer.RuleCounts;
import io.rapport.engine.Contexts;
import io.rapport.policy.Examples;
import io.rapport.policy.Handbook;
import io.rapport.publishing.Publisher;

/** The handbook of the live rules; the examples are played once for each version and each change of them. */
@Component
class HandbookDesk {

    private static final int MONTH = 30;

    private final Publisher publisher;

    private final RuleCounts counts;

    private final Contexts contexts;

    private final Clock clock;

    private @Nullable Played played;

    HandbookDesk(Publisher publisher, RuleCounts counts, Contexts contexts, Clock clock) {
        this.publisher = publisher;
        this.counts = counts;
        this.contexts = contexts;
        this.clock = clock;
    }

    /** The handbook of one version and one state of the features. */
    private record Played(String key, Handbook handbook) {}

    String html(Locale locale) {
        // today too: who has just tried a rule sees it speak
        var end = LocalDate.ofInstant(clock.instant(), contexts.zone()).plusDays(1);
        var from = end.minusDays(MONTH);
        var zone = contexts.zone();
        return handbook()
                .with(counts.between(from.atStartOfDay(zone).toInstant(), end.atStartOfDay(zone).toInstant()), from, end)
                .html(locale, "/console.css");
    }

    private synchronized Handbook handbook() {
        var rulebook = publisher.live();
        var texts = publisher.features(rulebook.version()).texts();
        var key = rulebook.version() + "/" + texts.hashCode();
        var known = played;
        if (known == null || !known.key().equals(key)) {
            known = new Played(key, Handbook.of(rulebook, Examples.run(rulebook, texts, (_, _, _) -> {}), texts));
            played = known;
        }
        return known.handbook();
    }
}
