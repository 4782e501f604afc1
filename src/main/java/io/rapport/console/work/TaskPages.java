package io.rapport.console.work;

import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;

import io.rapport.action.Task;
import io.rapport.action.Tasks;
import io.rapport.console.ConsoleSettings;
import io.rapport.console.Listing;
import io.rapport.console.Listing.Asked;
import io.rapport.console.NotDone;
import io.rapport.console.Wording;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** What agents have to do. */
@Controller
public class TaskPages {

    private static final int LONGEST_HOURS = 24 * 365;

    private static final int LONGEST_NOTE = 1_000;

    private final Tasks tasks;

    private final ConsoleSettings settings;

    private final Clock clock;

    private final Wording wording;

    TaskPages(Tasks tasks, ConsoleSettings settings, Clock clock, Wording wording) {
        this.tasks = tasks;
        this.settings = settings;
        this.clock = clock;
        this.wording = wording;
    }

    @GetMapping("/tasks")
    String page(Asked asked, Model model) {
        model.addAttribute("list", list(asked));
        model.addAttribute("statuses", Arrays.stream(Task.Status.values()).map(Task.Status::word).toList());
        return "tasks";
    }

    @GetMapping("/api/tasks")
    @ResponseBody
    Listing<TaskView> list(Asked asked) {
        var status = status(asked.search());
        var now = clock.instant();
        var open = new Asked(status.word(), "", false, asked.page());
        return Listing.paged(open, settings.rows(), (page, size) -> tasks.list(status, page, size))
                .map(task -> TaskView.of(task, now, wording));
    }

    @PostMapping("/tasks/{id}/done")
    String done(@PathVariable String id, @RequestParam(defaultValue = "") String note) {
        if (!tasks.done(id, Sending.WHO, shortened(note))) {
            throw new NotDone("failed.task", null);
        }
        return "redirect:/tasks?done=task-done";
    }

    @PostMapping("/tasks/{id}/postponed")
    String postponed(@PathVariable String id, @RequestParam int hours, @RequestParam(defaultValue = "") String note) {
        var dueAt = clock.instant().plus(Duration.ofHours(Math.clamp(hours, 1, LONGEST_HOURS)));
        if (!tasks.postpone(id, Sending.WHO, dueAt, shortened(note))) {
            throw new NotDone("failed.task", null);
        }
        return "redirect:/tasks?q=postponed&done=task-postponed";
    }

    private static String shortened(String note) {
        return note.substring(0, Math.min(note.length(), LONGEST_NOTE));
    }

    private static Task.Status status(String word) {
        return Arrays.stream(Task.Status.values()).filter(status -> status.word().equals(word)).findFirst()
                .orElse(Task.Status.OPEN);
    }
}
