package io.rapport.proof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The application as it is delivered: the packaged jar, extracted once and trained once, so that each of many starts reads its
 * classes from one cache (JEP 483).
 */
final class PackagedApplication {

    private static final String JAVA = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    private static final int MINUTES_TO_PREPARE = 5;

    private final Path folder;

    private PackagedApplication(Path folder) {
        this.folder = folder;
    }

    /** Extracts and trains into a folder that does not exist yet. */
    static PackagedApplication extractedInto(Path folder) throws IOException, InterruptedException {
        var jar = packaged();
        run(folder, List.of(JAVA, "-Djarmode=tools", "-jar", jar.toAbsolutePath().toString(), "extract", "--destination",
                folder.resolve("app").toString(), "--application-filename", "rapport.jar"));
        var application = new PackagedApplication(folder);
        var training = application.command(List.of("-XX:AOTCacheOutput=" + application.cache(),
                "-Dspring.context.exit=onRefresh"));
        training.addAll(List.of("--rapport.data-directory=" + folder.resolve("training"), "--server.port=0"));
        run(folder, training);
        return application;
    }

    /** The command that starts it, open for further settings. */
    List<String> command() {
        return command(List.of("-XX:AOTCache=" + cache()));
    }

    private List<String> command(List<String> options) {
        var command = new ArrayList<>(List.of(JAVA, "-Xmx512m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC",
                "-Dio.netty.noUnsafe=false", "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"));
        command.addAll(options);
        command.addAll(List.of("-jar", folder.resolve("app").resolve("rapport.jar").toString()));
        return command;
    }

    private Path cache() {
        return folder.resolve("rapport.aot");
    }

    private static void run(Path folder, List<String> command) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        var output = folder.resolve("prepare.log");
        var process = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile())).start();
        if (!process.waitFor(MINUTES_TO_PREPARE, TimeUnit.MINUTES) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IllegalStateException("The packaged application cannot be prepared\n" + Files.readString(output));
        }
    }

    private static Path packaged() throws IOException {
        try (var files = Files.list(Path.of("target"))) {
            return files.filter(file -> file.getFileName().toString().matches("rapport-.*\\.jar")).findFirst()
                    .orElseThrow(() -> new IllegalStateException(
                            "The packaged application is missing from [target]\nMaybe run ./mvnw package first."));
        }
    }
}
