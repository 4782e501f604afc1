package io.rapport.console.rules;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import io.rapport.console.Listing.Asked;
import io.rapport.console.Wording;
import io.rapport.console.rules.VocabularyView.ConceptView;
import io.rapport.console.rules.VocabularyView.ScopeView;
import io.rapport.facts.Situation;
import io.rapport.rulebook.Completion;
import io.rapport.rulebook.Concept;
import io.rapport.rulebook.Vocabulary;
import io.rapport.rulebook.VocabularyEntry;
import io.rapport.rulebook.VocabularyEntry.Bilingual;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** The catalogue of all words that rules may use, and what may come next in a file. */
@Controller
public class VocabularyPages {

    private final Wording wording;

    private final Vocabulary vocabulary = Vocabulary.shipped();

    VocabularyPages(Wording wording) {
        this.wording = wording;
    }

    @GetMapping("/vocabulary")
    String page(Asked asked, Model model) {
        model.addAttribute("vocabulary", json(asked));
        return "vocabulary";
    }

    @GetMapping("/api/vocabulary")
    @ResponseBody
    VocabularyView json(Asked asked) {
        var terms = vocabulary.entries().stream().filter(entry -> isAbout(entry, asked.search())).toList();
        var scopes = Arrays.stream(Situation.Scope.values())
                .map(scope -> new ScopeView(scope, terms.stream().filter(entry -> entry.scope() == scope).toList()))
                .filter(scope -> !scope.terms().isEmpty()).toList();
        return new VocabularyView(asked.search(), terms.size(), scopes,
                vocabulary.concepts().stream().map(VocabularyPages::concept).toList(), vocabulary.consequences(),
                vocabulary.options());
    }

    @GetMapping("/api/vocabulary/complete")
    @ResponseBody
    List<Completion> complete(@RequestParam String file, @RequestParam(defaultValue = "") String text) {
        return Completion.of(file, text, wording.language());
    }

    private static ConceptView concept(Concept concept) {
        return new ConceptView(concept.id(), new Bilingual(concept.english(), concept.chinese()), concept.home().folder(),
                concept.scope(), concept.values(), concept.multiple());
    }

    /** Whether every word of the search occurs in it, in either language. */
    private static boolean isAbout(VocabularyEntry entry, String search) {
        var texts = Stream.concat(Stream.of(entry.name(), entry.help(), new Bilingual(entry.id(), entry.unit())),
                entry.sayings().stream()).map(text -> text.english() + "\n" + text.chinese()).toList();
        var values = entry.values().stream().map(value -> value.word() + "\n" + value.chinese()).toList();
        var all = (String.join("\n", texts) + "\n" + String.join("\n", values)).toLowerCase(Locale.ROOT);
        return Arrays.stream(search.toLowerCase(Locale.ROOT).split("\\s+")).allMatch(all::contains);
    }
}
