package io.rapport.policy.steps;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import io.cucumber.java.en.Then;
import io.rapport.facts.Conclusion;
import io.rapport.facts.EventData;
import io.rapport.facts.EventTypes;
import io.rapport.policy.wording.Dictionary;
import io.rapport.policy.wording.UnclearStep;

/** What is concluded about a person as of now. */
final class ConclusionSteps {

    private static final String SIGN = "churn-sign";
    private static final String UNKNOWN = "unknown";

    private final World world;

    ConclusionSteps(World world) {
        this.world = world;
    }

    @Then("{person}'s {concept} is {value}")
    @InChinese("{person}的{concept}是{value}")
    void is(String name, String concept, String value) {
        concluded(name, "", concept, value);
    }

    @Then("{person}'s {concept} is {value}, because {string}")
    @InChinese("{person}的{concept}是{value},因为{string}")
    void is(String name, String concept, String value, String because) {
        concluded(name, "", concept, value);
        var own = Dictionary.value(concept, value);
        because(about(name, "", concept).filter(conclusion -> conclusion.value().equals(own)).toList(), because);
    }

    @Then("{person}'s {concept} for {string} is {value}")
    @InChinese(value = "{person}在{string}的{concept}是{value}", order = {0, 2, 1, 3})
    void isFor(String name, String concept, String productLine, String value) {
        concluded(name, "product line/" + productLine, concept, value);
    }

    @InChinese("{person}是{string}客户")
    void isTier(String name, String tier) {
        concluded(name, "", "tier", tier);
    }

    @InChinese("{person}是{string}客户,因为{string}")
    void isTier(String name, String tier, String because) {
        is(name, "tier", tier, because);
    }

    /** Whatever happened: an order may lift somebody, and the failure says what he became. */
    @Then("{person} stays a {value} customer")
    @InChinese("{person}仍是{string}客户")
    void stays(String name, String word) {
        var tier = Dictionary.value("tier", word);
        var person = world.person(name);
        world.settle();
        for (var step : person.steps().stream().filter(each -> !each.decision().conclusions().isEmpty()).toList()) {
            var stands = step.decision().valueOf("tier");
            Expect.same("tier of " + name + " on " + step.decision().at().atZone(world.now().getZone()).toLocalDate(), tier,
                    stands == null ? UNKNOWN : stands);
        }
        concluded(name, "", "tier", tier);
    }

    @Then("{person} shows the churn sign {value}")
    @InChinese("{person}显示流失迹象{value}")
    void shows(String name, String word) {
        var sign = Dictionary.value(SIGN, word);
        var found = values(name, "", SIGN);
        Expect.that(found.contains(sign), "of " + name + " the churn sign ", sign, Expect.listed(found),
                () -> behind(name, "", SIGN, sign, List.of()));
    }

    @Then("{person} shows the churn sign {value}, because {string}")
    @InChinese("{person}显示流失迹象{value},因为{string}")
    void shows(String name, String word, String because) {
        shows(name, word);
        var sign = Dictionary.value(SIGN, word);
        because(about(name, "", SIGN).filter(conclusion -> conclusion.value().equals(sign)).toList(), because);
    }

    @Then("{person} does not show the churn sign {value}")
    @InChinese("{person}没有流失迹象{value}")
    void doesNotShow(String name, String word) {
        var sign = Dictionary.value(SIGN, word);
        var found = about(name, "", SIGN).filter(each -> each.value().equals(sign)).map(Conclusion::reason).toList();
        Expect.that(found.isEmpty(), "of " + name + " no churn sign ", sign, sign, () -> world.suspects().of(found));
    }

    @Then("{person} shows the loyalty {value}")
    @InChinese("{person}显示忠诚{value}")
    void showsLoyalty(String name, String loyalty) {
        Expect.that(values(name, "", "loyalty").contains(Dictionary.value("loyalty", loyalty)),
                "Expected the loyalty [" + loyalty + "] of " + name
                        + ", found " + values(name, "", "loyalty"));
    }

