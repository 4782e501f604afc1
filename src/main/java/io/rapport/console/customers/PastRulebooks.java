package io.rapport.console.customers;

import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.stereotype.Component;

import io.rapport.publishing.Publisher;
import io.rapport.rulebook.Rulebook;

/** The rulebooks that decided once, to say their reasons in their own words; the last few stay at hand. */
@Component
public class PastRulebooks {

    private static final int KEPT = 8;

    private final Publisher publisher;

    private final Map<String, Rulebook> kept = new LinkedHashMap<>(KEPT, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Rulebook> eldest) {
            return size() > KEPT;
        }
    };

    PastRulebooks(Publisher publisher) {
        this.publisher = publisher;
    }

    /** The version as it was; what is live where this database does not know it. */
    public Rulebook of(String version) {
        var live = publisher.live();
        return live.version().equals(version) ? live : read(version, live);
    }

    private synchronized Rulebook read(String version, Rulebook live) {
        var known = kept.get(version);
        if (known == null) {
            try {
                known = Rulebook.toRead(publisher.files(version));
                kept.put(version, known);
            } catch (IllegalArgumentException unknown) {
                known = live;
            }
        }
        return known;
    }
}
