package io.rapport.policy.steps;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Map;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.rapport.facts.Closeness;
import io.rapport.facts.EventData;
import io.rapport.facts.EventTypes;
import io.rapport.policy.wording.Wordings.Money;

/** What customers think of us, and what they spend elsewhere. */
final class OpinionSteps {

    private static final double PERCENT = 100;
    private static final int LAST_YEAR = 370;
    private static final int LATELY = 5;

    private final World world;

    OpinionSteps(World world) {
        this.world = world;
    }

    @Given("{person} rated us {percent} on {date}")
    @InChinese(value = "{person}在{date}评分{percent}", order = {0, 2, 1})
    void rated(String name, double score, LocalDate day) {
        survey(name, score, Map.of(), day);
    }

    @Given("{person} answered on {date}: benefit {percent}, price {percent}, effort {percent}")
    @InChinese("{person}在{date}回答:收益{percent},价格{percent},精力{percent}")
    void answered(String name, LocalDate day, double benefit, double price, double effort) {
        survey(name, benefit, Map.of("benefit", benefit / PERCENT, "price", price / PERCENT, "effort", effort / PERCENT), day);
    }

    @Given("{person} answered on {date}: {string} {percent}")
    @InChinese("{person}在{date}回答:{string}{percent}")
    void answered(String name, LocalDate day, String aspect, double score) {
        survey(name, score, Map.of(aspect, score / PERCENT), day);
    }

    @Given("{person} spent {money} a year with everybody, and now {money}")
    @InChinese("{person}全年总支出曾为{money},现为{money}")
    void spends(String name, Money before, Money now) {
        tellsTotal(name, before, LAST_YEAR);
        tellsTotal(name, now, LATELY);
    }

    @Then("{person} went through the moods {string}")
    @InChinese("{person}的情绪经历了{string}")
    void wentThrough(String name, String moods) {
        world.settle();
        var moves = world.person(name).events().map(event -> event.data()).filter(EventData.Move.class::isInstance)
                .map(EventData.Move.class::cast).filter(move -> move.concept().equals("mood")).map(EventData.Move::to).toList();
        Expect.same("moods", Arrays.asList(moods.split(", ")), moves);
    }

    private void survey(String name, double score, Map<String, Double> answers, LocalDate day) {
        world.tell(world.person(name), "survey.answered", new EventData.Rating(score / PERCENT, "", answers), noon(day));
    }

    private void tellsTotal(String name, Money total, int daysAgo) {
        world.tell(world.person(name), EventTypes.CUSTOMER_UPDATED,
                new EventData.Traits(Map.of(Closeness.TOTAL_SPEND, total.amount().toPlainString())),
                world.now().minusDays(daysAgo).toInstant());
    }

    private Instant noon(LocalDate day) {
        return day.atTime(LocalTime.NOON).atZone(world.now().getZone()).toInstant();
    }
}
