package io.rapport.publishing;

import io.rapport.rulebook.Rulebook;

/**
 * News for those who keep something warm for the live rulebook: from now on this one decides.
 *
 * @param rulebook the one that {@link Publisher#live()} gives
 */
public record WentLive(Rulebook rulebook) {}
