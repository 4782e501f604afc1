package io.rapport.decision;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

import io.rapport.facts.CustomerEvent;
import io.rapport.facts.EventData;

/** Events that follow from another one: their ids are derived from its id, so that deciding again concludes the same. */
record Offspring(CustomerEvent parent, Instant now) {

    /** Source of all events that the engine concludes. */
    static final String SOURCE = "engine";

    private static final int LONGEST_ID = 200;

    CustomerEvent event(String suffix, String type, EventData data) {
        return new CustomerEvent(id(suffix), SOURCE, type, parent.identities(), now, data);
    }

    private String id(String suffix) {
        var id = parent.id() + "/" + suffix;
        return id.length() <= LONGEST_ID ? id : "derived/" + hash(id);
    }

    /** SHA-256 in hexadecimal of the parts, unmistakable from other parts. */
    static String hash(String... parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var part : parts) {
                digest.update(part.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
