package io.rapport.rulebook;

import org.jspecify.annotations.Nullable;

/** The five folders of rules, fired in this order. A rule reads what earlier strata concluded. */
public enum Stratum {
    CLASSIFY, RELATE, CHURN, CARE, LIMITS;

    /** The folder's name: {@code 1-classify}. */
    public String folder() {
        return (ordinal() + 1) + "-" + name().toLowerCase(java.util.Locale.ROOT);
    }

    public static @Nullable Stratum ofFile(String path) {
        for (var stratum : values()) {
            if (path.startsWith(stratum.folder() + "/")) {
                return stratum;
            }
        }
        return null;
    }
}
