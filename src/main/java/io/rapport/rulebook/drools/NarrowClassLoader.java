package io.rapport.rulebook.drools;

import java.io.InputStream;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/**
 * The only way from generated rules to any class: it shows those on a list, neither the application nor the JDK behind it,
 * and has the bytecode checked that is defined below it.
 */
final class NarrowClassLoader extends ClassLoader {

    private final ClassLoader everything;
    private final Predicate<String> shown;
    private final BiConsumer<String, byte[]> bytecode;

    /**
     * @param shown by the class's full name
     * @param bytecode throws {@link RuleCompilationException} for a class that does more than it may
     */
    NarrowClassLoader(ClassLoader everything, Predicate<String> shown, BiConsumer<String, byte[]> bytecode) {
        super(null);
        this.everything = everything;
        this.shown = shown;
        this.bytecode = bytecode;
    }

    void checkBytecode(String name, byte[] classFile) {
        bytecode.accept(name, classFile);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!shown.test(name)) {
            throw new ClassNotFoundException(name);
        }
        return everything.loadClass(name);
    }

    @Override
    public @Nullable URL getResource(String name) {
        return shown.test(className(name)) ? everything.getResource(name) : null;
    }

    @Override
    public Enumeration<URL> getResources(String name) {
        var found = getResource(name);
        return found == null ? Collections.emptyEnumeration() : Collections.enumeration(java.util.List.of(found));
    }

    @Override
    public @Nullable InputStream getResourceAsStream(String name) {
        return shown.test(className(name)) ? everything.getResourceAsStream(name) : null;
    }

    private static String className(String resource) {
        var path = resource.startsWith("/") ? resource.substring(1) : resource;
        return path.endsWith(".class") ? path.substring(0, path.length() - ".class".length()).replace('/', '.') : path;
    }
}
