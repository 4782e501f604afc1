package io.rapport.publishing.dryrun;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What of a run is finished, as files in its folder. Each appears whole or not at all. */
final class Checkpoints {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES) // older programs wrote fewer figures
            .build();

    private static final String PLAN = "plan.json";
    private static final String REPORT = "report.json";
    private static final String AT_ONCE = "at-once.json";

    private final Path folder;

    Checkpoints(Path folder) {
        this.folder = folder;
        try {
            Files.createDirectories(folder);
        } catch (IOException denied) {
            throw new UncheckedIOException("A dry run needs a folder to work in, and cannot make [" + folder
                    + "]\nMaybe the folder above it belongs to somebody else.", denied);
        }
    }

    Path folder() {
        return folder;
    }

    /** The survey of this comparison; null when there is none, or one of another. What is left of another is removed. */
    @Nullable
    Plan plan(String key) {
        var plan = read(folder.resolve(PLAN), Plan.class);
        if (plan != null && plan.key().equals(key)) {
            return plan;
        }
        remove(_ -> true);
        return null;
    }

    void write(Plan plan) {
        write(folder.resolve(PLAN), plan);
    }

    Partition.@Nullable Result part(int part) {
        return read(part(folder, part), Partition.Result.class);
    }

    void write(int part, Partition.Result result) {
        write(part(folder, part), result);
    }

    void write(DryRunReport report) {
        write(folder.resolve(REPORT), report);
        remove(file -> file.startsWith("spool-") || file.equals(PLAN));
    }

    /** @param atOnce for whom publishing the candidate would make a difference at once */
    void write(DryRunReport report, List<Affected> atOnce) {
        write(folder.resolve(AT_ONCE), new Rows(atOnce));
        write(report);
    }

    private record Rows(List<Affected> rows) {}

    /** The report of a run that is finished, null while it is not. */
    static @Nullable DryRunReport report(Path folder) {
        return read(folder.resolve(REPORT), DryRunReport.class);
    }

    /** The customers affected: at once, then part by part. */
    static Stream<Affected> affected(Path folder) {
        var atOnce = read(folder.resolve(AT_ONCE), Rows.class);
        return Stream.concat(atOnce == null ? Stream.empty() : atOnce.rows().stream(), inHistory(folder));
    }

    private static Stream<Affected> inHistory(Path folder) {
        return Stream.iterate(0, part -> part < Spool.PARTITIONS, part -> part + 1)
                .map(part -> read(part(folder, part), Partition.Result.class))
                .flatMap(result -> result == null ? Stream.empty() : result.affected().stream());
    }

    private static Path part(Path folder, int part) {
        return folder.resolve("part-%02d.json".formatted(part));
    }

    /** Empties the folder of what a dry run writes. */
    void remove(Predicate<String> which) {
        try (var files = Files.list(folder)) {
            for (var file : (Iterable<Path>) files::iterator) {
                var name = String.valueOf(file.getFileName());
                if (name.matches("(spool|part)-\\d\\d\\.(bin|json)|plan\\.json|report\\.json|at-once\\.json|.*\\.tmp")
                        && which.test(name)) {
                    Files.delete(file);
                }
            }
        } catch (IOException denied) {
            throw new UncheckedIOException(denied);
        }
    }

    static <T> @Nullable T read(Path file, Class<T> type) {
        return Files.exists(file) ? JSON.readValue(file.toFile(), type) : null;
    }

    static void write(Path file, Object content) {
        try {
            var temporary = file.resolveSibling(file.getFileName() + ".tmp");
            JSON.writeValue(temporary.toFile(), content);
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException full) {
            throw new UncheckedIOException("The dry run cannot write [" + file + "]\nMaybe the disk is full.", full);
        }
    }
}
