package io.rapport.rulebook.terms;

import static io.rapport.facts.Situation.Scope.CUSTOMER;

import java.util.List;

import io.rapport.facts.Situation;
import io.rapport.rulebook.Concept;
import io.rapport.rulebook.Concepts;
import io.rapport.rulebook.Several;
import io.rapport.rulebook.Term;
import org.jspecify.annotations.Nullable;

/** What earlier strata concluded, read as words of the vocabulary. */
public final class ConceptTerms {

    private ConceptTerms() {}

    public static List<Term> all() {
        return Concepts.all().stream().filter(Concept::readable).map(ConceptTerms::term).toList();
    }

    /** The English name of a concept. */
    public static String english(String id) {
        var concept = Concepts.find(id);
        return concept == null ? id : concept.english();
    }

    private static Term term(Concept concept) {
        var id = concept.id();
        Draft draft;
        if (concept.number()) {
            draft = Draft.number(CUSTOMER, id, (situation, _, _) -> number(situation.concluded(id)))
                    .noun(concept.english(), concept.chinese()).bounds(concept.least(), concept.most());
        } else {
            draft = Draft
                    .word(CUSTOMER, id, situation -> concept.multiple() ? several(concept, situation) : situation.concluded(id))
                    .noun(concept.english(), concept.chinese())
                    .values(concept.values());
        }
        if (id.equals("topic") || id.equals("order-size")) {
            // every message and every order is an occasion of its own: two questions are two tasks
            draft.anchor(situation -> situation.event().id());
        }
        return draft.reads(id).help("Concluded in " + concept.home().folder() + ".").done();
    }

    /** All that hold, null if none does. */
    private static @Nullable String several(Concept concept, Situation situation) {
        var words = concept.values().stream().map(Term.Word::word).filter(word -> situation.concludes(concept.id(), word))
                .toList();
        return words.isEmpty() ? null : Several.of(words);
    }

    private static double number(@Nullable String value) {
        return value == null ? Double.NaN : Double.parseDouble(value);
    }
}
