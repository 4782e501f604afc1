package io.rapport.customer;

import io.rapport.facts.Identity;
import java.util.List;
import java.util.stream.Collectors;

/** The identities of one event in one column: their keys, one a line. */
final class Identities {

    private Identities() {}

    static String write(List<Identity> identities) {
        return switch (identities.size()) {
            case 0 -> "";
            case 1 -> line(identities.getFirst());
            default -> identities.stream().map(Identities::line).collect(Collectors.joining("\n"));
        };
    }

    static List<Identity> read(String keys) {
        return keys.isEmpty() ? List.of() : keys.lines().map(Identity::ofKey).toList();
    }

    private static String line(Identity identity) {
        return identity.key().replace('\n', ' ').replace('\r', ' ');
    }
}
