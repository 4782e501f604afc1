package io.rapport.facts;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What stands about one channel and purpose. Of the words that came by one identity the last counts, and a no before a yes of the
 * same moment. A no that came by one identity is taken back by that identity, or by a later yes that is verified, whoever said it.
 * So two who turn out to be one keep the stricter word until the newer one is verified, in whatever order words and merges come.
 *
 * @param words the latest verified yes, and of each identity the last word unless it is older than that; the oldest first
 */
public record ConsentState(List<Word> words) {

    /** A no is later than a yes of the same moment. */
    private static final Comparator<Word> LATER = Comparator.comparing(Word::at)
            .thenComparing(Word::given, Comparator.reverseOrder())
            .thenComparing(Word::trust)
            .thenComparing(Word::by)
            .thenComparing(Word::proof);

    /**
     * @param by key of the identity by which it came, empty when nobody told
     * @param trust how far it is believed
     */
    public record Word(boolean given, Instant at, String proof, Trust trust, String by) {}

    public ConsentState {
        words = List.copyOf(words);
    }

    /** One word and nothing before it. */
    public static ConsentState of(Word word) {
        return new ConsentState(List.of(word));
    }

    /** With one more, heard whenever. */
    public ConsentState with(Word word) {
        var last = new HashMap<String, Word>(Map.of(word.by, word));
        Word verified = isVerifiedYes(word) ? word : null;
        for (var known : words) {
            last.merge(known.by, known, ConsentState::later);
            verified = isVerifiedYes(known) ? verified == null ? known : later(verified, known) : verified;
        }
        var kept = new HashSet<Word>();
        for (var each : last.values()) {
            if (verified == null || !each.at.isBefore(verified.at)) {
                kept.add(each);
            }
        }
        if (verified != null) {
            kept.add(verified);
        }
        return new ConsentState(kept.stream().sorted(LATER).toList());
    }

    /** Whether it may be done: nobody's no stands. */
    public boolean given() {
        return words.stream().allMatch(Word::given);
    }

    /** Since when it is so. */
    public Instant at() {
        return deciding().at;
    }

    /** What shows it. */
    public String proof() {
        return deciding().proof;
    }

    /** Whether the last word of this identity is no. */
    public boolean isForbiddenBy(@Nullable Identity identity) {
        var by = identity == null ? "" : identity.key();
        return words.stream().filter(word -> word.by.equals(by)).reduce(ConsentState::later).filter(word -> !word.given)
                .isPresent();
    }

    private Word deciding() {
        var given = given();
        return words.stream().filter(word -> word.given == given).reduce(ConsentState::later).orElseThrow();
    }

    private static boolean isVerifiedYes(Word word) {
        return word.given && word.trust == Trust.VERIFIED;
    }

    private static Word later(Word one, Word other) {
        return LATER.compare(one, other) >= 0 ? one : other;
    }
}
