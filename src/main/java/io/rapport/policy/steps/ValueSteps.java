package io.rapport.policy.steps;

import java.util.HashMap;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.rapport.facts.EventTypes;
import io.rapport.facts.Memory;
import io.rapport.facts.Purchases;
import io.rapport.facts.Decimal;
import io.rapport.facts.Tally;
import io.rapport.facts.Worth;
import io.rapport.policy.wording.Wordings.Money;

/** What somebody brought and cost, as a state of affairs; and the figures that follow from it. */
final class ValueSteps {

    private static final int LONG_AGO = 400;

    private final World world;

    ValueSteps(World world) {
        this.world = world;
    }

    @Given("{person} earned us {money} within the last year")
    @InChinese("{person}最近一年贡献毛利{money}")
    void earned(String name, Money margin) {
        earned(name, margin, 1);
    }

    @Given("{person} earned us {money} before that")
    @InChinese("{person}此前贡献毛利{money}")
    void earnedBefore(String name, Money margin) {
        earned(name, margin, LONG_AGO);
    }

    @Given("{person} wrote to us {count} time(s) in the last year")
    @InChinese("{person}最近一年来信{count}次")
    void wrote(String name, int times) {
        counted(name, EventTypes.EMAIL_RECEIVED, times);
    }

    @Given("{person} called us {count} time(s) in the last year")
    @InChinese("{person}最近一年来电{count}次")
    void called(String name, int times) {
        counted(name, "call.received", times);
    }

    @Given("{person} referred {count} other(s) to us")
    @InChinese("{person}向我们推荐了{count}人")
    void referred(String name, int others) {
        counted(name, EventTypes.REFERRAL_MADE, others);
    }

    @Given("{person} answered {count} survey(s)")
    @InChinese("{person}回答了{count}次调查")
    void answered(String name, int surveys) {
        counted(name, "survey.answered", surveys);
    }

    @Then("{person}'s {figure} is {amount}")
    @InChinese("{person}的{figure}是{amount}")
    void figureIs(String name, String figure, String amount) {
        world.settle();
        Expect.same(figure + " of " + name, amount, world.figure(world.person(name), figure));
    }

    private void earned(String name, Money margin, int daysAgo) {
        var day = world.now().minusDays(daysAgo);
        world.person(name).is(memory -> {
            var purchases = memory.purchases() == null ? Purchases.of(day.toLocalDate(), Decimal.of(1), Decimal.of(1))
                    : memory.purchases();
            return added(memory, Worth.MARGIN, 1, daysAgo, Decimal.of(margin.amount()))
                    .withPurchases(purchases, memory.productLines());
        });
    }

    private void counted(String name, String what, int times) {
        world.person(name).is(memory -> added(memory, what, times, 1, Decimal.ZERO));
    }

    private Memory added(Memory memory, String what, int times, int daysAgo, Decimal amount) {
        var at = world.now().minusDays(daysAgo);
        var day = (int) at.toLocalDate().toEpochDay();
        var tallies = new HashMap<>(memory.tallies());
        for (var i = 0; i < times; i++) {
            tallies.merge(what, Tally.of(at.toInstant(), day, amount), (before, _) -> before.plus(at.toInstant(), day, amount));
        }
        return memory.withTallies(tallies);
    }
}
