package io.rapport.publishing.dryrun;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.rapport.customer.FactsJson;
import io.rapport.facts.CustomerEvent;
import io.rapport.facts.Identity;
import org.jspecify.annotations.Nullable;

/** The history on disk, parted by customer, each part in the order of the history. The parts never depend on the machine. */
final class Spool implements AutoCloseable {

    /** Enough that many cores find work, and that the customers of those at work are few. */
    static final int PARTITIONS = 32;

    private static final int BUFFER = 1 << 15;

    private final List<DataOutputStream> parts = new ArrayList<>(PARTITIONS);

    Spool(Path folder) throws IOException {
        for (var part = 0; part < PARTITIONS; part++) {
            parts.add(new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file(folder, part)), BUFFER)));
        }
    }

    /** @param at as of when it is decided: its own time, or when it came late, where the history had got to */
    record Happened(long customer, Instant at, CustomerEvent event) {}

    static Path file(Path folder, int part) {
        return folder.resolve("spool-%02d.bin".formatted(part));
    }

    /** Fibonacci hashing: neighbouring numbers go to different parts. */
    static int part(long customer) {
        return (int) (customer * 0x9E37_79B9_7F4A_7C15L >>> 59);
    }

    void add(Happened happened) throws IOException {
        var out = parts.get(part(happened.customer));
        var event = happened.event;
        out.writeLong(happened.customer);
        out.writeLong(happened.at.toEpochMilli());
        out.writeLong(event.time().toEpochMilli());
        write(out, event.id());
        write(out, event.source());
        write(out, event.type());
        out.writeShort(event.identities().size());
        for (var identity : event.identities()) {
            write(out, identity.key());
        }
        write(out, FactsJson.write(event.data()));
    }

    private static void write(DataOutputStream out, String text) throws IOException {
        var bytes = text.getBytes(UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    @Override
    public void close() throws IOException {
        for (var part : parts) {
            part.close();
        }
    }

    /** One part, read from its beginning. */
    static final class Reading implements AutoCloseable {

        private final DataInputStream in;

        Reading(Path folder, int part) throws IOException {
            in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file(folder, part)), BUFFER));
        }

        /** What comes next, null at the end. */
        @Nullable
        Happened next() {
            try {
                long customer;
                try {
                    customer = in.readLong();
                } catch (EOFException end) {
                    return null;
                }
                var at = Instant.ofEpochMilli(in.readLong());
                return new Happened(customer, at, event(Instant.ofEpochMilli(in.readLong())));
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }

        private CustomerEvent event(Instant time) throws IOException {
            var id = text();
            var source = text();
            var type = text();
            var identities = new ArrayList<Identity>();
            for (var left = in.readShort(); left > 0; left--) {
                identities.add(Identity.ofKey(text()));
            }
            return new CustomerEvent(id, source, type, identities, time, FactsJson.readData(type, text()));
        }

        private String text() throws IOException {
            return new String(in.readNBytes(in.readInt()), UTF_8);
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
