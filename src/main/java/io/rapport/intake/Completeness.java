package io.rapport.intake;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

import org.jspecify.annotations.Nullable;

/**
 * Refuses a record read from outside in which a field is missing that may not be, or a number that no shop can mean: a few bytes
 * such as {@code 1e999999999} would otherwise fill the memory as soon as somebody calculates with them.
 */
final class Completeness {

    private static final int MOST_DIGITS = 40;

    private static final ConcurrentMap<Class<?>, List<RecordComponent>> COMPONENTS = new ConcurrentHashMap<>();

    private Completeness() {}

    /** @throws IllegalArgumentException naming the field */
    static void check(Record value) {
        for (RecordComponent component : COMPONENTS.computeIfAbsent(value.getClass(), Completeness::components)) {
            Object field = read(component, value);
            if (field == null && !component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                throw new IllegalArgumentException("the field [" + component.getName() + "] is missing");
            }
            checkValue(component.getName(), field);
        }
    }

    /** The same for a value of which only the interface is known; what is no record has no fields to miss. */
    static void check(@Nullable Object value) {
        if (value == null) {
            throw new IllegalArgumentException("the field [data] is missing");
        }
        checkValue("data", value);
    }

    private static void checkValue(String name, @Nullable Object field) {
        switch (field) {
            case null -> {
                return;
            }
            case BigDecimal number when Math.abs(number.scale()) > MOST_DIGITS || number.precision() > MOST_DIGITS ->
                throw new IllegalArgumentException("the field [" + name + "] has more than " + MOST_DIGITS + " digits");
            case List<?> list -> list.forEach(item -> checkValue(name, item));
            case Record inner -> check(inner);
            default -> {
                return;
            }
        }
    }

    private static List<RecordComponent> components(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        Arrays.stream(components).forEach(component -> component.getAccessor().setAccessible(true));
        return List.of(components);
    }

    private static @Nullable Object read(RecordComponent component, Record value) {
        try {
            return component.getAccessor().invoke(value);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("A record's own accessor failed: " + component.getName(), e);
        }
    }
}
