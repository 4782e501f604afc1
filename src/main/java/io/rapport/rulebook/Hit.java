package io.rapport.rulebook;

import io.rapport.facts.Reason;
import io.rapport.facts.Situation;

/** A rule holds for a situation, and what it saw. */
public record Hit(Rule rule, Situation situation, Reason reason) {}
