package io.rapport.policy.steps;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.rapport.facts.Channel;
import io.rapport.facts.EventData;
import io.rapport.facts.EventTypes;
import io.rapport.facts.Memory;

/** Complaints, from the first word to the resolution. The complaint of a scenario is the one raised last. */
final class ComplaintSteps {

    private static final String TEXT = "I want to complain: the lamp arrived broken.";

    private final World world;
    private int threads;

    ComplaintSteps(World world) {
        this.world = world;
    }

    @Given("{person} complained by {channel}")
    @InChinese("{person}通过{channel}投诉")
    void complained(String name, Channel channel) {
        var person = world.person(name);
        if (channel == Channel.WEB) {
            world.tell(person, EventTypes.WEB_FORM, new EventData.Form("contact", TEXT, null, Map.of(), List.of()));
            return;
        }
        var type = switch (channel) {
            case EMAIL -> EventTypes.EMAIL_RECEIVED;
            case CALL_CENTRE -> "call.received";
            case CHAT, MOBILE, SOCIAL -> "chat.message";
            default -> channel.word() + ".received";
        };
        threads++;
        world.tell(person, type, new EventData.Message(channel, "", TEXT, thread(), 0, false, null));
    }

    @When("{person} writes again about it: {string}")
    @InChinese("{person}再次来信:{string}")
    void writesAgain(String name, String text) {
        world.tell(world.person(name), EventTypes.EMAIL_RECEIVED,
                new EventData.Message(Channel.EMAIL, "", text, thread(), 0, false, null));
    }

    private String thread() {
        return "complaint thread " + threads;
    }

    @When("the complaint is resolved")
    @InChinese("投诉得到解决")
    void isResolved() {
        world.settle();
        world.people().forEach(person -> List.copyOf(person.memory().complaints())
                .forEach(open -> world.tell(person, EventTypes.COMPLAINT_RESOLVED,
                        new EventData.Complaint(open.id(), open.channel(), "answered"))));
        world.settle();
    }

    @Then("a complaint of {person} is open")
    @InChinese("{person}有投诉尚未解决")
    void isOpen(String name) {
        world.settle();
        Expect.that(!world.person(name).memory().complaints().isEmpty(), "No complaint of [" + name + "] is open");
    }

    @Then("no complaint of {person} is open")
    @InChinese("{person}没有未解决的投诉")
    void isNotOpen(String name) {
        world.settle();
        Expect.that(world.person(name).memory().complaints().isEmpty(), "A complaint of [" + name + "] is open");
    }

    @Then("the complaint was never escalated")
    @InChinese("投诉从未升级")
    void neverEscalated() {
        Expect.same("times escalated", 0L, escalations());
    }

    @Then("the complaint is at escalation level {count}")
    @InChinese("投诉升到第{count}级")
    void isAtLevel(int level) {
        Expect.same("times escalated", (long) level, escalations());
        Expect.same("escalation level", level, open().level());
    }

    @Then("the complaint was escalated {count} time(s)")
    @InChinese("投诉升级了{count}次")
    void wasEscalated(int times) {
        Expect.same("times escalated", (long) times, escalations());
    }

    @Then("the complaint is due by {moment}")
    @InChinese("投诉的期限是{moment}")
    void isDueBy(LocalDateTime deadline) {
        world.settle();
        Expect.same("deadline", deadline.atZone(world.now().getZone()).toInstant(), open().deadline());
    }

    private long escalations() {
        world.settle();
        return world.events().filter(event -> event.is(EventTypes.CASE_ESCALATED)).count();
    }

    private Memory.OpenComplaint open() {
        return world.people().stream().flatMap(person -> person.memory().complaints().stream())
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new AssertionError("No complaint is open"));
    }
}
