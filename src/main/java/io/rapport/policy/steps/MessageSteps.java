package io.rapport.policy.steps;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;

import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.rapport.decision.Step;
import io.rapport.facts.Channel;
import io.rapport.facts.Conclusion;
import io.rapport.facts.CustomerEvent;
import io.rapport.facts.EventData;
import io.rapport.facts.EventTypes;
import io.rapport.policy.wording.Dictionary;
import org.jspecify.annotations.Nullable;

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
        world.settle();
        var said = world.steps().filter(step -> topic(step.noted()) != null).reduce((earlier, later) -> later);
        Expect.same("topic", topic, said.map(step -> topic(step.noted())).orElse("unknown"),
                () -> said.map(step -> behind(step, topic)).orElse(List.of()));
    }

    private List<Behind> behind(Step step, String topic) {
        var found = step.decision().conclusions().stream().filter(each -> each.concept().equals("topic"))
                .map(Conclusion::reason).toList();
        return world.suspects().ofConclusion(step, "topic", "", topic, found);
    }

    private void message(String name, String text, boolean automatic) {
        messages++;
        world.tell(world.person(name), EventTypes.EMAIL_RECEIVED,
                new EventData.Message(Channel.EMAIL, "", text, "thread " + messages, 0, automatic, null));
    }

    private static @Nullable String topic(CustomerEvent event) {
        return switch (event.data()) {
            case EventData.Message message -> message.topic();
            case EventData.Form form -> form.topic();
            default -> null;
        };
    }
}
