package io.rapport.console.rules;

import java.util.List;

import io.rapport.facts.Situation;
import io.rapport.rulebook.Term;
import io.rapport.rulebook.VocabularyEntry;
import io.rapport.rulebook.VocabularyEntry.Bilingual;

/**
 * What rules can say.
 *
 * @param search what was searched for, empty for all
 * @param found how many words of the vocabulary there are with it
 * @param scopes the words by what they are about
 * @param concepts what rules conclude
 * @param consequences how what follows is said
 * @param options what may stand behind a consequence after a comma
 */
record VocabularyView(String search, int found, List<ScopeView> scopes, List<ConceptView> concepts, List<Bilingual> consequences,
        List<Bilingual> options) {

    record ScopeView(Situation.Scope scope, List<VocabularyEntry> terms) {}

    /** @param folder where it is concluded */
    record ConceptView(String id, Bilingual name, String folder, Situation.Scope scope, List<Term.Word> values,
            boolean multiple) {}
}
