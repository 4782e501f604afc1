package io.rapport.rulebook;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import io.rapport.rulebook.drools.Look;

/** What hostile files try to touch: a method, a system property, a file, a port. Public, so that nothing but a guard keeps them off. */
public final class Canary {

    static final String PROPERTY = "rapport.canary";

    public static final Path FILE = Path.of("target/canary");

    private static final AtomicBoolean TOUCHED = new AtomicBoolean();

    public Canary() {
        touch();
    }

    public static boolean touch() {
        TOUCHED.set(true);
        return true;
    }

    public static int priority() {
        touch();
        return 0;
    }

    public static List<Look> list() {
        touch();
        return List.of();
    }

    /** Forgets what was touched. */
    public static void hush() {
        TOUCHED.set(false);
        System.clearProperty(PROPERTY);
    }

    public static boolean isTouched() {
        return TOUCHED.get() || System.getProperty(PROPERTY) != null || Files.exists(FILE);
    }
}
