package io.rapport.rulebook;

final class NarrowClassLoader extends ClassLoader {
    NarrowClassLoader(ClassLoader parent) {
        super(parent);
    }
}
