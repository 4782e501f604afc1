package io.rapport.policy.steps;

import java.time.LocalDateTime;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.rapport.facts.Action;
import io.rapport.facts.Channel;
import io.rapport.facts.Decision;
import io.rapport.facts.EventData;
import io.rapport.facts.EventTypes;
import io.rapport.facts.Purpose;

/** What leaves, what waits and what is held back. */
final class ActionSteps {

    private final World world;

    ActionSteps(World world) {
        this.world = world;
    }

    @Given("tomorrow these rules are written as well:")
    @InChinese("明天还有这些规则:")
    void furtherRules(String sentences) {
        world.furtherRules(sentences);
    }

    @Then("a message {string} goes to {person} by {channel}")
    @InChinese(value = "消息{string}通过{channel}发给{person}", order = {0, 2, 1})
    void goes(String template, String name, Channel channel) {
        var sent = messages(template, name);
        Expect.that(sent.stream().anyMatch(action -> action.channel() == channel), "a message ",
                "[" + template + "] by " + channel.word(), everything(name), () -> behindMissing(name, template));
    }

    @Then("a message {string} goes to {person} by {channel}, because {string}")
    @InChinese(value = "消息{string}通过{channel}发给{person},因为{string}", order = {0, 2, 1, 3})
    void goes(String template, String name, Channel channel, String because) {
        goes(template, name, channel);
        var reasons = messages(template, name).stream().map(Action::reason).toList();
        Expect.that(reasons.stream().anyMatch(reason -> world.reads(reason, because)), "the reason ", "\"" + because + "\"",
                Expect.listed(reasons.stream().map(world::sentence).toList()), () -> world.suspects().of(reasons));
    }

    @Then("a message {string} goes to {person} by {channel} in {language}")
    @InChinese(value = "消息{string}通过{channel}用{language}发给{person}", order = {0, 2, 3, 1})
    void goesIn(String template, String name, Channel channel, String language) {
        goes(template, name, channel);
        var reads = Written.language(world.person(name).memory());
        Expect.that(world.templates().isIn(template, language) && reads.equals(language), "the language ", language,
                world.templates().isIn(template, reads) ? reads : Written.USUAL, java.util.List::of);
    }

    @Then("the message {string} to {person} says {string}")
    @InChinese(value = "发给{person}的消息{string}写着{string}", order = {1, 0, 2})
    void says(String template, String name, String words) {
        var written = messages(template, name).stream()
                .map(action -> Written.of(world.templates(), action, world.person(name).memory())).toList();
        Expect.that(written.stream().anyMatch(text -> text.contains(words)), "the words ", "\"" + words + "\"",
                Expect.listed(written), () -> written.isEmpty() ? behindMissing(name, template) : java.util.List.of());
    }

    @Then("{count} message(s) {string} go(es) to {person}")
    @InChinese(value = "{person}收到{count}条消息{string}", order = {2, 0, 1})
    void go(int times, String template, String name) {
        var sent = messages(template, name);
        Expect.same("messages " + template + " to " + name, times, sent.size(), () -> sent.size() < times
                ? behindMissing(name, template)
                : behind(sent));
    }

    @Then("{count} message(s) {string} go(es) to {person}, one held back because {string}")
    @InChinese(value = "{person}收到{count}条消息{string},另一条被保留,因为{string}", order = {2, 0, 1, 3})
    void go(int times, String template, String name, String because) {
        go(times, template, name);
        heldBack(template, name, because);
    }

    @Then("no message {string} goes to {person}")
    @InChinese("消息{string}不发给{person}")
    void doesNotGo(String template, String name) {
        go(0, template, name);
    }

    @Then("no message {string} goes to {person}, because {string}")
    @InChinese("消息{string}不发给{person},因为{string}")
    void doesNotGo(String template, String name, String because) {
        go(0, template, name);
        heldBack(template, name, because);
    }

    @Then("nothing is done for {person}")
    @InChinese("没有为{person}做任何事")
    void nothingIsDone(String name) {
        world.settle();
        Expect.same("what is done for " + name, "nothing", everything(name), () -> behind(world.person(name).steps().stream()
                .flatMap(step -> step.decision().actions().stream()).toList()));
    }

    @Then("no promotional message was sent to {person}, because {string}")
    @InChinese("没有向{person}发送推广消息,因为{string}")
    void nothingPromotional(String name, String because) {
        world.settle();
        var person = world.person(name);
        Expect.same("promotional messages to " + name, List.of(), person.actions(Action.Kind.MESSAGE)
                .filter(action -> action.purpose() == Purpose.PROMOTION).map(Action::what).toList());
        heldBack(person.heldBack().filter(held -> held.action().purpose() == Purpose.PROMOTION).toList(), because);
    }

    @Then("the message {string} to {person} leaves at {moment}")
    @InChinese(value = "发给{person}的消息{string}在{moment}发出", order = {1, 0, 2})
    void leavesAt(String template, String name, LocalDateTime moment) {
        var leaves = messages(template, name).stream().map(action -> local(action.notBefore())).toList();
        Expect.that(leaves.contains(moment), "[" + template + "] at ", "[" + moment + "]", leaves.toString(),
                () -> behindMissing(name, template));
    }

    @Then("the message {string} to {person} is valid until {moment}")
    @InChinese(value = "发给{person}的消息{string}有效期至{moment}", order = {1, 0, 2})
    void isValidUntil(String template, String name, LocalDateTime moment) {
        var ends = messages(template, name).stream().map(action -> local(action.validUntil())).toList();
        Expect.that(ends.contains(moment), "[" + template + "] until ", "[" + moment + "]", ends.toString(),
                () -> behindMissing(name, template));
    }

