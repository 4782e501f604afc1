package io.rapport.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

class MessagesTests {

    private static final Path RESOURCES = Path.of("src/main/resources");

    private static final Path JAVA = Path.of("src/main/java/io/rapport/console");

    private static final Pattern IN_A_PAGE = Pattern.compile("#\\{([a-z][a-z0-9.-]*)");

    private static final Pattern IN_JAVA = Pattern.compile("(?:wording\\.of|new NotDone)\\(\\s*\"([a-z][a-z0-9.-]*)\"");

    private static final Pattern PLACE = Pattern.compile("\\{(\\d)");

    @Test
    void bothLanguagesHaveTheSameKeys() throws IOException {
        assertThat(chinese().stringPropertyNames()).containsExactlyInAnyOrderElementsOf(english().stringPropertyNames());
    }

    @Test
    void everyTextSaysSomething() throws IOException {
        assertThat(english()).doesNotContainValue("");
        assertThat(chinese()).doesNotContainValue("");
    }

    @Test
    void bothLanguagesFillTheSamePlaces() throws IOException {
        var english = english();
        var chinese = chinese();

        for (var key : english.stringPropertyNames()) {
            assertThat(places(chinese.getProperty(key))).as(key).isEqualTo(places(english.getProperty(key)));
        }
    }

    @Test
    void everyTextThatAPageAsksForIsThere() throws IOException {
        assertThat(english().stringPropertyNames()).containsAll(found(IN_A_PAGE, RESOURCES.resolve("templates"), ".html"));
    }

    @Test
    void everyTextThatTheCodeAsksForIsThere() throws IOException {
        assertThat(english().stringPropertyNames()).containsAll(found(IN_JAVA, JAVA, ".java"));
    }

    @Test
    void everyGuaranteeThatTheJudgeNamesHasItsSentence() throws IOException {
        var named = Pattern.compile("(?:Proposal\\.policy\\(\\s*|String (?:PAST|MISSED) = |\"policy/)\"?([a-z-]+)\"");

        assertThat(found(named, Path.of("src/main/java/io/rapport/decision"), ".java"))
                .contains("consent", "history", "kept", "missed")
                .allSatisfy(name -> assertThat(english()).containsKey("policy." + name));
    }

    @Test
    void noPageHasWordsOfItsOwnThatNobodyCouldTranslate() throws IOException {
        var bare = Pattern.compile("<(?:a|p|h1|h2|h3|td|th|button|label|dt|li|summary)\\b(?![^>]*th:(?:text|replace|each))[^>]*>"
                + "[^<\\s][^<]*[A-Za-z]{3}[^<]*<");

        assertThat(found(bare, RESOURCES.resolve("templates"), ".html"))
                .containsExactly("<a class=\"brand\" th:href=\"@{/}\">Rapport<");
    }

    private static Set<String> places(String text) {
        return PLACE.matcher(text).results().map(place -> place.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> found(Pattern pattern, Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            var found = new TreeSet<String>();
            for (var file : files.filter(file -> file.toString().endsWith(ending)).toList()) {
                pattern.matcher(Files.readString(file)).results()
                        .forEach(match -> found.add(match.group(match.groupCount())));
            }
            return found;
        }
    }

    private static Properties english() throws IOException {
        return read("messages.properties");
    }

    private static Properties chinese() throws IOException {
        return read("messages_zh.properties");
    }

    private static Properties read(String name) throws IOException {
        var messages = new Properties();
        try (Reader reader = Files.newBufferedReader(RESOURCES.resolve(name))) {
            messages.load(reader);
        }
        return messages;
    }
}
