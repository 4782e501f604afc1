package io.rapport.rulebook;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.rapport.facts.Purpose;

/**
 * The messages' texts: {@code templates/<name>.<language>.txt}, a line {@code Subject: ...}, a line
 * {@code Purpose: promotion} or {@code Purpose: service}, an empty line, the text.
 * A placeholder is {@code {name}} or, with what to say when it is unknown, {@code {name|customer}}.
 */
public final class Templates {

    /** What may be filled in. */
    public static final Set<String> PLACEHOLDERS = Set.of("name", "order", "complaint", "deadline", "product-line", "silent-days",
            "silent-years", "date", "usual", "avoid");

    public static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}|]*)(?:\\|([^{}]*))?}");

    private static final int LONGEST_VALUE = 300;

    private static final String FALLBACK = "en";

    private final Map<String, Rendered> texts;

    private final Map<String, Purpose> purposes;

    /**
     * @param texts by {@code name.language}, placeholders checked
     * @param purposes by {@code name}, of those that say theirs
     */
    public Templates(Map<String, Rendered> texts, Map<String, Purpose> purposes) {
        this.texts = Map.copyOf(texts);
        this.purposes = Map.copyOf(purposes);
    }

    /** None at all. */
    static Templates none() {
        return new Templates(Map.of(), Map.of());
    }

    /**
     * A message ready to be sent as plain text; also a template as written.
     *
     * @param subject one line
     * @param text lines separated by LF
     */
    public record Rendered(String subject, String text) {}

    /** Those that are there in English. */
    public List<String> names() {
        return texts.keySet().stream().filter(name -> name.endsWith("." + FALLBACK))
                .map(name -> name.substring(0, name.length() - FALLBACK.length() - 1)).sorted().toList();
    }

    /**
     * What a message is for. One that does not say it is a promotion: it waits for consent. Until 28 November 2026 no template
     * said it, its rule alone did: where none says it, that is how they are read.
     *
     * @param said by the rule
     */
    Purpose purpose(String name, Purpose said) {
        return purposes.isEmpty() ? said : purposes.getOrDefault(name, Purpose.PROMOTION);
    }

    /** The names of those that do not say what they are for. */
    List<String> withoutPurpose() {
        return names().stream().filter(name -> !purposes.containsKey(name)).toList();
    }

    /** @param language {@code en} or {@code zh} */
    public boolean isIn(String name, String language) {
        return texts.containsKey(name + "." + language);
    }

    public boolean has(String name) {
        return texts.containsKey(name + "." + FALLBACK);
    }

    /**
     * Fills a template. Values are inert: control characters and line breaks become blanks, and what looks like a
     * placeholder inside a value stays as it is.
     *
     * @param language {@code en} or {@code zh}, a region may follow; any other is answered in English
     * @throws IllegalArgumentException when there is no such template
     */
    public Rendered render(String name, String language, Map<String, String> values) {
        var template = texts.get(name + "." + language.split("[-_]", 2)[0]);
        if (template == null) {
            template = texts.get(name + "." + FALLBACK);
        }
        if (template == null) {
            throw new IllegalArgumentException("No template is called [" + name + "].\nMaybe one of " + texts.keySet());
        }
        return new Rendered(inert(fill(template.subject(), values)), fill(template.text(), values));
    }

    private static String fill(String template, Map<String, String> values) {
        return PLACEHOLDER.matcher(template).replaceAll(found -> {
            var value = values.get(found.group(1));
            var otherwise = found.group(2) == null ? "" : found.group(2);
            return Matcher.quoteReplacement(value == null || value.isBlank() ? otherwise : inert(value));
        });
    }

    private static String inert(String value) {
        var safe = new StringBuilder();
        for (var i = 0; i < Math.min(value.length(), LONGEST_VALUE); i++) {
            var c = value.charAt(i);
            safe.append(Character.isISOControl(c) || Text.isControl(c) ? ' ' : c);
        }
        return safe.toString();
    }
}
