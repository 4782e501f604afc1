package io.rapport.intake.orders;

import java.time.Instant;

import io.rapport.intake.Identities;

/**
 * What reading a file of orders needs to know.
 *
 * @param columns how the shop writes
 * @param identities how customers are recognised
 * @param notAfter a later time in the file is a mistake
 */
public record OrderSettings(OrderColumns columns, Identities identities, Instant notAfter) {}
