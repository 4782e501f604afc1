package io.rapport.action;

import static io.rapport.action.Dispatches.ANNA;
import static io.rapport.action.Dispatches.answerComplaint;
import static io.rapport.action.Dispatches.qualityCall;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

import io.rapport.facts.EventData;

@SpringBootTest(classes = ActionRoom.class, webEnvironment = WebEnvironment.NONE,
        properties = "spring.datasource.url=jdbc:h2:mem:tasks")
class TasksTests {

    @Autowired
    private ActionRoom.Bench bench;
    @Autowired
    private Tasks tasks;
    @Autowired
    private MovableClock clock;
    @Autowired
    private Outside outside;

    @BeforeEach
    void clear() {
        bench.clear();
    }

    @Test
    void showsAnAgentTheMostUrgentFirst() {
        bench.fill(qualityCall("whenever", null, null), qualityCall("tomorrow", clock.instant().plus(Duration.ofDays(1)), null),
                qualityCall("now", clock.instant(), null), answerComplaint("boss", "manager", "C-1", clock.instant()));

        assertThat(tasks.openOf("service", 0, 10)).extracting(Task::actionId).containsExactly("now", "tomorrow", "whenever");
        assertThat(tasks.openCounts()).isEqualTo(Map.of("service", 3L, "manager", 1L));
        assertThat(tasks.ofCustomer(ANNA, 0, 10)).hasSize(4);
    }

    @Test
    void tellsThatATaskIsDoneOnlyOnce() {
        bench.fill(qualityCall("t1", clock.instant(), null));

        assertThat(tasks.done("t1", "Eva", "all is well")).isTrue();
        assertThat(tasks.done("t1", "Eva", "again")).isFalse();
        bench.work();

        assertThat(bench.told()).containsExactly("t1/done");
        assertThat(tasks.list(Task.Status.DONE, 0, 10)).singleElement().satisfies(task -> {
            assertThat(task.changedBy()).isEqualTo("Eva");
            assertThat(task.reason()).isEqualTo("all is well");
        });
    }

    @Test
    void resolvesTheComplaintThatWasAnswered() {
        bench.fill(answerComplaint("first", "service", "C-1", clock.instant()),
                answerComplaint("escalated", "manager", "C-1", clock.instant()),
                answerComplaint("another", "service", "C-2", clock.instant()));

        tasks.done("escalated", "Max", "replaced the lamp");
        bench.work();

        assertThat(bench.told()).containsExactlyInAnyOrder("escalated/done", "escalated/resolved", "first/done");
        assertThat(outside.told).filteredOn(event -> event.is("complaint.resolved")).singleElement()
                .satisfies(event -> assertThat(((EventData.Complaint) event.data()).complaintId()).isEqualTo("C-1"));
        assertThat(tasks.openOf("service", 0, 10)).extracting(Task::actionId).containsExactly("another");
    }

    @Test
    void comesBackLaterWhenPostponed() {
        bench.fill(qualityCall("t1", clock.instant(), null));

        tasks.postpone("t1", "Eva", clock.instant().plus(Duration.ofDays(1)), "on holiday");
        bench.work();
        tasks.postpone("t1", "Eva", clock.instant().plus(Duration.ofDays(2)), "still on holiday");
        bench.work();
        tasks.done("t1", "Eva", "");
        bench.work();

        assertThat(bench.told()).containsExactly("t1/postponed", "t1/postponed/2", "t1/done");
    }

    @Test
    void isMissedWhenNobodyDidItInTime() {
        bench.fill(qualityCall("t1", clock.instant(), clock.instant().plus(Duration.ofDays(3))));

        clock.advance(Duration.ofDays(3).plusMillis(1));
        bench.work();

        assertThat(bench.told()).containsExactly("t1/missed");
        assertThat(tasks.done("t1", "Eva", "too late")).isFalse();
    }
}
