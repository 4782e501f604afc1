package io.rapport.rulebook.drools;

import java.security.ProtectionDomain;
import java.util.Map;

import org.drools.wiring.api.ComponentsSupplier;
import org.drools.wiring.api.ResourceProvider;
import org.drools.wiring.api.classloader.ProjectClassLoader;
import org.drools.wiring.api.util.ByteArrayClassLoader;
import org.drools.wiring.dynamic.DynamicComponentsSupplier;
import org.drools.wiring.dynamic.DynamicProjectClassLoader;
import org.drools.wiring.dynamic.PackageClassLoader;

/**
 * Gives Drools class loaders that have every class checked at the moment it is defined: those of the rules, and those that
 * Drools makes later when it turns a condition into bytecode. Which check holds is asked of the {@link NarrowClassLoader}
 * they descend from; without one nothing is checked.
 */
final class CheckedWiring implements ComponentsSupplier {

    private final ComponentsSupplier drools = new DynamicComponentsSupplier();

    @Override
    public int servicePriority() {
        return drools.servicePriority() + 1;
    }

    @Override
    public ProjectClassLoader createProjectClassLoader(ClassLoader parent, ResourceProvider resources) {
        return new Project(parent, resources);
    }

    @Override
    public ByteArrayClassLoader createByteArrayClassLoader(ClassLoader parent) {
        var defining = drools.createByteArrayClassLoader(parent);
        return new ByteArrayClassLoader() {

            @Override
            public Class<?> defineClass(String name, byte[] bytecode, ProtectionDomain domain) {
                check(parent, name, bytecode);
                return defining.defineClass(name, bytecode, domain);
            }
        };
    }

    @Override
    public ClassLoader createPackageClassLoader(Map<String, byte[]> store, ClassLoader root) {
        return new PackageClassLoader(store, root) {

            @Override
            public Class<?> writeClass(String name, byte[] bytecode) {
                check(root, name, bytecode);
                return super.writeClass(name, bytecode);
            }
        };
    }

    @Override
    public Object createConsequenceExceptionHandler(String name, ClassLoader loader) {
        return drools.createConsequenceExceptionHandler(name, loader);
    }

    private static void check(ClassLoader from, String name, byte[] bytecode) {
        for (var loader = from; loader != null; loader = loader.getParent()) {
            if (loader instanceof NarrowClassLoader narrow) {
                narrow.checkBytecode(name, bytecode);
                return;
            }
        }
    }

    private static final class Project extends DynamicProjectClassLoader {

        Project(ClassLoader parent, ResourceProvider resources) {
            super(parent, resources);
        }

        @Override
        public Class<?> writeClass(String name, byte[] bytecode) {
            check(this, name, bytecode);
            return super.writeClass(name, bytecode);
        }

        @Override
        public void storeClass(String name, String resource, byte[] bytecode) {
            check(this, name, bytecode);
            super.storeClass(name, resource, bytecode);
        }
    }
}
