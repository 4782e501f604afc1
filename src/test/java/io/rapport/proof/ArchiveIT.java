package io.rapport.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.condition.OS.WINDOWS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipInputStream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.io.TempDir;

/** The archive as an analyst has it: unpacked somewhere, used from another folder, with no Maven in sight. */
@DisabledOnOs(WINDOWS)
class ArchiveIT {

    private static final int MINUTES = 3;

    @TempDir
    static Path folder;

    private static Path home;

    /** @param text standard output and standard error, as a person sees them */
    private record Answer(int exitCode, String text) {}

    @BeforeAll
    static void unpack() throws IOException {
        try (var files = Files.list(Path.of("target"));
                var zip = new ZipInputStream(Files.newInputStream(
                        files.filter(file -> file.getFileName().toString().matches("rapport-.*\\.zip")).findFirst()
                                .orElseThrow()))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                var file = folder.resolve(entry.getName()).normalize();
                if (!entry.isDirectory()) {
                    Files.createDirectories(file.getParent());
                    Files.copy(zip, file, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
        try (var unpacked = Files.list(folder)) {
            home = unpacked.filter(Files::isDirectory).findFirst().orElseThrow();
        }
        assertThat(home.resolve("bin/rapport").toFile().setExecutable(true)).isTrue();
    }

    @Test
    void anAnalystChecksRulesPlaysExamplesAndLooksUpSteps() throws Exception {
        var first = rapport("check");
        assertThat(first.text()).contains("Preparing faster starts", "Reading " + home.resolve("rules"), "all fine.");
        assertThat(first.exitCode()).isZero();
        assertThat(caches()).hasSize(1);

        var second = rapport("check", "--rules", broken().toString());
        assertThat(second.text()).doesNotContain("Preparing").contains(
                "/value-tier.csv:10:1  ", "\n    l00,lead,the rest,其余客户\n    ^^^\n", "\nMaybe ");
        assertThat(second.exitCode()).isEqualTo(1);

        assertThat(rapport("examples")).satisfies(ran -> {
            assertThat(ran.text()).contains(" examples pass (");
            assertThat(ran.exitCode()).isZero();
        });
        assertThat(rapport("steps", "ordered").text()).contains("{person} ordered on {date}");
        assertThat(rapport("completion").text()).contains("complete -F");
        assertThat(rapport("chekc").exitCode()).isEqualTo(2);
        assertThat(rapport("quarantine", "--url", "http://localhost:9").exitCode()).isEqualTo(3);
    }

    @Test
    void withoutAJavaThatIsNewEnoughTheScriptSaysWhatIsMissing() throws Exception {
        var old = folder.resolve("java");
        Files.writeString(old, "#!/bin/sh\necho 'openjdk version \"17.0.15\"' >&2\n");
        assertThat(old.toFile().setExecutable(true)).isTrue();

        var script = Files.readString(home.resolve("bin/rapport")).replaceAll("(?m)^( +/usr/lib/jvm.*|.*Java/JavaVirtual.*)$",
                "        /nowhere; do");
        var alone = home.resolve("bin/alone");
        Files.writeString(alone, script.replaceFirst("/nowhere; do\n +/nowhere; do", "/nowhere; do"));
        var process = new ProcessBuilder("sh", alone.toString(), "check").redirectErrorStream(true);
        process.environment().keySet().removeAll(List.of("JAVA_HOME", "PATH"));
        process.environment().put("RAPPORT_JAVA", old.toString());
        process.environment().put("PATH", "/usr/bin:/bin");

        var answer = ended(process);

        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.text()).startsWith("There is no Java [25]").contains(old + " is Java 17", "\nMaybe install one");
    }

    private static Path broken() throws IOException {
        var rules = folder.resolve("broken");
        Files.createDirectories(rules.resolve("1-classify"));
        Files.writeString(rules.resolve("1-classify/value-tier.csv"),
                Files.readString(home.resolve("rules/1-classify/value-tier.csv")).replace("100,lead", "l00,lead"));
        return rules;
    }

    private static List<Path> caches() throws IOException {
        try (var files = Files.list(folder.resolve("cache"))) {
            return files.toList();
        }
    }

    private static Answer rapport(String... words) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(home.resolve("bin/rapport").toString()));
        command.addAll(List.of(words));
        var process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        process.environment().put("JAVA_HOME", System.getProperty("java.home"));
        process.environment().put("RAPPORT_CACHE", folder.resolve("cache").toString());
        process.environment().put("LC_ALL", "C.UTF-8");
        return ended(process);
    }

    private static Answer ended(ProcessBuilder builder) throws IOException, InterruptedException {
        var output = Files.createTempFile(folder, "said", ".txt");
        var process = builder.redirectOutput(output.toFile()).start();
        if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IllegalStateException("It does not end\n" + Files.readString(output));
        }
        return new Answer(process.exitValue(), Files.readString(output));
    }
}
