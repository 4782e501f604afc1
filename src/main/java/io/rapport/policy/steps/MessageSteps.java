package io.rapport.policy.steps;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.rapport.decision.Step;
import io.rapport.facts.Channel;
import io.rapport.facts.Conclusion;
import io.rapport.facts.CustomerEvent;
import io.rapport.facts.EventData;
import io.rapport.facts.EventTypes;
import io.rapport.policy.wording.Dictionary;

/** What customers write. */
final class MessageSteps {

    private final World world;
    private int messages;

    MessageSteps(World world) {
        this.world = world;
    }

    @When("{person} writes an e-mail: {string}")
    @InChinese("{person}写邮件:{string}")
    void writes(String name, String text) {
        message(name, text, false);
    }

    @When("{person} asks for a {string} on {date}")
    @InChinese(value = "{person}在{date}索取{string}", order = {0, 2, 1})
    void asksFor(String name, String what, LocalDate day) {
        world.moveTo(day.atTime(LocalTime.NOON).atZone(world.now().getZone()));
        message(name, "A " + what + ", please!", false);
    }

    @When("an automatic reply comes from {person}: {string}")
    @InChinese("收到{person}的自动回复:{string}")
    void automatic(String name, String text) {
        message(name, text, true);
    }

    @When("{person} fills in the form {string}: {string}")
    @InChinese("{person}填写表单{string}:{string}")
    void fillsIn(String name, String form, String text) {
        world.tell(world.person(name), EventTypes.WEB_FORM, new EventData.Form(form, text, null, Map.of(), List.of()));
    }

    @Then("the topic of the message is {value}")
    @InChinese("消息的主题是{value}")
    void topicIs(String word) {
        var topic = Dictionary.value("topic", word);
        var found = topics();
        Expect.that(found.contains(topic), "the topic ", topic, found.isEmpty() ? "unknown" : String.join(", ", found),
                () -> behind(topic));
    }

    @Then("the topic of the message is not {value}")
    @InChinese("消息的主题不是{value}")
    void topicIsNot(String word) {
        var topic = Dictionary.value("topic", word);
        Expect.that(!topics().contains(topic), "a topic other than ", topic, topic, () -> behind(topic));
    }

    /** What the last message is about, also if it is about nothing. */
    private List<String> topics() {
        world.settle();
        return told().map(step -> topics(step.noted())).orElse(List.of());
    }

    private Optional<Step> told() {
        return world.steps().filter(step -> step.noted().data() instanceof EventData.Message
                || step.noted().data() instanceof EventData.Form).reduce((earlier, later) -> later);
    }

    private List<Behind> behind(String topic) {
        return told().map(step -> world.suspects().ofConclusion(step, "topic", "", topic,
                step.decision().conclusions().stream().filter(each -> each.concept().equals("topic"))
                        .map(Conclusion::reason).toList()))
                .orElse(List.of());
    }

    private void message(String name, String text, boolean automatic) {
        messages++;
        world.tell(world.person(name), EventTypes.EMAIL_RECEIVED,
                new EventData.Message(Channel.EMAIL, "", text, "thread " + messages, 0, automatic, null));
    }

    private static List<String> topics(CustomerEvent event) {
        return switch (event.data()) {
            case EventData.Message message -> message.topics();
            case EventData.Form form -> form.topics();
            default -> List.of();
        };
    }
}
