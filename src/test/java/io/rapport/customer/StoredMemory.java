package io.rapport.customer;

import io.rapport.facts.Memory;

/** Opens what the books hold, for those who inspect a database from outside. */
public final class StoredMemory {

    private StoredMemory() {}

    public static Memory read(byte[] bytes) {
        return MemoryCodec.read(bytes);
    }
}
