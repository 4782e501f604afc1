package io.rapport.policy.steps;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The step objects of one scenario around its world. A new step class is registered here, in one place. */
public final class Scenario {

    public static final List<Class<?>> STEP_CLASSES = List.of(
            ClockSteps.class,
            PersonSteps.class,
            PopulationSteps.class,
            OrderSteps.class,
            MessageSteps.class,
            ComplaintSteps.class,
            AddressSteps.class,
            ConclusionSteps.class,
            ValueSteps.class,
            OpinionSteps.class,
            PeopleSteps.class,
            ActionSteps.class,
            DecisionSteps.class);

    private final Map<Class<?>, Object> steps = new HashMap<>();

    Scenario(World world) {
        put(new ClockSteps(world));
        put(new PersonSteps(world));
        put(new PopulationSteps(world));
        put(new OrderSteps(world));
        put(new MessageSteps(world));
        put(new ComplaintSteps(world));
        put(new AddressSteps(world));
        put(new ConclusionSteps(world));
        put(new ValueSteps(world));
        put(new OpinionSteps(world));
        put(new PeopleSteps(world));
        put(new ActionSteps(world));
        put(new DecisionSteps(world));
    }

    <T> T steps(Class<T> type) {
        return type.cast(Objects.requireNonNull(steps.get(type), type::getName));
    }

    private void put(Object stepObject) {
        steps.put(stepObject.getClass(), stepObject);
    }
}
