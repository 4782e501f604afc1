package io.rapport.policy.steps;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.rapport.facts.Channel;
import io.rapport.facts.EventData;
import io.rapport.facts.EventTypes;
import io.rapport.facts.Purpose;

/** What people are and what they allow. */
final class PersonSteps {

    private final World world;

    PersonSteps(World world) {
        this.world = world;
    }

    @Given("{person} was born on {date}")
    @InChinese("{person}生于{date}")
    void wasBornOn(String name, LocalDate birthday) {
        trait(name, "birthday", birthday.toString());
    }

    @Given("{person} lives in {city}")
    @InChinese("{person}住在{city}")
    void livesIn(String name, ZoneId zone) {
        trait(name, "time-zone", zone.getId());
    }

    @Given("{person} reads {language}")
    @InChinese("{person}阅读{language}")
    void reads(String name, String language) {
        trait(name, "language", language);
    }

    @Given("{person} has the trait {string}: {string}")
    @InChinese("{person}的特征{string}是{string}")
    void hasTrait(String name, String trait, String value) {
        trait(name, trait, value);
    }

    @Given("the {string} of {person} is on {date}")
    @InChinese(value = "{person}的{string}在{date}", order = {1, 0, 2})
    void hasDate(String trait, String name, LocalDate day) {
        trait(name, trait, day.toString());
    }

    @Given("{person} agrees to promotion by {channel}")
    @InChinese("{person}同意通过{channel}接收推广")
    void agrees(String name, Channel channel) {
        world.has(world.person(name), EventTypes.CONSENT_GIVEN, new EventData.Consent(channel, Purpose.PROMOTION, "example"));
    }

    @Given("{person} agrees to promotion by every channel")
    @InChinese("{person}同意通过所有渠道接收推广")
    void agreesToAll(String name) {
        for (var channel : Channel.values()) {
            agrees(name, channel);
        }
    }

    @When("{person} withdraws the consent to promotion by {channel}")
    @InChinese("{person}撤回通过{channel}接收推广的同意")
    void withdraws(String name, Channel channel) {
        world.tell(world.person(name), EventTypes.CONSENT_WITHDRAWN,
                new EventData.Consent(channel, Purpose.PROMOTION, "example"));
    }

    @When("{person} is looked at again")
    @InChinese("重新评价{person}")
    void isLookedAtAgain(String name) {
        world.settle();
        world.decidedNow(world.person(name));
    }

    @When("{person} forbids service messages by {channel}")
    @InChinese("{person}不接受通过{channel}的服务消息")
    void forbids(String name, Channel channel) {
        world.tell(world.person(name), EventTypes.CONSENT_WITHDRAWN,
                new EventData.Consent(channel, Purpose.SERVICE, "example"));
    }

    @Then("{person} still agrees to promotion by {channel}")
    @InChinese("{person}现在仍同意通过{channel}接收推广")
    void stillAgrees(String name, Channel channel) {
        Expect.same("consent of " + name, true, hasConsent(name, channel));
    }

    @Then("{person} no longer agrees to promotion by {channel}")
    @InChinese("{person}不再同意通过{channel}接收推广")
    void noLongerAgrees(String name, Channel channel) {
        Expect.same("consent of " + name, false, hasConsent(name, channel));
    }

    private boolean hasConsent(String name, Channel channel) {
        world.settle();
        return world.person(name).memory().hasConsent(channel, Purpose.PROMOTION);
    }

    private void trait(String name, String trait, String value) {
        world.has(world.person(name), EventTypes.CUSTOMER_UPDATED, new EventData.Traits(Map.of(trait, value)));
    }
}
