package io.rapport.publishing;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import io.rapport.rulebook.RuleFiles;

/** The rule files in the folder. What lay there at the start is no change: a rolled-back file does not come back by itself. */
@Component
final class Draft {

    /** Who published when a file was saved. */
    static final String AUTHOR = "files";

    private static final Logger LOG = LoggerFactory.getLogger(Draft.class);

    /** What editors and spreadsheets leave beside a file while it is open, or for a moment while they save it. */
    private static final Pattern OF_AN_EDITOR = Pattern.compile(
            "(?i)(?:.*/)?(#[^/]*|~\\$[^/]*|[0-9]+|[^/]*(\\.tmp|\\.temp|\\.bak|\\.swp|\\.swx|\\.part|\\.orig|___jb_(tmp|old)___))");

    private final Path folder;
    private volatile String looked;
    private volatile String glimpsed = "";

    Draft(PublishingSettings settings) {
        this.folder = settings.rules().toAbsolutePath().normalize();
        this.looked = read().hash();
    }

    Path folder() {
        return folder;
    }

    /** The files as they lie there now; none when there is no folder. */
    RuleFiles read() {
        if (!Files.isDirectory(folder)) {
            LOG.warn("There is no folder of rules at [{}]", folder);
            return new RuleFiles(new TreeMap<>());
        }
        var texts = new TreeMap<>(RuleFiles.ofFolder(folder).texts());
        texts.keySet().removeIf(path -> OF_AN_EDITOR.matcher(path).matches());
        return new RuleFiles(texts);
    }

    /**
     * The files, if they or the examples that they wait for are others than those looked at last.
     *
     * @param still whether the folder is known to have been still for a while; if not, a change has to be seen twice, because
     *     the first look may have met a file that was half written
     * @param examples marks of the examples; empty while the draft does not wait for them
     */
    @Nullable
    RuleFiles changed(boolean still, String examples) {
        if (!Files.isDirectory(folder)) {
            return null;
        }
        RuleFiles files;
        try {
            files = read();
        } catch (UncheckedIOException e) {
            LOG.debug("A file went away while it was read; the next look will see what came of it: {}", e.getMessage());
            return null;
        }
        String seen = files.hash() + examples;
        if (seen.equals(looked)) {
            return null;
        }
        if (!still && !seen.equals(glimpsed)) {
            glimpsed = seen;
            return null;
        }
        return files;
    }

    /** There was a result for these files; until then a look that failed comes again. */
    void answered(RuleFiles files, String examples) {
        looked = files.hash() + examples;
    }
}
