package io.rapport.facts;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One way by which a customer is recognised, already normalised (lower-case e-mail, E.164 phone).
 *
 * @param kind what sort of identity it is; the order of the kinds is their strength, strongest first
 * @param value the normalised value, never blank, at most 320 characters
 */
public record Identity(Kind kind, String value) {

    /** Kinds of identity, the strongest first. */
    public enum Kind {
        ACCOUNT,
        ORDER_SYSTEM,
        EMAIL,
        PHONE,
        MEMBER_CARD,
        SOCIAL,
        DEVICE;

        /** The kind as it stands in a key: {@code order-system}. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    /** Strongest first, then by value, so that the same set always has the same head. */
    public static final Comparator<Identity> STRONGEST_FIRST = Comparator.comparing(Identity::kind)
            .thenComparing(Identity::value);

    public Identity {
        if (value.isBlank() || value.length() > 320) {
            throw new IllegalArgumentException("An identity needs 1 to 320 characters, found " + value.length());
        }
    }

    /** By which the one behind these can be reached himself: e-mail before telephone, else the strongest; null if there is none. */
    public static @Nullable Identity speaker(List<Identity> identities) {
        for (var kind : List.of(Kind.EMAIL, Kind.PHONE)) {
            for (var identity : identities) {
                if (identity.kind == kind) {
                    return identity;
                }
            }
        }
        return identities.stream().min(STRONGEST_FIRST).orElse(null);
    }

    /** The key under which it is stored and grouped, for instance {@code email:anna@example.org}. */
    public String key() {
        return kind.word() + ":" + value;
    }

    /** Reads {@link #key()} back. */
    public static Identity ofKey(String key) {
        var colon = key.indexOf(':');
        if (colon < 1) {
            throw new IllegalArgumentException("An identity key looks like kind:value");
        }
        var kind = Kind.valueOf(key.substring(0, colon).replace('-', '_').toUpperCase(java.util.Locale.ROOT));
        return new Identity(kind, key.substring(colon + 1));
    }

    /** Says the kind only: values are personal and stay out of logs. */
    @Override
    public String toString() {
        return "Identity[" + kind.word() + "]";
    }
}
