package io.rapport.decision;

import java.time.Instant;
import java.util.Map;
import java.util.function.Function;

import io.rapport.facts.Action;
import io.rapport.facts.Channel;
import io.rapport.facts.Occasion;
import io.rapport.facts.Occasion.Key;
import io.rapport.rulebook.Rule;
import org.jspecify.annotations.Nullable;

/**
 * What became of what rules asked for, for those who ask again. A rule that does the same by several channels does it once by
 * each; any other does it once, so that a change of its channel writes to nobody a second time.
 *
 * @param rules by their ids, null where there is none any more
 */
record Occasions(Map<Key, Occasion> all, Function<String, @Nullable Rule> rules) {

    @Nullable
    Occasion of(Action action) {
        return of(Proposal.key(action));
    }

    @Nullable
    Occasion of(Key key) {
        var known = all.get(key);
        if (known != null || doesItBySeveralChannels(key)) {
            return known;
        }
        var byNone = all.get(by(null, key));
        if (byNone != null) {
            return byNone;
        }
        for (var channel : Channel.values()) {
            var other = all.get(by(channel, key));
            if (other != null) {
                return other;
            }
        }
        return null;
    }

    private boolean doesItBySeveralChannels(Key key) {
        var rule = rules.apply(key.ruleId());
        return rule != null && rule.then().stream().filter(then -> key.what().equals(then.what())).limit(2).count() > 1;
    }

    private static Key by(@Nullable Channel channel, Key key) {
        return new Key(key.ruleId(), key.what(), channel, key.about());
    }

    /**
     * When the same was last done, whichever rule asked for it: what is missed or given up counts for a rule that does it again
     * and again, not for one that only keeps a distance.
     *
     * @param key of which rule and occasion do not matter
     * @param subject the thing that it must have been about, empty for the customer
     */
    @Nullable
    Instant last(Key key, String subject, boolean again) {
        Instant last = null;
        for (var entry : all.entrySet()) {
            var other = entry.getKey();
            var occasion = entry.getValue();
            if (other.what().equals(key.what()) && other.about().endsWith(subject) && isSame(other, key)
                    && (again ? occasion.isUsedUp() : occasion.state() == Occasion.State.ACTED)
                    && (last == null || occasion.at().isAfter(last))) {
                last = occasion.at();
            }
        }
        return last;
    }

    private boolean isSame(Key other, Key key) {
        return other.channel() == key.channel() || !doesItBySeveralChannels(key);
    }
}
