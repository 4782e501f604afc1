package io.rapport.publishing;

import java.time.Instant;
import java.util.Locale;

/**
 * Something that was done with a version.
 *
 * @param who a person, {@code files} for a saved file
 * @param note why, in the words of who did it; may be empty
 */
public record Change(Instant at, String hash, What what, String who, String note) {

    /** What can be done with a version. */
    public enum What {
        /** It became live. */
        PUBLISHED,
        /** It became live again. */
        ROLLED_BACK,
        /** It is to be live from a date. */
        SCHEDULED,
        /** That date was taken back. */
        CANCELLED,
        /** Its date came and it became live. */
        TOOK_EFFECT,
        /** Its date came and it did not become live. */
        PASSED_OVER;

        /** In small letters, as it is stored and spoken of in JSON: {@code rolled-back}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** Whether the version decided from then on. */
        boolean makesLive() {
            return this == PUBLISHED || this == ROLLED_BACK || this == TOOK_EFFECT;
        }

        static What ofWord(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }
}
