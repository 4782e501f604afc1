package io.rapport.engine.start;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Runs before anything opens a file: fixes where the data is, refuses a database that forgets what it confirmed, and keeps a
 * second process out.
 */
class StartGuard implements ApplicationContextInitializer<ConfigurableApplicationContext>, Ordered {

    static final String DATA_DIRECTORY = "rapport.data-directory";
    private static final String DATABASE = "spring.datasource.url";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        ConfigurableEnvironment environment = context.getEnvironment();
        Path directory = Path.of(environment.getProperty(DATA_DIRECTORY, "data")).toAbsolutePath().normalize();
        environment.getPropertySources()
                .addFirst(new MapPropertySource("fixed data directory", Map.of(DATA_DIRECTORY, directory.toString())));

        String url = environment.getProperty(DATABASE, "");
        refuseForgetfulDatabase(url);
        boolean ownBroker = environment.getProperty("rapport.engine.broker.url", "").isBlank();
        if (ownBroker || isEmbeddedFile(url)) {
            DirectoryLock lock = DirectoryLock.take(directory);
            // The first to be registered is the last to be destroyed: after the database and the broker are closed.
            ((DefaultListableBeanFactory) context.getBeanFactory()).registerDisposableBean("directoryLock", lock::close);
        }
    }

    static void refuseForgetfulDatabase(String url) {
        if (isEmbeddedFile(url) && !url.toUpperCase(Locale.ROOT).matches(".*;WRITE_DELAY=0(;.*)?")) {
            throw new StartRefused(
                    "The database [" + url + "] would confirm commits that are not yet on disk",
                    "Maybe add ;WRITE_DELAY=0 to " + DATABASE + ": without it H2 loses committed rows when the process dies.");
        }
    }

    private static boolean isEmbeddedFile(String url) {
        return url.startsWith("jdbc:h2:") && !url.matches("jdbc:h2:(mem|tcp|ssl):.*");
    }

    /** Late, so that settings given by others are already there. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
