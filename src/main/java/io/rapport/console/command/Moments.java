package io.rapport.console.command;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import tools.jackson.databind.JsonNode;

/** Times as this machine's clock shows them, with the zone. */
final class Moments {

    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm z", Locale.ENGLISH);

    private Moments() {}

    /** Empty where nothing is told. */
    static String of(JsonNode instant) {
        return instant.isNull() || instant.isMissingNode()
                ? ""
                : SHOWN.format(Instant.parse(instant.asString()).atZone(ZoneId.systemDefault()));
    }
}
