package io.rapport.console.work;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import io.rapport.console.NotDone;
import io.rapport.customer.ImportAbandoned;
import io.rapport.engine.HistoryImport;
import io.rapport.intake.PlainText;
import jakarta.servlet.http.HttpServletRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * Brings in a file of history that lies below the inbox, one at a time, while the engine goes on with its work, and gives up what
 * is left half done.
 */
@Controller
class ImportControl {

    private static final Logger LOG = LoggerFactory.getLogger(ImportControl.class);

    private final HistoryImport histories;

    private final ImportFiles files;

    private final AtomicBoolean busy = new AtomicBoolean();

    private volatile String failure = "";

    ImportControl(HistoryImport histories, ImportFiles files) {
        this.histories = histories;
        this.files = files;
    }

    /** @param file its path from the inbox on */
    record Wanted(String file) {}

    /**
     * The latest import of this process, and what is left half done.
     *
     * @param percent of the file
     * @param events that are in, over all starts of this import
     * @param failure why it ended early, empty if it did not
     * @param unfinished also those of other processes
     */
    record Standing(boolean running, double percent, long events, String failure, List<UnfinishedImport> unfinished) {}

    @GetMapping("/api/imports")
    @ResponseBody
    Standing standing() {
        var working = busy.get();
        var latest = histories.running();
        var unfinished = UnfinishedImport.all(histories);
        return latest == null
                ? new Standing(working, 0, 0, failure, unfinished)
                : new Standing(working, Math.floor(latest.progress().share() * 1_000) / 10, latest.progress().events(), failure,
                        unfinished);
    }

    /** Begins; how far it is, {@link #standing} tells. A file that is in already changes nothing. */
    @PostMapping("/api/imports")
    @ResponseBody
    @ResponseStatus(HttpStatus.ACCEPTED)
    Standing begin(@RequestBody Wanted wanted) {
        var file = files.find(String.valueOf(wanted.file()));
        if (!busy.compareAndSet(false, true)) {
            throw new NotDone("failed.import-busy", null, named());
        }
        failure = "";
        Thread.ofVirtual().name("import").start(() -> run(file));
        return standing();
    }

    /** Keeps a file below the inbox; where, it answers, for {@link #begin}. */
    @PutMapping("/api/imports/files/{name}")
    @ResponseBody
    Wanted keep(@PathVariable String name, HttpServletRequest request) throws IOException {
        return new Wanted(files.keep(name, request.getInputStream()));
    }

    /** Gives an unfinished import up, also one that runs. */
    @DeleteMapping("/api/imports/{file}")
    @ResponseBody
    Standing abandon(@PathVariable String file) {
        giveUp(file);
        return standing();
    }

    @PostMapping("/api/imports/{file}/abandon")
    @ResponseBody
    Standing abandoned(@PathVariable String file) {
        return abandon(file);
    }

    @PostMapping("/imports/abandoned")
    String abandonedOnPage(@RequestParam String file) {
        giveUp(file);
        return "redirect:/";
    }

    private void giveUp(String file) {
        if (!histories.abandon(file, "The console")) {
            throw new NotDone("failed.import-finished", null, PlainText.oneLine(file, 100));
        }
    }

    private void run(Path file) {
        try {
            histories.run(file, progress -> {});
        } catch (ImportAbandoned given) {
            failure = String.valueOf(given.getMessage());
        } catch (RuntimeException | Error broken) {
            failure = String.valueOf(broken.getMessage());
            LOG.error("An import ended early; the same command goes on where it was", broken);
        } finally {
            busy.set(false);
        }
    }

    private String named() {
        var latest = histories.running();
        return latest == null ? "" : latest.name();
    }
}
