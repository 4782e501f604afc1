package io.rapport.rulebook;

import java.io.InputStream;
import java.net.URL;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** Shows generated rules only the classes they need: neither the application nor the JDK behind it. */
final class NarrowClassLoader extends ClassLoader {

    private static final Set<String> JAVA = Set.of("java.lang.Object", "java.lang.Class", "java.lang.String", "java.lang.Boolean",
            "java.lang.Number", "java.lang.Integer", "java.lang.Long", "java.lang.Double", "java.lang.Exception",
            "java.lang.Throwable", "java.lang.RuntimeException", "java.lang.Error", "java.io.Serializable");

    private static final Set<String> OURS = Set.of(Look.class.getName(), Firing.class.getName());

    private final ClassLoader everything;

    NarrowClassLoader(ClassLoader everything) {
        super(null);
        this.everything = everything;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!isShown(name)) {
            throw new ClassNotFoundException(name);
        }
        return everything.loadClass(name);
    }

    @Override
    public @Nullable URL getResource(String name) {
        return isShown(className(name)) ? everything.getResource(name) : null;
    }

    @Override
    public @Nullable InputStream getResourceAsStream(String name) {
        return isShown(className(name)) ? everything.getResourceAsStream(name) : null;
    }

    private static boolean isShown(String name) {
        return JAVA.contains(name) || OURS.contains(name) || name.startsWith("org.drools.") || name.startsWith("org.kie.")
                || name.startsWith("org.mvel2.");
    }

    private static String className(String resource) {
        var path = resource.startsWith("/") ? resource.substring(1) : resource;
        return path.endsWith(".class") ? path.substring(0, path.length() - ".class".length()).replace('/', '.') : path;
    }
}