    @Then("the message {string} to {person} was missed")
    @InChinese(value = "发给{person}的消息{string}已错过", order = {1, 0})
    void wasMissed(String template, String name) {
        go(0, template, name);
        Expect.that(
                world.person(name).events().map(event -> event.data()).anyMatch(data -> data instanceof EventData.Contact contact
                        && contact.what().equals(template) && contact.outcome().equals("missed")),
                "[" + template + "] was not recorded as missed, found\n  " + everything(name));
    }

    @When("the last message {string} to {person} cannot be delivered")
    @InChinese(value = "最后一条发给{person}的消息{string}无法送达", order = {1, 0})
    void cannotBeDelivered(String template, String name) {
        var action = messages(template, name).getLast();
        world.tell(world.person(name), EventTypes.CUSTOMER_CONTACTED, new EventData.Contact(action.id(),
                action.reason().ruleId(), action.occasion(), action.channel(), action.purpose(), action.what(), "failed"));
        world.settle();
    }

    @When("the task {string} for {person} is done")
    @InChinese(value = "{person}的任务{string}已完成", order = {1, 0})
    void isDone(String title, String name) {
        world.settle();
        var person = world.person(name);
        var given = person.actions(Action.Kind.TASK).filter(action -> action.what().equals(title)).toList();
        Expect.that(!given.isEmpty(), "a task \"" + title + "\" for " + name + ", found\n  " + everything(name));
        var action = given.getLast();
        var met = action.values().get(EventData.Contact.MET);
        world.tell(person, EventTypes.CUSTOMER_CONTACTED, new EventData.Contact(action.id(), action.reason().ruleId(),
                action.occasion(), action.channel(), action.purpose(), title, "done", met == null ? null : Channel.ofWord(met)));
        world.settle();
    }

    @Then("a task {string} waits for the {assignee}")
    @InChinese("任务{string}等待{assignee}")
    void waits(String title, String assignee) {
        var tasks = tasks(title);
        Expect.same("who has the task \"" + title + "\"", assignee, tasks.isEmpty() ? "nobody" : tasks.getLast().assignee(),
                () -> tasks.isEmpty() ? behindMissingTask(title) : behind(List.of(tasks.getLast())));
    }

    @Then("a task {string} waits for the {assignee}, due {moment}")
    @InChinese("任务{string}等待{assignee},期限{moment}")
    void waits(String title, String assignee, LocalDateTime due) {
        waits(title, assignee);
        var task = tasks(title).getLast();
        Expect.same("due date of the task \"" + title + "\"", due, local(task.dueAt()), () -> behind(List.of(task)));
    }

    @Then("a task {string} waits for the {assignee}, because {string}")
    @InChinese("任务{string}等待{assignee},因为{string}")
    void waits(String title, String assignee, String because) {
        waits(title, assignee);
        var reason = tasks(title).getLast().reason();
        Expect.that(world.reads(reason, because), "Expected the reason \"" + because + "\", found " + world.sentence(reason));
    }

    @Then("{count} task(s) {string} was/were given")
    @InChinese(value = "任务{string}指派了{count}次", order = {1, 0})
    void wereGiven(int times, String title) {
        var given = tasks(title);
        Expect.same("tasks \"" + title + "\"", times, given.size(),
                () -> given.size() < times ? behindMissingTask(title) : behind(given));
    }

    @Then("no task {string} waits")
    @InChinese("没有任务{string}在等待")
    void doesNotWait(String title) {
        wereGiven(0, title);
    }

    private void heldBack(String template, String name, String because) {
        heldBack(world.person(name).heldBack().filter(held -> held.action().what().equals(template)).toList(), because);
    }

    private void heldBack(List<Decision.HeldBack> held, String because) {
        Expect.that(held.stream().anyMatch(each -> world.reads(each.reason(), because)), "to be held back because ",
                "\"" + because + "\"",
                Expect.listed(held.stream().map(each -> each.action().what() + ": " + world.sentence(each.reason())).toList()),
                () -> world.suspects().of(held.stream().map(Decision.HeldBack::reason).toList()));
    }

    private List<Behind> behind(List<Action> actions) {
        return world.suspects().of(actions.stream().map(Action::reason).toList());
    }

    private List<Behind> behindMissing(String name, String template) {
        return world.suspects().ofMissingAction(world.person(name).steps(), template);
    }

    private List<Behind> behindMissingTask(String title) {
        return world.suspects().ofMissingAction(world.people().stream().flatMap(person -> person.steps().stream()).toList(),
                title);
    }

    private List<Action> messages(String template, String name) {
        world.settle();
        return world.person(name).actions(Action.Kind.MESSAGE).filter(action -> action.what().equals(template)).toList();
    }

    private List<Action> tasks(String title) {
        world.settle();
        return world.people().stream().flatMap(person -> person.actions(Action.Kind.TASK))
                .filter(action -> action.what().equals(title)).toList();
    }

    private String everything(String name) {
        var person = world.person(name);
        var sent = person.steps().stream().flatMap(step -> step.decision().actions().stream())
                .map(action -> action.what() + " by " + action.channel().word());
        var held = person.heldBack().map(each -> each.action().what() + " held back: " + world.sentence(each.reason()));
        return Expect.listed(java.util.stream.Stream.concat(sent, held).toList());
    }

    private @Nullable LocalDateTime local(java.time.@Nullable Instant instant) {
        return instant == null ? null : LocalDateTime.ofInstant(instant, world.now().getZone());
    }
}
