package io.rapport.console.versions;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.rapport.publishing.Version;

/**
 * One version of the rulebook.
 *
 * @param state {@code draft}, {@code checked}, {@code live} or {@code retired}
 * @param examplesPassed null when none were played
 * @param effectiveFrom null when it has no date
 * @param basedOn what was live when it was checked; empty for nothing
 */
public record VersionView(
        String version,
        String state,
        Instant at,
        String author,
        String note,
        Duration compileTime,
        @Nullable Integer examplesPassed,
        @Nullable Integer examplesFailed,
        @Nullable Instant effectiveFrom,
        String basedOn,
        String dryRun,
        String remark) {

    static VersionView of(Version one) {
        var played = one.examples();
        return new VersionView(one.hash(), one.state().word(), one.at(), one.author(), one.note(), one.compileTime(),
                played == null ? null : played.passed(), played == null ? null : played.failed(), one.effectiveFrom(),
                one.basedOn(), one.dryRun(), one.remark());
    }

    /** The same with another word about its dry run. */
    VersionView dryRun(String found) {
        return new VersionView(version, state, at, author, note, compileTime, examplesPassed, examplesFailed, effectiveFrom,
                basedOn, found, remark);
    }

    public boolean live() {
        return state.equals("live");
    }

    public String shortVersion() {
        return shortened(version);
    }

    public String shortBase() {
        return shortened(basedOn);
    }

    static String shortened(String hash) {
        return hash.substring(0, Math.min(hash.length(), 10));
    }
}
