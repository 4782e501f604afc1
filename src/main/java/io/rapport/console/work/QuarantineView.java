package io.rapport.console.work;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;

import io.rapport.console.Wording;
import io.rapport.intake.Quarantine;
import io.rapport.intake.Quarantined;
import org.jspecify.annotations.Nullable;

/**
 * Something that came in and could not be understood.
 *
 * @param route the door
 * @param source where it came from, empty if nobody knows
 * @param size of the raw message in bytes
 * @param text the whole message; empty if it is too long for a page, or not text
 * @param mendable whether the text may be mended here
 */
public record QuarantineView(
        String id,
        String route,
        String reason,
        String source,
        Instant at,
        long size,
        String status,
        String text,
        boolean mendable) {

    /** Longest message that a page shows and lets mend, in bytes. */
    private static final int MENDABLE = 64 * 1024;

    static QuarantineView of(Quarantined one, Quarantine quarantine, Wording wording) {
        var text = one.size() > MENDABLE ? null : quarantine.raw(one.id()).map(QuarantineView::text).orElse(null);
        return new QuarantineView(
                one.id(),
                one.route(),
                wording.reason(one.reason()),
                one.sourceId() == null ? "" : one.sourceId(),
                one.at(),
                one.size(),
                one.status().name().toLowerCase(Locale.ROOT),
                text == null ? "" : text,
                text != null && one.status() == Quarantined.Status.WAITING);
    }

    /** Null if the bytes are not text that comes back unchanged from a form. */
    private static @Nullable String text(byte[] bytes) {
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return text.chars().anyMatch(one -> one < ' ' && one != '\n' && one != '\r' && one != '\t') ? null : text;
        } catch (CharacterCodingException notText) {
            return null;
        }
    }
}
