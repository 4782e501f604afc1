package io.rapport.rulebook;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** All words that rules may use, by scope: the one place to extend when authors need a new one. */
public final class Vocabulary {

    private static final Vocabulary SHIPPED = new Vocabulary();

    private final Map<String, Term> byId = new LinkedHashMap<>();

    private Vocabulary() {
        add(CustomerTerms.all());
        add(PurchaseTerms.all());
        add(ForecastTerms.all());
        add(EventTerms.all());
        add(ThingTerms.all());
        add(ConceptTerms.all());
    }

    static Vocabulary shipped() {
        return SHIPPED;
    }

    /** Every term, in the order in which a help page lists them. */
    public List<Term> terms() {
        return List.copyOf(byId.values());
    }

    /** The term of an id, null if there is none. */
    public @Nullable Term term(String id) {
        return byId.get(id);
    }

    /** What rules can conclude. */
    public List<Concept> concepts() {
        return Concepts.all();
    }

    private void add(List<Term> terms) {
        for (var term : terms) {
            if (byId.put(term.id(), term) != null) {
                throw new IllegalStateException("Two terms are called [" + term.id() + "]");
            }
        }
    }
}
