package io.rapport.customer;

/** A memory was written by another version of the engine; the log is whole, the cache has to be folded again. */
public final class OutdatedMemoryException extends RuntimeException {

    public OutdatedMemoryException(int found, int expected) {
        super("A customer's memory has format [" + found + "], this version reads [" + expected + "]\n"
                + "Maybe the engine was upgraded or downgraded: fold all memories anew from the event log.");
    }
}
