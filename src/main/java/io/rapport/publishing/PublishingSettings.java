package io.rapport.publishing;

import java.nio.file.Path;
import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the draft lies and how it becomes live.
 *
 * @param rules the folder of rule files; {@code rules}
 * @param features the folder of examples, which have to be green before anything becomes live; {@code features}
 * @param invariants how many customers drawn by lot have to keep what must hold whatever the rules say; 0: it is not tried;
 *     0, and 40 in the embedded default
 * @param publishOnSave whether a saved file is published by itself; false, and true in the embedded default
 * @param quiet how long the folder has to be still before it is read, so that no half-written file is; 300 milliseconds
 * @param pollInterval how often to ask whether another process published, and to look at the folder where the system tells
 *     nothing about it; 2 seconds
 * @param keepCompiled how many versions stay compiled in memory, the live one among them, so that going back to one takes no
 *     time; 3
 */
@ConfigurationProperties("rapport.publishing")
record PublishingSettings(
        @DefaultValue("rules") Path rules,
        @DefaultValue("features") Path features,
        @DefaultValue("0") int invariants,
        @DefaultValue("false") boolean publishOnSave,
        @DefaultValue("300ms") Duration quiet,
        @DefaultValue("2s") Duration pollInterval,
        @DefaultValue("3") int keepCompiled) {}
