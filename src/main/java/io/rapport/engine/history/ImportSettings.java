package io.rapport.engine.history;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of an import at start, prefix {@code rapport.import}.
 *
 * @param file the file of orders to import, none by default
 * @param exit whether the engine ends after the import, default true
 */
@ConfigurationProperties("rapport.import")
record ImportSettings(@Nullable String file, @DefaultValue("true") boolean exit) {}
