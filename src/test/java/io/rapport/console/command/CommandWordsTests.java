package io.rapport.console.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

class CommandWordsTests {

    private static final Path RESOURCES = Path.of("src/main/resources");

    private static final Path CODE = Path.of("src/main/java/io/rapport/console/command");

    private static final Pattern IN_JAVA = Pattern.compile("(?<!words\\(\\))\\.word\\(\\s*\"([a-z][a-z0-9.-]*)\"\\s*[,)]");

    private static final Pattern PLACE = Pattern.compile("\\{(\\d)");

    @Test
    void bothLanguagesHaveTheSameKeys() throws IOException {
        assertThat(read("command_zh").stringPropertyNames())
                .containsExactlyInAnyOrderElementsOf(read("command").stringPropertyNames());
    }

    @Test
    void bothLanguagesFillTheSamePlaces() throws IOException {
        var english = read("command");
        var chinese = read("command_zh");

        for (var key : english.stringPropertyNames()) {
            assertThat(places(chinese.getProperty(key))).as(key).isEqualTo(places(english.getProperty(key)));
        }
    }

    @Test
    void noKeyStandsTwice() throws IOException {
        for (var file : new String[] {"command", "command_zh"}) {
            var keys = Files.readAllLines(RESOURCES.resolve(file + ".properties")).stream()
                    .filter(line -> line.matches("[a-z].*=.*")).map(line -> line.substring(0, line.indexOf('='))).toList();

            assertThat(keys).as(file).doesNotHaveDuplicates();
        }
    }

    @Test
    void everyTextThatTheCodeAsksForIsThere() throws IOException {
        var asked = new TreeSet<String>();
        try (var files = Files.walk(CODE)) {
            for (var file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
                IN_JAVA.matcher(Files.readString(file)).results().forEach(match -> asked.add(match.group(1)));
            }
        }

        assertThat(read("command").stringPropertyNames()).containsAll(asked);
    }

    private static Set<String> places(String text) {
        return PLACE.matcher(text).results().map(place -> place.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Properties read(String name) throws IOException {
        var words = new Properties();
        try (var reader = Files.newBufferedReader(RESOURCES.resolve(name + ".properties"))) {
            words.load(reader);
        }
        return words;
    }
}
