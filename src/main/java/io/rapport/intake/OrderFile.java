package io.rapport.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

import io.rapport.facts.CustomerEvent;
import io.rapport.intake.orders.OrderAssembly;
import io.rapport.intake.orders.OrderSettings;
import io.rapport.intake.orders.SourceFormat;
import io.rapport.intake.orders.SourceRows;
import org.jspecify.annotations.Nullable;

/**
 * A file of orders (CSV or JSON, also as gzip, any size) as a stream of events and of records that could not be read. Streams:
 * holds one order at a time, and those whose lines are torn apart by others. The same file gives the same reads in the same order with the same event ids, so a reader that
 * remembers the position of the last read it has made durable can go on from there.
 *
 * <p>All lines of one order number are one order, whatever the file is sorted by.
 */
public final class OrderFile implements Iterator<OrderFile.Read>, AutoCloseable {

    private final String name;

    private final Path path;

    private final OrderSettings settings;

    private final boolean fragment;

    private final Deque<Read> ready = new ArrayDeque<>();

    private @Nullable SourceRows rows;

    private @Nullable OrderAssembly assembly;

    private boolean atEnd;

    private long position;

    /** What the file holds next; {@link #position} is how many reads were taken with this one. */
    public sealed interface Read {

        /** The number to resume after, strictly growing from 1. */
        long position();
    }

    /** An event. */
    public record Event(CustomerEvent event, long position) implements Read {}

    /**
     * A record that belongs into quarantine.
     *
     * @param at {@code file:line:column}
     * @param reason what was wrong, with the value in brackets
     * @param raw its bytes
     * @param preface what has to stand before it to read it alone: a CSV file's header
     */
    public record Rejected(String at, String reason, byte[] raw, byte[] preface, long position) implements Read {}

    private OrderFile(Path path, OrderSettings settings, boolean fragment) {
        this.path = path;
        this.fragment = fragment;
        this.name = String.valueOf(path.getFileName());
        this.settings = settings;
    }

    /**
     * Opens a file; its first bytes are read with the first read.
     *
     * @param position of the last read that is durable, 0 to start at the beginning
     */
    public static OrderFile open(Path path, OrderSettings settings, long position) {
        var file = new OrderFile(path, settings, false);
        while (file.position < position && file.hasNext()) {
            file.next();
        }
        return file;
    }

    /**
     * Opens a file that holds records out of quarantine. The rest of their order came in long ago, so they are added to it: an
     * event whose id comes from their bytes.
     */
    public static OrderFile openRecord(Path path, OrderSettings settings) {
        return new OrderFile(path, settings, true);
    }

    /** How much of the file was read, 0 to 1. */
    public double share() {
        return rows == null ? 0 : rows.share();
    }

    @Override
    public boolean hasNext() {
        while (ready.isEmpty() && !atEnd) {
            advance();
        }
        return !ready.isEmpty();
    }

    @Override
    public Read next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        position++;
        return switch (ready.remove()) {
            case Event event -> new Event(event.event(), position);
            case Rejected rejected ->
                new Rejected(rejected.at(), rejected.reason(), rejected.raw(), rejected.preface(), position);
        };
    }

    @Override
    public void close() throws IOException {
        if (rows != null) {
            rows.close();
        }
    }

    private void advance() {
        try {
            if (rows == null || assembly == null) {
                assembly = OrderAssembly.of(path, settings, "orders-in/" + name, fragment);
                rows = SourceFormat.open(path, settings.columns());
            }
            SourceRows.Row row = rows.next();
            switch (row) {
                case null -> {
                    atEnd = true;
                    found(assembly.end(), rows);
                }
                case SourceRows.Read read -> found(assembly.take(read), rows);
                case SourceRows.Broken broken -> rejected(broken.line(), broken.column(), broken.reason(), broken.raw(), rows);
            }
        } catch (Malformed e) {
            unreadable(1, e.reason());
        } catch (IOException e) {
            unreadable(1, "the file is damaged after " + position + " orders, what follows was not read: " + e.getMessage()
                    + "\nMaybe copy the file again and drop it once more.");
        } catch (RuntimeException e) {
            unreadable(1, "the file cannot be read: " + e.getClass().getSimpleName());
        }
    }

    private void found(List<OrderAssembly.Made> made, SourceRows source) {
        for (OrderAssembly.Made each : made) {
            switch (each) {
                case OrderAssembly.Complete complete -> ready.add(new Event(complete.event(), 0));
                case OrderAssembly.Refused bad -> rejected(bad.line(), bad.column(), bad.reason(), bad.raw(), source);
            }
        }
    }

    private void rejected(long line, int column, String reason, byte[] raw, SourceRows source) {
        String at = name + ":" + line + ":" + column;
        ready.add(new Rejected(at, at + "  " + reason, raw, source.preface(), 0));
    }

    /** Nothing can be read from here on. The order at hand may lack lines and is left out: the whole file will bring it. */
    private void unreadable(long line, String reason) {
        atEnd = true;
        String at = name + ":" + line + ":1";
        ready.add(new Rejected(at, at + "  " + reason, new byte[0], new byte[0], 0));
    }
}
