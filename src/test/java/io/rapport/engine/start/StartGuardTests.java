package io.rapport.engine.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

class StartGuardTests {

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:h2:file:./data/rapport", "jdbc:h2:./data/rapport;WRITE_DELAY=500", "jdbc:h2:~/rapport",
            "jdbc:h2:file:./data/rapport;WRITE_DELAY=05"})
    void refusesADatabaseThatForgetsConfirmedCommits(String url) {
        assertThatThrownBy(() -> StartGuard.refuseForgetfulDatabase(url))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("[" + url + "]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:h2:file:./data/rapport;WRITE_DELAY=0", "jdbc:h2:file:./r;write_delay=0;DB_CLOSE_ON_EXIT=FALSE",
            "jdbc:postgresql://localhost/rapport", "jdbc:h2:mem:test", ""})
    void acceptsADatabaseThatKeepsThem(String url) {
        assertThatCode(() -> StartGuard.refuseForgetfulDatabase(url)).doesNotThrowAnyException();
    }

    @Test
    void keepsASecondEngineAwayFromTheSameDataUntilTheFirstIsClosed() {
        ConfigurableApplicationContext first = run();

        assertThatThrownBy(() -> run())
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining(directory.toString())
                .hasMessageContaining("in use by process [" + ProcessHandle.current().pid() + "]");

        first.close();
        try (ConfigurableApplicationContext second = run()) {
            assertThat(second.isActive()).isTrue();
        }
    }

    @Test
    void fixesARelativeDataDirectoryToOnePlace() {
        try (ConfigurableApplicationContext context = engine().run("--rapport.data-directory=target/test-data/relative")) {
            assertThat(Path.of(context.getEnvironment().getRequiredProperty("rapport.data-directory")))
                    .isAbsolute().isDirectory();
        }
    }

    @Test
    void explainsARefusedStartInTwoSentences() {
        var analysis = new StartRefusedAnalyzer().analyze(new StartRefused("It is [so].", "Maybe do this."));

        assertThat(analysis).isNotNull();
        assertThat(analysis.getDescription()).isEqualTo("It is [so].");
        assertThat(analysis.getAction()).isEqualTo("Maybe do this.");
    }

    private SpringApplication engine() {
        return new SpringApplicationBuilder(Object.class)
                .web(WebApplicationType.NONE)
                .properties("spring.main.banner-mode=off")
                .build();
    }

    private ConfigurableApplicationContext run() {
        return engine().run("--rapport.data-directory=" + directory);
    }
}
