package io.rapport.facts;

import java.util.Locale;

/** Why a customer is contacted. Nothing promotional leaves without consent; service may. */
public enum Purpose {
    SERVICE,
    PROMOTION;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Purpose ofWord(String word) {
        return valueOf(word.trim().toUpperCase(Locale.ROOT));
    }
}
