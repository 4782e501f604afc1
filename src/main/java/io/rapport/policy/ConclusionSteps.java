package io.rapport.policy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import io.cucumber.java.en.Then;
import io.rapport.facts.Conclusion;
import io.rapport.facts.EventData;

/** What is concluded about a person as of now. */
final class ConclusionSteps {

    private static final String SIGN = "churn-sign";

    private final World world;

    ConclusionSteps(World world) {
        this.world = world;
    }

    @Then("{person}'s {concept} is {value}")
    void is(String name, String concept, String value) {
        concluded(name, "", concept, value);
    }

    @Then("{person}'s {concept} is {value}, because {string}")
    void is(String name, String concept, String value, String because) {
        concluded(name, "", concept, value);
        because(about(name, "", concept).filter(conclusion -> conclusion.value().equals(value)).toList(), because);
    }

    @Then("{person}'s {concept} for {string} is {value}")
    void isFor(String name, String concept, String productLine, String value) {
        concluded(name, "product line/" + productLine, concept, value);
    }

    @InChinese("{person}是{string}客户")
    void isTier(String name, String tier) {
        concluded(name, "", "tier", Dictionary.value("tier", tier));
    }

    @InChinese("{person}是{string}客户,因为{string}")
    void isTier(String name, String tier, String because) {
        is(name, "tier", Dictionary.value("tier", tier), because);
    }

    @Then("{person} shows the churn sign {value}")
    void shows(String name, String sign) {
        Expect.that(values(name, "", SIGN).contains(sign), "Expected the churn sign [" + sign + "] of " + name + ", found "
                + values(name, "", SIGN));
    }

    @Then("{person} shows the churn sign {value}, because {string}")
    void shows(String name, String sign, String because) {
        shows(name, sign);
        because(about(name, "", SIGN).filter(conclusion -> conclusion.value().equals(sign)).toList(), because);
    }

    @Then("{person} does not show the churn sign {value}")
    void doesNotShow(String name, String sign) {
        Expect.that(!values(name, "", SIGN).contains(sign), name + " shows the churn sign [" + sign + "]");
    }

    @Then("{person} passed the stages {string}")
    void passed(String name, String stages) {
        world.settle();
        var moves = world.person(name).events().map(event -> event.data()).filter(EventData.Move.class::isInstance)
                .map(EventData.Move.class::cast).filter(move -> move.concept().equals("stage")).map(EventData.Move::to).toList();
        Expect.same("stages", Arrays.asList(stages.split(", ")), moves);
    }

    /** "unknown" is the word for a concept that nothing was concluded about. */
    private void concluded(String name, String subject, String concept, String value) {
        var expected = value.equals("unknown") ? List.of() : List.of(value);
        Expect.same(concept + " of " + name, expected, values(name, subject, concept));
    }

    private void because(List<Conclusion> conclusions, String because) {
        Expect.that(conclusions.stream().anyMatch(conclusion -> world.reads(conclusion.reason(), because)),
                "Expected the reason \"" + because + "\", found\n  "
                        + Expect.listed(conclusions.stream().map(each -> world.sentence(each.reason())).toList()));
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
