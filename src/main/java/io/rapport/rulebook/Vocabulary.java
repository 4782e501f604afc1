package io.rapport.rulebook;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.rapport.facts.Situation;
import io.rapport.rulebook.terms.Assignees;
import io.rapport.rulebook.terms.CalendarTerms;
import io.rapport.rulebook.terms.ConceptTerms;
import io.rapport.rulebook.terms.CountTerms;
import io.rapport.rulebook.terms.CustomerTerms;
import io.rapport.rulebook.terms.DebtTerms;
import io.rapport.rulebook.terms.Doing;
import io.rapport.rulebook.terms.EventTerms;
import io.rapport.rulebook.terms.ForecastTerms;
import io.rapport.rulebook.terms.LeadTerms;
import io.rapport.rulebook.terms.PeopleTerms;
import io.rapport.rulebook.terms.PurchaseTerms;
import io.rapport.rulebook.terms.RelationTerms;
import io.rapport.rulebook.terms.ThingTerms;
import io.rapport.rulebook.terms.TraitTerms;
import io.rapport.rulebook.terms.ValueTerms;
import io.rapport.rulebook.terms.YearlyTerms;
import org.jspecify.annotations.Nullable;

/** All words that rules may use, by scope: the one place to extend when authors need a new one. */
public final class Vocabulary {

    private static final Vocabulary SHIPPED = new Vocabulary();

    private final Map<String, Term> byId = new LinkedHashMap<>();

    private Vocabulary() {
        add(YearlyTerms.all());
        add(CustomerTerms.all());
        add(PurchaseTerms.all());
        add(ForecastTerms.all());
        add(ValueTerms.all());
        add(RelationTerms.all());
        add(DebtTerms.all());
        add(LeadTerms.all());
        add(PeopleTerms.all());
        add(EventTerms.all());
        add(ThingTerms.all());
        add(ConceptTerms.all());
        // last: what they say of today may stand for anything
        add(CalendarTerms.all());
    }

    /** The words of this program; every rulebook has the same. */
    public static Vocabulary shipped() {
        return SHIPPED;
    }

    /** Those who are often given tasks; any other word may stand as well. */
    public static List<Term.Word> assignees() {
        return Assignees.known();
    }

    /** Who is meant by what an author wrote in either language. */
    public static String assignee(String written) {
        return Assignees.word(written);
    }

    /** Every term, in the order in which a help page lists them. */
    public List<Term> terms() {
        return List.copyOf(byId.values());
    }

    /** The term of an id, null if there is none; traits and kinds of events have terms as soon as a rule names them. */
    public @Nullable Term term(String id) {
        var known = byId.get(id);
        var trait = known == null ? TraitTerms.ofId(id) : known;
        return trait == null ? CountTerms.ofId(id) : trait;
    }

    /** The numbers about a customer that need no further number to be named: {@code current value}. */
    public static List<Term> figures() {
        return SHIPPED.byId.values().stream().filter(term -> term.type() == Term.Type.NUMBER && term.concept() == null
                && term.scope() == Situation.Scope.CUSTOMER && !term.english().contains("{")).toList();
    }

    /** Every term as its catalogue shows it. */
    public List<VocabularyEntry> entries() {
        return byId.values().stream().map(VocabularyEntry::of).toList();
    }

    /** How consequences and their options are said. */
    public List<VocabularyEntry.Bilingual> consequences() {
        return java.util.Arrays.stream(Doing.values()).filter(doing -> !doing.isOption()).map(Vocabulary::sayings).toList();
    }

    /** What may follow a consequence after a comma. */
    public List<VocabularyEntry.Bilingual> options() {
        return java.util.Arrays.stream(Doing.values()).filter(Doing::isOption).map(Vocabulary::sayings).toList();
    }

    private static VocabularyEntry.Bilingual sayings(Doing doing) {
        return new VocabularyEntry.Bilingual(doing.pattern(false), doing.pattern(true));
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
