package io.rapport.intake.forms;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;

import io.rapport.intake.Digest;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Tells a form that comes again from another one. Under an idempotency key the same content is the same form, and other content
 * is refused. Without a key a form is a repetition only when the same person said just this within the last minute and nothing
 * else since: of yes, no and yes again the last word counts.
 */
@Component
final class Repetitions {

    private static final Duration PRESSED_TWICE = Duration.ofMinutes(1);

    private static final Duration KEYS_KEPT = Duration.ofDays(30);

    private static final int REMEMBERED_PEOPLE = 20_000;

    private final FormKeyRows keys;

    private final Clock clock;

    private final Map<String, Said> lately = new LinkedHashMap<>(16, 0.75f, true) {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Said> eldest) {
            return size() > REMEMBERED_PEOPLE;
        }
    };

    Repetitions(FormKeyRows keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /** What somebody said last, and how many things before it. */
    private record Said(String content, Instant at, long turn) {

        String id() {
            return Digest.of("content", content, at.toString(), String.valueOf(turn));
        }
    }

    /**
     * What makes this form this one, whoever sends it again.
     *
     * @param person digest of whom it is about
     * @param content digest of the form and its fields
     */
    synchronized String unkeyed(String person, String content) {
        Instant now = clock.instant();
        Said last = lately.get(person);
        Said said = last != null && last.content.equals(content)
                && Duration.between(last.at, now).abs().compareTo(PRESSED_TWICE) < 0 ? last
                        : new Said(content, now.truncatedTo(ChronoUnit.MILLIS), last == null ? 0 : last.turn + 1);
        lately.put(person, said);
        return said.id();
    }

    /** Whether other content came under this key before; else the content is noted, durably. */
    boolean isKeyOfAnother(String form, String key, String content) {
        String id = Digest.of("key", form, key);
        String before = before(id);
        if (before == null) {
            try {
                keys.save(new FormKeyRow(id, content, clock.instant().truncatedTo(ChronoUnit.MILLIS)));
                return false;
            } catch (DataIntegrityViolationException sentTwiceAtOnce) {
                before = before(id);
            }
        }
        return !content.equals(before);
    }

    @Scheduled(fixedDelay = 6 * 3_600_000, initialDelay = 600_000)
    void forgetOldKeys() {
        keys.forget(clock.instant().minus(KEYS_KEPT));
    }

    private @Nullable String before(String id) {
        return keys.findById(id).map(row -> row.content).orElse(null);
    }
}
