package io.rapport.intake.orders;

import java.io.IOException;

import org.jspecify.annotations.Nullable;

/** The records of an order file, one after the other, whatever the format. */
public interface SourceRows extends AutoCloseable {

    /** The next record, null at the end. */
    @Nullable
    Row next() throws IOException;

    /** What has to stand before a record so that it can be read alone: the header of a CSV file, nothing in JSON. */
    byte[] preface();

    /** Whether each record is an event of its own ({@code ts,customer_id,type,amount,ref}) and not a line of an order. */
    boolean eventStream();

    /** Share of the file that was read, 0 to 1. */
    double share();

    @Override
    void close() throws IOException;

    /** One record and where it begins. */
    sealed interface Row {

        /** Number of its first line, from 1. */
        long line();

        /** Its bytes as they came. */
        byte[] raw();
    }

    /** A record that could be taken apart. */
    record Read(long line, byte[] raw, Cells cells) implements Row {}

    /**
     * A record that could not.
     *
     * @param column of the character at fault, from 1
     */
    record Broken(long line, byte[] raw, int column, String reason) implements Row {}

    /** The fields of a record. */
    interface Cells {

        /** The text of a field, empty if the record has none or it is blank. */
        String text(OrderField field);

        /** Where the field stands in its line, from 1. */
        int column(OrderField field);

        /** Every name the record has, to find out which one was meant. */
        Iterable<String> names();

        /** JSON only: the lines inside an order, empty for a record that is itself a line. */
        default java.util.List<Cells> lines() {
            return java.util.List.of();
        }
    }
}
