package io.rapport.rulebook.drools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

import io.rapport.facts.Situation;
import io.rapport.rulebook.Canary;
import io.rapport.rulebook.EveryOperator;
import io.rapport.rulebook.Shelf;
import io.rapport.rulebook.SomeCustomers;
import io.rapport.rulebook.Stratum;
import org.junit.jupiter.api.Test;

/** The allow-lists against rules of every term with every operator: nothing listed that is not used, nothing used that is not listed. */
class GeneratedCodeTests {

    private final Set<String> used = Collections.synchronizedSet(new TreeSet<>());

    private final Set<String> seen = Collections.synchronizedSet(new TreeSet<>());

    @Test
    void rulesOfEveryTermWithEveryOperatorUseExactlyWhatIsListed() {
        var rules = EveryOperator.rules();
        var slots = new Slots(rules);
        var base = recording().compiled(new DrlWriter(slots).write(rules), 0);

        var fired = fire(base.newKieSession(), slots);
        // of a few rules Drools does not look the group up in an index, but makes bytecode of that condition too
        var few = rules.subList(0, 2);
        fire(recording().compiled(new DrlWriter(new Slots(few)).write(few), 0).newKieSession(), new Slots(few));

        assertThat(fired).as("rules that held").isGreaterThan(rules.size() / 2);
        assertThat(used).as("bytecode").containsExactlyInAnyOrderElementsOf(GeneratedCode.LIST);
        assertThat(seen).as("classes").containsExactlyInAnyOrderElementsOf(VisibleClasses.LIST);
    }

    @Test
    void theShippedRulesNeedNothingElse() {
        var rules = Shelf.SHIPPED.rules();

        assertThat(DroolsBuild.GUARDED.compiled(new DrlWriter(new Slots(rules)).write(rules)).getKiePackages()).isNotEmpty();
    }

    @Test
    void bytecodeThatDoesAnythingElseIsRefused() throws Exception {
        for (var type : Set.of(GeneratedCodeTests.class, Canary.class, Shelf.class, Stratum.class)) {
            try (var bytecode = type.getResourceAsStream(type.getSimpleName() + ".class")) {
                var bytes = bytecode.readAllBytes();

                assertThatThrownBy(() -> GeneratedCode.check("x", bytes)).isInstanceOf(RuleCompilationException.class)
                        .hasMessageContaining("may not use");
            }
        }
    }

    private DroolsBuild recording() {
        return new DroolsBuild(RuleShape::check, name -> {
            if (VisibleClasses.contain(name)) {
                seen.add(name);
            }
            return VisibleClasses.contain(name);
        }, (_, bytecode) -> used.addAll(GeneratedCode.uses(bytecode)), BuiltConditions::check);
    }

    private static int fire(org.kie.api.runtime.KieSession session, Slots slots) {
        var some = new SomeCustomers(3);
        var firing = new Firing();
        session.setGlobal("firing", firing);
        var rules = new TreeSet<Integer>();
        for (var round = 0; round < 60; round++) {
            for (var stratum : Stratum.values()) {
                for (var scope : Situation.Scope.values()) {
                    var handle = session.insert(new Look(slots).at(stratum, some.situation(scope)));
                    session.getAgenda().getAgendaGroup(stratum.name()).setFocus();
                    session.fireAllRules();
                    session.delete(handle);
                }
            }
        }
        for (var i = 0; i < firing.count(); i++) {
            rules.add(firing.rule(i));
        }
        session.dispose();
        return rules.size();
    }
}
