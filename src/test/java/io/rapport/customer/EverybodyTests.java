package io.rapport.customer;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.facts.Memory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EverybodyTests {

    private static final int CUSTOMERS = 2_500;

    @TempDir
    Path directory;

    @Test
    void showsEachOnceByNumberAndNobodyWhoIsMergedOrErased() {
        try (var books = new Books(directory)) {
            var sessions = books.get(Sessions.class);
            books.transaction(() -> sessions.insert(LongStream.rangeClosed(1, CUSTOMERS).mapToObj(EverybodyTests::row).toList()));
            books.transaction(() -> {
                execute(sessions, "update customer set merged_into = 3 where id in (1, 1000)");
                execute(sessions, "update customer set erased_at = timestamp '2026-01-01 00:00:00' where id = 2000");
            });

            var seen = new ArrayList<Long>();
            books.get(Everybody.class).forEach(known -> seen.add(known.memory().customer()));

            assertThat(seen).isEqualTo(LongStream.rangeClosed(1, CUSTOMERS).boxed()
                    .filter(id -> !List.of(1L, 1_000L, 2_000L).contains(id)).toList());
        }
    }

    private static void execute(Sessions sessions, String statement) {
        int changed = sessions.inTransaction(session -> session.createNativeMutationQuery(statement).executeUpdate());
        assertThat(changed).isPositive();
    }

    private static CustomerRow row(long id) {
        var row = new CustomerRow();
        row.id = id;
        row.format = MemoryCodec.FORMAT;
        row.memory = MemoryCodec.write(Memory.blank(id));
        row.standing = Standing.NONE;
        return row;
    }
}
