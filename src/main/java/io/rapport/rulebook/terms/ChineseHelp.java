package io.rapport.rulebook.terms;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;

import io.rapport.rulebook.Concepts;
import io.rapport.rulebook.Term;

/** The explanations of terms in Chinese, by the term's id; English where nobody has translated one yet. */
public final class ChineseHelp {

    private static final Properties TEXTS = read();

    private ChineseHelp() {}

    public static String of(Term term) {
        var concept = term.concept() == null ? null : Concepts.find(term.concept());
        if (concept != null) {
            return "由" + concept.home().folder() + "得出。";
        }
        return TEXTS.getProperty(term.id(), term.help());
    }

    public static boolean has(Term term) {
        return term.concept() != null || TEXTS.containsKey(term.id());
    }

    private static Properties read() {
        var texts = new Properties();
        try (var stream = Objects.requireNonNull(ChineseHelp.class.getResourceAsStream("/vocabulary_zh.properties"));
                var reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
            texts.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }
}
