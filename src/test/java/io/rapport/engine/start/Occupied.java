package io.rapport.engine.start;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;

/** What the process occupies after its garbage was collected. */
public record Occupied(long classes, long metaspace, long heap) {

    /** One collection may leave what the next one takes: a class goes after its last object. */
    private static final int COLLECTIONS = 4;

    public static Occupied now() {
        for (var i = 0; i < COLLECTIONS; i++) {
            System.gc();
        }
        return new Occupied(
                ManagementFactory.getClassLoadingMXBean().getLoadedClassCount(),
                ManagementFactory.getMemoryPoolMXBeans().stream().filter(pool -> pool.getName().equals("Metaspace"))
                        .mapToLong(Occupied::used).sum(),
                ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
    }

    private static long used(MemoryPoolMXBean pool) {
        return pool.getUsage().getUsed();
    }

    @Override
    public String toString() {
        return "%,d classes, %.1f MB metaspace, %.1f MB heap".formatted(classes, metaspace / 1048576.0, heap / 1048576.0);
    }
}
