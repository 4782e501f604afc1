package io.rapport.publishing.dryrun;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.rapport.facts.Channel;
import io.rapport.facts.ConsentState;
import io.rapport.facts.Memory;
import io.rapport.facts.Purpose;
import io.rapport.facts.Trust;

/**
 * Customers as if each had agreed to promotion by every channel before his history begins: orders of the past came without
 * consents, and a promotional rule would show nothing. Whoever withdraws later has withdrawn.
 */
final class Agreed {

    private static final Map<String, ConsentState> TO_ALL = Stream.of(Channel.values()).collect(Collectors.toUnmodifiableMap(
            channel -> channel.word() + "/" + Purpose.PROMOTION.word(), _ -> ConsentState.of(
                    new ConsentState.Word(true, Instant.EPOCH, "as if", Trust.VERIFIED, ""))));

    private Agreed() {}

    static Memory blank(long customer) {
        return new Memory(customer, Map.of(), null, Map.of(), List.of(), List.of(), Map.of(), Map.of(), TO_ALL, Map.of(),
                Map.of(), null);
    }
}
