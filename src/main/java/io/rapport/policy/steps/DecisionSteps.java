package io.rapport.policy.steps;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

import io.cucumber.datatable.DataTable;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.rapport.decision.Step;
import io.rapport.facts.CustomerEvent;
import io.rapport.policy.ScenarioWriter;
import io.rapport.policy.Telling;
import io.rapport.policy.wording.Calendar;
import io.rapport.policy.wording.Dictionary;
import io.rapport.policy.wording.Form;
import io.rapport.policy.wording.UnclearStep;

/** A whole decision as an example: what was known, what happened, what was decided. {@link ScenarioWriter} writes these. */
public final class DecisionSteps {

    private static final Pattern OWNERS = Pattern.compile(
            "([\\d,]+) (?:customers, margin|位客户,毛利率) (-?[\\d.E-]+) %");
    private static final Pattern STANDS = Pattern.compile("(?:top|前) ([\\d.E-]+) %");

    private final World world;

    DecisionSteps(World world) {
        this.world = world;
    }

    @Given("the customers around {person} are:")
    @InChinese("{person}周围的客户是:")
    void around(String name, DataTable table) {
        for (var row : table.cells()) {
            around(row.getFirst(), row.get(1));
        }
    }

    private void around(String what, String figure) {
        var line = DecisionTable.PRODUCT_LINE.matcher(what);
        if (what.equals("customers") || what.equals("客户数")) {
            world.population().customers(Integer.parseInt(figure.replace(",", "")));
        } else if (what.equals("forecast parameters") || what.equals("预测参数")) {
            world.population().fitForecasts(Arrays.stream(figure.split(" ")).mapToDouble(Double::parseDouble).toArray());
        } else if (line.matches()) {
            var owners = OWNERS.matcher(figure);
            if (!owners.matches()) {
                throw new UnclearStep("No figures of a product line: [" + figure + "]", "write: 120 customers, margin 25 %.");
            }
            world.population().productLine(Form.unquoted(line.group(1)), Long.parseLong(owners.group(1).replace(",", "")),
                    Double.parseDouble(owners.group(2)));
        } else {
            var stands = STANDS.matcher(figure);
            if (!stands.matches()) {
                throw new UnclearStep("No standing: [" + figure + "]", "write: top 3.4 %.");
            }
            world.population().stands(Dictionary.measure(what), Double.parseDouble(stands.group(1)));
        }
    }

    @Given("this is known of {person}:")
    @InChinese("关于{person}已知:")
    void isKnown(String name, DataTable table) {
        var person = world.person(name);
        for (var row : table.cells()) {
            var told = Telling.read(row.get(1), world.now().getZone());
            world.remember(person, told.type(), told.data(),
                    Calendar.moment(row.getFirst()).atZone(world.now().getZone()).toInstant());
        }
    }

    @When("this happens to {person}:")
    @InChinese("{person}发生了:")
    void happens(String name, DataTable table) {
        var zone = world.now().getZone();
        for (var row : table.cells()) {
            var told = Telling.read(row.getLast(), zone);
            var happened = row.size() == 1 ? world.now() : Calendar.moment(row.getFirst()).atZone(zone);
            world.learns(world.person(name), told.type(), told.data(), happened.toInstant());
        }
    }

    @Then("this is decided for {person}:")
    @InChinese("对{person}的决定是:")
    void isDecided(String name, DataTable table) {
        world.settle();
        var step = decisive(world.person(name));
        var texts = new DecisionTable(world.sentences(), false);
        var found = texts.rows(step.decision());
        var actions = new ArrayList<String>();
        for (var row : table.cells()) {
            var cells = List.of(row.getFirst(), row.get(1), row.size() > 2 ? Objects.requireNonNullElse(row.get(2), "") : "");
            var own = DecisionTable.inEnglish(cells.getFirst(), cells.get(1));
            if (own.isAction()) {
                actions.add(own.key());
            }
            check(name, step, own, cells.get(2), found);
        }
        var unsaid = found.stream().filter(row -> row.isAction() && !actions.contains(row.key())).map(Object::toString).toList();
        Expect.same("what else is done for " + name, "nothing", Expect.listed(unsaid));
    }

    private void check(String name, Step step, DecisionTable.Row own, String because, List<DecisionTable.Row> found) {
        var same = found.stream().filter(row -> row.key().equals(own.key())).toList();
        var values = same.isEmpty() ? "unknown" : String.join(", ", same.stream().map(DecisionTable.Row::value).toList());
        var matching = same.stream().filter(row -> row.value().equals(own.value())).toList();
        Expect.that(!matching.isEmpty() || same.isEmpty() && own.value().equals("unknown"), own.what() + " of " + name + " ",
                own.value(), values, () -> world.suspects().ofConclusion(step, own.concept(), own.subject(), own.value(),
                        same.stream().flatMap(row -> row.reason().stream()).toList()));
        Expect.that(
                because.isBlank() || matching.stream().anyMatch(row -> world.sentences().same(row.reason().getFirst(), because)),
                "the reason ", "\"" + because + "\"", Expect.listed(matching.stream()
                        .map(row -> world.sentences().of(row.reason().getFirst(), Locale.ENGLISH)).toList()),
                () -> world.suspects().of(matching.stream().flatMap(row -> row.reason().stream()).toList()));
    }

    /** The step of what the scenario told last, not of what followed from it. */
    private static Step decisive(Person person) {
        return person.steps().stream().filter(step -> World.isTold(step.noted())).reduce((earlier, later) -> later)
                .orElseThrow(() -> new UnclearStep("Nothing has happened to [" + person.name() + "] yet",
                        "say: " + person.name() + " is looked at again."));
    }

    public static boolean isSilent(CustomerEvent event) {
        return event.is(io.rapport.facts.EventTypes.REVIEW_DUE);
    }
}
