package io.rapport;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

import org.apache.camel.CamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class StartUpTests {

    @TempDir
    static Path dataDirectory;

    @Autowired
    private CamelContext camel;

    @DynamicPropertySource
    static void useAFreshDataDirectory(DynamicPropertyRegistry registry) {
        registry.add("rapport.data-directory", dataDirectory::toString);
    }

    @Test
    void startsOnAnEmptyDirectoryAndWritesOnlyThere() {
        assertThat(camel.getStatus().isStarted()).isTrue();
        assertThat(dataDirectory.resolve("rapport.mv.db")).exists();
    }
}
