package io.rapport.policy.steps;

import java.util.Locale;

import io.cucumber.java.en.When;
import io.rapport.facts.Address;
import io.rapport.facts.EventData;
import io.rapport.facts.EventData.DeliveryReport.Outcome;
import io.rapport.facts.EventTypes;
import io.rapport.facts.Identity;

/** What becomes of the addresses that mails go to. */
final class AddressSteps {

    private final World world;

    AddressSteps(World world) {
        this.world = world;
    }

    @When("a mail to {person} comes back, since the address does not exist")
    @InChinese("发给{person}的邮件被退回,因为地址不存在")
    void bouncesForGood(String name) {
        report(name, EventTypes.EMAIL_BOUNCED, Outcome.HARD_BOUNCE, "5.1.1");
    }

    @When("{count} mail(s) to {person} come(s) back, since the mailbox is full")
    @InChinese(value = "发给{person}的{count}封邮件被退回,因为邮箱已满", order = {1, 0})
    void bounceForNow(int count, String name) {
        for (var i = 0; i < count; i++) {
            report(name, EventTypes.EMAIL_BOUNCED, Outcome.SOFT_BOUNCE, "4.2.2");
        }
    }

    @When("a mail to {person} arrives")
    @InChinese("发给{person}的邮件送达")
    void arrives(String name) {
        report(name, EventTypes.EMAIL_DELIVERED, Outcome.DELIVERED, "2.0.0");
    }

    @When("{person} calls a message spam")
    @InChinese("{person}举报一封邮件为垃圾邮件")
    void complains(String name) {
        report(name, EventTypes.EMAIL_COMPLAINED, Outcome.COMPLAINT, "");
    }

    @When("the e-mail address of {person} is suppressed")
    @InChinese("{person}的邮箱地址被列入停发名单")
    void suppressed(String name) {
        byHand(name, EventTypes.ADDRESS_SUPPRESSED);
    }

    @When("the e-mail address of {person} is released")
    @InChinese("{person}的邮箱地址被移出停发名单")
    void released(String name) {
        byHand(name, EventTypes.ADDRESS_RELEASED);
    }

    private void report(String name, String type, Outcome outcome, String status) {
        world.tell(world.person(name), type, new EventData.DeliveryReport(address(name), outcome, status, "", ""));
    }

    private void byHand(String name, String type) {
        world.tell(world.person(name), type, new EventData.Suppression(
                Address.key(Identity.Kind.EMAIL, address(name)), Address.Cause.BY_HAND, "example", "example"));
    }

    private static String address(String name) {
        return name.toLowerCase(Locale.ROOT).replace(' ', '.') + "@example.org";
    }
}
