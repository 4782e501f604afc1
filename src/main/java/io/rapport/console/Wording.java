package io.rapport.console;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

import io.rapport.rulebook.Concept;
import io.rapport.rulebook.Concepts;
import io.rapport.rulebook.Term;

/**
 * The words of the pages in the reader's language; those of the rules come from the rulebook, so that screens and rules say the
 * same. A word that nobody has translated is shown as it is.
 */
@Component("wording")
public final class Wording {

    /** Its values are who takes over. */
    private static final String NEXT_LEVEL = "next-level";

    private final MessageSource messages;

    private final Reasons reasons = new Reasons();

    public Wording(MessageSource messages) {
        this.messages = messages;
    }

    /** A message by its key; the key itself when there is none. */
    public String of(String key, Object... values) {
        return or(key, key, values);
    }

    /** A word of a closed group, for instance {@code word("status", "sent")}; the bare word when it is not translated. */
    public String word(String group, String word) {
        return or(group + "." + word, word);
    }

    /** A concept's name: {@code tier}. */
    public String concept(String concept) {
        var known = Concepts.find(concept);
        return known == null ? concept : chinese() ? known.chinese() : known.english();
    }

    /** A value with its concept, since the same word serves several: {@code tier gold}. */
    public String said(String concept, String value) {
        return concept(concept) + " " + value(concept, value);
    }

    /** What is counted: a type of event, or a value of a concept that a text had, as {@code mood.negative}. */
    public String counted(String name) {
        var known = known("event." + name);
        var dot = name.indexOf('.');
        return known != null ? known
                : dot > 0 && Concepts.find(name.substring(0, dot)) != null
                        ? said(name.substring(0, dot), name.substring(dot + 1))
                        : name;
    }

    /** A message by its template, a task by its title. */
    public String deed(String kind, String what) {
        return word(kind.equals("message") ? "template" : "task", what);
    }

    /** A value alone, for where the concept stands beside it. */
    public String value(String concept, String value) {
        var known = Concepts.find(concept);
        return known == null ? value : concept.equals(NEXT_LEVEL) ? word("assignee", value) : value(known, value);
    }

    /** What a conclusion is about, when not the customer himself: {@code product line Candles}. */
    public String subject(String subject) {
        var slash = subject.indexOf('/');
        var key = "subject." + subject.substring(0, Math.max(0, slash)).replace(' ', '-');
        return slash < 0 ? subject : or(key, subject, subject.substring(slash + 1));
    }

    /** A reason that was stored as an English sentence. */
    public String reason(String stored) {
        return language().getLanguage().equals(Locale.ENGLISH.getLanguage()) ? stored : reasons.in(this::of, stored);
    }

    /** A term of the vocabulary, without its numbers filled in. */
    public String term(Term term) {
        return chinese() ? term.chinese() : term.english();
    }

    /** A message if there is one. */
    @Nullable
    String known(String key) {
        return messages.getMessage(key, null, null, language());
    }

    public Locale language() {
        return LocaleContextHolder.getLocale();
    }

    private String value(Concept concept, String value) {
        List<Term.Word> words = chinese() ? concept.values() : List.of();
        return words.stream().filter(word -> word.word().equals(value)).map(Term.Word::chinese).findFirst().orElse(value);
    }

    private boolean chinese() {
        return language().getLanguage().equals(Locale.CHINESE.getLanguage());
    }

    private String or(String key, String otherwise, Object... values) {
        var found = messages.getMessage(key, values, otherwise, language());
        return found == null ? otherwise : found;
    }
}
