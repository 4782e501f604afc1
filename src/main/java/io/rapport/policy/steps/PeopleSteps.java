package io.rapport.policy.steps;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.When;
import io.rapport.facts.EventData;
import io.rapport.facts.EventTypes;

/** The people around somebody, contracts and visits. */
final class PeopleSteps {

    private final World world;

    PeopleSteps(World world) {
        this.world = world;
    }

    @Given("{person} is a contact of {string} in the role {string}")
    @InChinese("{person}是{string}的联系人,角色{string}")
    void isContactOf(String name, String organisation, String role) {
        linked(name, "contact-of", organisation, List.of(role), "");
    }

    @Given("{person} is a contact of {string} in the role {string}, with the motive {string}")
    @InChinese("{person}是{string}的联系人,角色{string},动机{string}")
    void isContactOf(String name, String organisation, String role, String motive) {
        linked(name, "contact-of", organisation, List.of(role), motive);
    }

    @When("{person} is no longer a contact of {string}")
    @InChinese("{person}不再是{string}的联系人")
    void isNoContactOf(String name, String organisation) {
        world.settle();
        world.tell(world.person(name), EventTypes.CUSTOMER_UNLINKED,
                new EventData.Link("contact-of", organisation, List.of(), ""));
    }

    @Given("{person} has the contact {string} in the role {string}")
    @InChinese("{person}的联系人有{string},角色{string}")
    void hasContact(String name, String contact, String role) {
        linked(name, "contact", contact, List.of(role), "");
    }

    @Given("{person} is linked with {string} as {string}")
    @InChinese("{person}与{string}的关系是{string}")
    void isLinked(String name, String other, String relation) {
        linked(name, relation, other, List.of(), "");
    }

    @Given("{person} signed a contract on {date}")
    @InChinese("{person}在{date}签订合同")
    void signed(String name, LocalDate day) {
        contract(name, "contract.signed", day);
    }

    @Given("the contract of {person} ended on {date}")
    @InChinese("{person}的合同在{date}结束")
    void ended(String name, LocalDate day) {
        contract(name, "contract.ended", day);
    }

    @When("{person} announces a visit")
    @InChinese("{person}预约来访")
    void announcesVisit(String name) {
        world.settle();
        world.tell(world.person(name), EventTypes.VISIT_ANNOUNCED, new EventData.Open(Map.of()));
    }

    private void linked(String name, String relation, String other, List<String> roles, String motive) {
        world.has(world.person(name), EventTypes.CUSTOMER_LINKED, new EventData.Link(relation, other, roles, motive));
    }

    private void contract(String name, String type, LocalDate day) {
        world.tell(world.person(name), type, new EventData.Open(Map.of()),
                day.atTime(LocalTime.NOON).atZone(world.now().getZone()).toInstant());
    }
}
