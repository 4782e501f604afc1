package io.rapport;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class StartUpTests {

    @Value("${rapport.data-directory}")
    private Path dataDirectory;

    @Autowired
    private CamelContext camel;

    @Test
    void startsOnAnEmptyDirectoryAndWritesOnlyThere() {
        assertThat(camel.getStatus().isStarted()).isTrue();
        assertThat(dataDirectory.resolve("rapport.mv.db")).exists();
        assertThat(dataDirectory.resolve("queue/journal")).isNotEmptyDirectory();
    }
}
