package io.rapport.rulebook;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.Locale;

import io.rapport.rulebook.reading.ActionWording;

/**
 * How soon the same may be done again for the same customer, counted in his calendar days from the last time.
 *
 * @param period of days, months or years; one of them is not 0
 * @param again true: again and again while the rule holds; false: once for each occasion of the rule, and never sooner
 */
public record Recurrence(Period period, boolean again) {

    /** As it is said behind a message or a task, in English or Chinese. */
    public String wording(Locale locale) {
        return new ActionWording(Text.isChinese(locale)).of(this);
    }

    /** The start of the customer's day from which it may be done again. */
    public Instant after(Instant last, ZoneId zone) {
        return LocalDate.ofInstant(last, zone).plus(period).atStartOfDay(zone).toInstant();
    }
}
