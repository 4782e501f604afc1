package io.rapport.intake.forms;

import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

import io.rapport.intake.FormRefused;
import io.rapport.intake.PlainText;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Takes the body of a posted form apart into names and texts, whatever they mean. */
public final class FormBody {

    private static final int MOST_FIELDS = 100;

    private static final JsonMapper JSON = JsonMapper
            .builder(JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private FormBody() {}

    /** A flat JSON object of texts, numbers and yes/no. */
    public static Map<String, String> ofJson(byte[] body) throws FormRefused {
        try {
            JsonNode node = JSON.readTree(body);
            if (!node.isObject()) {
                throw new FormRefused("", "a form in JSON is one object, such as {\"email\": \"anna@example.org\"}");
            }
            Map<String, String> fields = new LinkedHashMap<>();
            for (Map.Entry<String, JsonNode> field : node.properties()) {
                if (!field.getValue().isValueNode()) {
                    throw new FormRefused(PlainText.oneLine(field.getKey(), 60), "needs one value, found a list or an object");
                }
                if (!field.getValue().isNull()) {
                    fields.put(field.getKey(), field.getValue().asString());
                }
            }
            return checked(fields);
        } catch (JacksonException e) {
            throw new FormRefused("", "no JSON: " + PlainText.oneLine(e.getOriginalMessage(), 200));
        }
    }

    /** {@code name=value&name=value} in UTF-8. */
    static Map<String, String> ofEncoded(byte[] body) throws FormRefused {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String pair : utf8(body).split("&")) {
            if (pair.isEmpty()) {
                continue;
            }
            int equals = pair.indexOf('=');
            String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
            String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
            String before = fields.putIfAbsent(name, value);
            if (before != null && !before.equals(value)) {
                throw twice(name);
            }
        }
        return checked(fields);
    }

    /** The same when a filter in front of the endpoint has read the body already and the server keeps its fields. */
    static Map<String, String> ofParameters(Map<String, String[]> parameters) throws FormRefused {
        Map<String, String> fields = new LinkedHashMap<>();
        for (Map.Entry<String, String[]> parameter : parameters.entrySet()) {
            if (Stream.of(parameter.getValue()).distinct().count() > 1) {
                throw twice(parameter.getKey());
            }
            fields.put(parameter.getKey(), parameter.getValue().length == 0 ? "" : parameter.getValue()[0]);
        }
        return checked(fields);
    }

    private static FormRefused twice(String name) {
        return new FormRefused(PlainText.oneLine(name, 60), "is there twice and says two things");
    }

    private static Map<String, String> checked(Map<String, String> fields) throws FormRefused {
        if (fields.size() > MOST_FIELDS) {
            throw new FormRefused("", "a form may have " + MOST_FIELDS + " fields, found [" + fields.size() + "]");
        }
        return fields;
    }

    private static String decoded(String text) throws FormRefused {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new FormRefused("", "a percent sign needs two hexadecimal digits after it");
        }
    }

    private static String utf8(byte[] body) throws FormRefused {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
        } catch (CharacterCodingException e) {
            throw new FormRefused("", "a form is written in UTF-8");
        }
    }
}
