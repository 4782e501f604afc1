package io.rapport.intake.mails;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The words of {@code mail-words.txt} by section, in lower case. */
final class MailWords {

    private static final Map<String, Set<String>> SECTIONS = read();

    private MailWords() {}

    /** @throws IllegalArgumentException if there is no such section */
    static Set<String> of(String section) {
        Set<String> words = SECTIONS.get(section);
        if (words == null) {
            throw new IllegalArgumentException("mail-words.txt has no section [" + section + "]");
        }
        return words;
    }

    private static Map<String, Set<String>> read() {
        Map<String, Set<String>> sections = new HashMap<>();
        String section = "";
        for (String line : lines()) {
            if (line.startsWith("[")) {
                section = line.substring(1, line.indexOf(']'));
            } else if (!line.isBlank() && !line.startsWith("#")) {
                Set<String> words = sections.computeIfAbsent(section, _ -> new HashSet<>());
                for (String word : line.substring(line.indexOf(':') + 1).split("\\|")) {
                    words.add(word.strip().toLowerCase(Locale.ROOT));
                }
            }
        }
        return sections;
    }

    private static List<String> lines() {
        try (var in = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(MailWords.class.getResourceAsStream("/mail-words.txt")), StandardCharsets.UTF_8))) {
            return new ArrayList<>(in.lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
