package io.rapport.decision;

import static io.rapport.decision.Events.mail;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

import io.rapport.facts.Action;
import io.rapport.facts.CustomerEvent;
import io.rapport.facts.Memory;
import io.rapport.facts.Snapshot;
import io.rapport.rulebook.Rulebook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Where the step and the rules that ship meet: what counts as the same occasion. */
class ShippedRulesTests {

    private static Rulebook rulebook;

    private final Course course = new Course(new Judge(rulebook));
    private final List<Action> actions = new ArrayList<>();
    private Memory memory = Memory.blank(1);

    @BeforeAll
    static void compile() {
        rulebook = Rulebooks.shipped();
    }

    @AfterAll
    static void close() {
        rulebook.close();
    }

    @Test
    void answersEveryQuestionAndThanksForEveryPraise() {
        happens(mail("2026-03-02T09:00:00Z", "where is my parcel"));
        happens(mail("2026-03-03T09:00:00Z", "how much is the postage"));
        happens(mail("2026-03-04T09:00:00Z", "thank you, lovely"));
        happens(mail("2026-03-05T09:00:00Z", "thanks again, perfect"));

        assertThat(actions).extracting(Action::what).containsExactly(
                "answer the question", "answer the question", "thanks-for-praise", "thanks-for-praise");
    }

    @Test
    void opensEveryComplaintOfItsOwnThread() {
        happens(mail("2026-03-02T09:00:00Z", "the lamp arrived broken"));
        happens(mail("2026-03-02T10:00:00Z", "and the parcel never arrived"));

        assertThat(memory.complaints()).hasSize(2);
        assertThat(actions).extracting(Action::what).containsExactlyInAnyOrder(
                "complaint-received", "answer the complaint", "complaint-received", "answer the complaint");
    }

    @Test
    void confirmsEveryWishToHearNoMore() {
        happens(mail("2026-03-02T09:00:00Z", "please unsubscribe me"));
        happens(Events.consented("2026-06-02T09:00:00Z"));
        happens(mail("2026-06-03T09:00:00Z", "please unsubscribe me"));

        assertThat(actions).extracting(Action::what).containsExactly("unsubscribed", "unsubscribed");
        assertThat(memory.consents().get("email/promotion").given()).isFalse();
    }

    private void happens(CustomerEvent event) {
        var context = new Context(rulebook, Snapshot.NONE, ZoneId.of("Europe/London"), 182);
        var steps = course.take(memory, event, context, event.time());
        memory = steps.getLast().memory();
        steps.forEach(step -> actions.addAll(step.decision().actions()));
    }
}
