package io.rapport.facts;

import java.util.Currency;

/** Currencies by their code (ISO 4217). */
public final class Currencies {

    private static final int USUAL_DIGITS = 2;

    private Currencies() {}

    /** Digits of the smallest unit: 2 for GBP, 0 for JPY, 3 for KWD; 2 for what is no currency. */
    public static int digits(String code) {
        try {
            return Math.max(0, Currency.getInstance(code).getDefaultFractionDigits());
        } catch (IllegalArgumentException unknown) {
            return USUAL_DIGITS;
        }
    }
}
