package io.rapport.customer;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rapport.facts.EventData;
import io.rapport.facts.EventTypes;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The facts as JSON, as the tables of this room keep them. Which record a text becomes follows from the event's type, so that
 * no class name ever stands in the data. Fields unknown to this version are ignored.
 */
public final class FactsJson {

    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultPropertyInclusion(all -> all.withValueInclusion(JsonInclude.Include.NON_NULL))
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private FactsJson() {}

    /** The typed fields of an event. */
    public static String write(EventData data) {
        return JSON.writeValueAsString(data);
    }

    /** Reads {@link #write(EventData)} back. */
    public static EventData readData(String type, String json) {
        return JSON.readValue(json, EventTypes.dataOf(type));
    }
}
