package io.rapport.engine.doors;

import org.apache.camel.spi.PropertiesSource;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

/** The application's settings as {@code {{name}}} in a route file. */
record SpringSettings(Environment environment) implements PropertiesSource {

    @Override
    public String getName() {
        return "application";
    }

    @Override
    public @Nullable String getProperty(String name) {
        return environment.getProperty(name);
    }
}
