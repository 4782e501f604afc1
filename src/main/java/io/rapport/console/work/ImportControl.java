package io.rapport.console.work;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

import io.rapport.console.NotDone;
import io.rapport.console.Wording;
import io.rapport.engine.HistoryImport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Brings in a file of history that lies on the engine's machine, one at a time, while the engine goes on with its work. */
@RestController
@RequestMapping("/api/imports")
class ImportControl {

    private static final Logger LOG = LoggerFactory.getLogger(ImportControl.class);

    private final HistoryImport histories;

    private final Wording wording;

    private final AtomicBoolean busy = new AtomicBoolean();

    private volatile String failure = "";

    ImportControl(HistoryImport histories, Wording wording) {
        this.histories = histories;
        this.wording = wording;
    }

    /** @param file its whole path on the engine's machine */
    record Wanted(String file) {}

    /**
     * The latest import of this process.
     *
     * @param percent of the file
     * @param events that are in, over all starts of this import
     * @param failure why it ended early, empty if it did not
     */
    record Standing(boolean running, double percent, long events, String failure) {}

    @GetMapping
    Standing standing() {
        var working = busy.get();
        var latest = histories.running();
        return latest == null
                ? new Standing(working, 0, 0, failure)
                : new Standing(working, Math.floor(latest.progress().share() * 1_000) / 10, latest.progress().events(), failure);
    }

    /** Begins; how far it is, {@link #standing} tells. A file that is in already changes nothing. */
    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    Standing begin(@RequestBody Wanted wanted) {
        var file = Path.of(wanted.file());
        if (!file.isAbsolute() || !Files.isReadable(file)) {
            throw new NotDone("failed.import-file", null, file);
        }
        if (!busy.compareAndSet(false, true)) {
            throw new NotDone("failed.import-busy", null, named());
        }
        failure = "";
        Thread.ofVirtual().name("import").start(() -> run(file));
        return standing();
    }

    @ExceptionHandler
    @ResponseStatus(HttpStatus.CONFLICT)
    Map<String, String> notDone(NotDone why) {
        return Map.of("error", why.in(wording));
    }

    private void run(Path file) {
        try {
            histories.run(file, progress -> {});
        } catch (RuntimeException | Error broken) {
            failure = String.valueOf(broken.getMessage());
            LOG.error("An import ended early; the same command goes on where it was", broken);
        } finally {
            busy.set(false);
        }
    }

    private String named() {
        var latest = histories.running();
        return latest == null ? "" : latest.file();
    }
}