    @Then("{person} does not show the loyalty {value}")
    @InChinese("{person}没有忠诚{value}")
    void doesNotShowLoyalty(String name, String loyalty) {
        Expect.that(!values(name, "", "loyalty").contains(Dictionary.value("loyalty", loyalty)),
                name + " shows the loyalty [" + loyalty + "]");
    }

    /** The mood stays; why it is so stands in the decision about the words that showed it. */
    @Then("the mood of the message is {value}, because {string}")
    @InChinese("这条消息表现的情绪是{value},因为{string}")
    void moodOfTheMessage(String mood, String because) {
        world.settle();
        var found = world.people().stream().flatMap(person -> person.steps().stream())
                .filter(step -> step.noted().data() instanceof EventData.Message)
                .flatMap(step -> step.decision().conclusions().stream()).filter(each -> each.concept().equals("mood")).toList();
        Expect.same("mood", List.of(Dictionary.value("mood", mood)), found.stream().map(Conclusion::value).toList());
        because(found, because);
    }

    /** Only the order itself has a size; what follows from it is decided a moment later. */
    @Then("{person}'s last order is {value}, because {string}")
    @InChinese("{person}的最近一笔订单是{value},因为{string}")
    void sizeOfTheLastOrder(String name, String word, String because) {
        world.settle();
        var size = Dictionary.value("order-size", word);
        var step = world.person(name).steps().stream().filter(each -> each.noted().is(EventTypes.ORDER_PLACED))
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new UnclearStep(name + " ordered nothing", "order something first."));
        var found = step.decision().conclusions().stream().filter(each -> each.concept().equals("order-size")).toList();
        Expect.same("order size", List.of(size), found.stream().map(Conclusion::value).toList(), () -> world.suspects()
                .ofConclusion(step, "order-size", "", size, found.stream().map(Conclusion::reason).toList()));
        because(found, because);
    }

    @Then("{person} passed the stages {string}")
    @InChinese("{person}经历了阶段{string}")
    void passed(String name, String stages) {
        world.settle();
        var moves = world.person(name).events().map(event -> event.data()).filter(EventData.Move.class::isInstance)
                .map(EventData.Move.class::cast).filter(move -> move.concept().equals("stage")).map(EventData.Move::to).toList();
        Expect.same("stages", Arrays.asList(stages.split(", ")), moves);
    }

    /** "unknown" is the word for a concept that nothing was concluded about. */
    private void concluded(String name, String subject, String concept, String word) {
        var value = Dictionary.value(concept, word);
        var found = about(name, subject, concept).toList();
        var values = found.isEmpty() ? UNKNOWN : String.join(", ", found.stream().map(Conclusion::value).toList());
        Expect.same(concept + " of " + name, value, values, () -> behind(name, subject, concept, value, found));
    }

    private List<Behind> behind(String name, String subject, String concept, String expected, List<Conclusion> found) {
        return world.suspects().ofConclusion(
                world.person(name).steps().getLast(), concept, subject, expected,
                found.stream().map(Conclusion::reason).toList());
    }

    private void because(List<Conclusion> conclusions, String because) {
        var reasons = conclusions.stream().map(Conclusion::reason).toList();
        Expect.that(reasons.stream().anyMatch(reason -> world.reads(reason, because)), "the reason ", "\"" + because + "\"",
                Expect.listed(reasons.stream().map(world::sentence).toList()), () -> world.suspects().of(reasons));
    }

    private List<String> values(String name, String subject, String concept) {
        return about(name, subject, concept).map(Conclusion::value).toList();
    }

    private Stream<Conclusion> about(String name, String subject, String concept) {
        world.settle();
        return world.person(name).decision().conclusions().stream()
                .filter(each -> each.concept().equals(concept) && each.subject().equals(subject));
    }
}
