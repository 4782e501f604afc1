package io.rapport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTests {

    private static final Map<String, Set<String>> ROOMS = new TreeMap<>(Map.ofEntries(
            Map.entry("facts", Set.of()),
            Map.entry("forecast", Set.of("facts")),
            Map.entry("intake", Set.of("facts")),
            Map.entry("customer", Set.of("facts", "forecast")),
            Map.entry("rulebook", Set.of("facts", "forecast")),
            Map.entry("decision", Set.of("facts", "rulebook")),
            Map.entry("policy", Set.of("facts", "forecast", "rulebook", "decision")),
            Map.entry("publishing", Set.of("facts", "customer", "rulebook", "decision", "policy")),
            Map.entry("action", Set.of("facts", "intake", "customer")),
            Map.entry("engine",
                    Set.of("facts", "intake", "customer", "rulebook", "decision", "policy", "publishing", "action")),
            Map.entry("console",
                    Set.of("facts", "forecast", "intake", "customer", "rulebook", "decision", "policy", "publishing",
                            "publishing::dryrun", "engine::queue", "action",
                            "engine"))));

    private static final Path MAIN = Path.of("src/main/java/io/rapport");

    @Test
    void roomsUseOnlyWhatTheyDeclare() {
        ApplicationModules.of(Rapport.class).verify();
    }

    @Test
    void everyRoomDeclaresExactlyTheRoomsItMayUse() throws Exception {
        for (String room : directories()) {
            ApplicationModule declared = Class.forName("io.rapport." + room + ".package-info")
                    .getAnnotation(ApplicationModule.class);

            assertThat(ROOMS).as("rooms that the house knows").containsKey(room);
            assertThat(declared).as("@ApplicationModule of room " + room).isNotNull();
            assertThat(declared.allowedDependencies()).as("rooms that " + room + " may use")
                    .containsExactlyInAnyOrderElementsOf(ROOMS.get(room));
        }
    }

    @Test
    void allRoomsAreThere() throws IOException {
        assertThat(directories()).containsExactlyElementsOf(ROOMS.keySet());
    }

    private static List<String> directories() throws IOException {
        try (Stream<Path> children = Files.list(MAIN)) {
            return children.filter(Files::isDirectory).map(child -> child.getFileName().toString()).sorted().toList();
        }
    }
}
