package io.rapport.policy.steps;

import java.time.LocalDateTime;
import java.time.ZoneId;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.When;
import io.rapport.policy.wording.TimeSpan;

/** The clock that moves. */
final class ClockSteps {

    private final World world;

    ClockSteps(World world) {
        this.world = world;
    }

    @Given("it is {moment} in {city}")
    @InChinese("现在是{moment},在{city}")
    void itIs(LocalDateTime moment, ZoneId zone) {
        world.moveTo(moment.atZone(zone));
    }

    @When("it becomes {moment}")
    @InChinese("到了{moment}")
    void itBecomes(LocalDateTime moment) {
        world.settle();
        world.moveTo(moment.atZone(world.now().getZone()));
    }

    @When("the engine stands still until {moment}")
    @InChinese("引擎停到{moment}")
    void standsStillUntil(LocalDateTime moment) {
        world.sleepUntil(moment.atZone(world.now().getZone()));
    }

    @When("{duration} pass(es)")
    @InChinese("过了{duration}")
    void passes(TimeSpan duration) {
        world.settle();
        world.moveTo(duration.after(world.now()));
    }
}
