package io.rapport.publishing;

import java.time.Duration;
import java.time.Instant;

/**
 * One version of the rulebook.
 *
 * @param hash of paths and texts: the same files are the same version
 * @param at when it was published first
 * @param author who published it first; {@code files} when a file was saved
 * @param live whether it decides now
 * @param compileTime how long it took to compile, milliseconds exact
 */
public record Version(String hash, Instant at, String author, String note, boolean live, Duration compileTime) {}
