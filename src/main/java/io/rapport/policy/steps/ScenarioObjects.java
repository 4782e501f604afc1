package io.rapport.policy.steps;

import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import io.cucumber.core.backend.ObjectFactory;

/** Gives each scenario its own world and its own steps, plain objects without a container. */
public final class ScenarioObjects implements ObjectFactory {

    private final Supplier<World> worlds;
    private @Nullable Scenario current;

    public ScenarioObjects(Supplier<World> worlds) {
        this.worlds = worlds;
    }

    @Override
    public void start() {
        current = new Scenario(worlds.get());
    }

    @Override
    public void stop() {
        current = null;
    }

    @Override
    public boolean addClass(Class<?> type) {
        return true;
    }

    @Override
    public <T> T getInstance(Class<T> type) {
        if (current == null) {
            throw new IllegalStateException("No scenario is running");
        }
        return current.steps(type);
    }
}
