package io.rapport.intake.orders;

import java.time.Instant;

import io.rapport.intake.Books;
import io.rapport.intake.Identities;

/**
 * What reading a file of orders needs to know.
 *
 * @param columns how the shop writes
 * @param identities how customers are recognised
 * @param notAfter a later time in the file is a mistake
 * @param books the currency that amounts are brought to
 */
public record OrderSettings(OrderColumns columns, Identities identities, Instant notAfter, Books books) {

    /** For a shop that sells in the currency of its books. */
    public OrderSettings(OrderColumns columns, Identities identities, Instant notAfter) {
        this(columns, identities, notAfter, Books.in(columns.currency()));
    }
}
