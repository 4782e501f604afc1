package io.rapport.intake;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;

import io.rapport.facts.Channel;
import io.rapport.facts.CustomerEvent;
import io.rapport.facts.EventData;
import io.rapport.facts.EventTypes;
import io.rapport.facts.Identity;
import io.rapport.facts.Purpose;
import io.rapport.facts.Trust;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * An event on the wire: CloudEvents 1.0 in JSON. The type alone chooses the fields ({@link EventTypes#dataOf}), never a class
 * name in the message; a field nobody declared is refused. Identities travel in the extension attribute {@code identities}:
 * their keys, URL-encoded, separated by spaces; {@code subject} is the strongest. How far it is believed travels in {@code trust}.
 */
public final class EventJson {

    /** Larger messages are refused, in bytes. */
    public static final int MOST_BYTES = 4 * 1024 * 1024;

    private static final int MOST_DEPTH = 20;

    private final JsonMapper mapper = JsonMapper.builder(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(MOST_DEPTH).maxNumberLength(50).build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                    DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .changeDefaultPropertyInclusion(all -> all.withValueInclusion(JsonInclude.Include.NON_NULL))
            .addMixIn(EventData.DeliveryReport.class, KeptAsMessage.class)
            .addModule(new SimpleModule()
                    .addSerializer(new WordJson.Writer<>(Channel.class, Channel::word))
                    .addDeserializer(Channel.class, new WordJson.Reader<>(Channel.class, Channel::ofWord))
                    .addSerializer(new WordJson.Writer<>(Trust.class, Trust::word))
                    .addDeserializer(Trust.class, new WordJson.Reader<>(Trust.class, Trust::ofWord))
                    .addSerializer(new WordJson.Writer<>(Purpose.class, Purpose::word))
                    .addDeserializer(Purpose.class, new WordJson.Reader<>(Purpose.class, Purpose::ofWord)))
            .build();

    /** Of an event's own fields: no database keeps every control character, and none of them says anything. */
    private final JsonMapper data = mapper.rebuild()
            .addModule(new SimpleModule("texts").addDeserializer(String.class, new CleanText()))
            .build();

    private static final class CleanText extends StdScalarDeserializer<String> {

        CleanText() {
            super(String.class);
        }

        @Override
        public @Nullable String deserialize(JsonParser parser, DeserializationContext context) {
            String text = parser.getValueAsString();
            return text == null ? null : PlainText.bounded(text, text.length());
        }
    }

    /** Bounces that an earlier version put into the queue are messages: the fields of those are no fault. */
    @JsonIgnoreProperties({"channel", "subject", "text", "thread", "attachments", "automatic", "topic"})
    private interface KeptAsMessage {}

    /** The envelope, with the names of CloudEvents 1.0. */
    private record Envelope(
            String specversion,
            String id,
            String source,
            String type,
            @Nullable String subject,
            @Nullable String identities,
            Instant time,
            @Nullable Trust trust,
            String datacontenttype,
            JsonNode data) {}

    /** UTF-8 JSON of the event. */
    public byte[] write(CustomerEvent event) {
        String keys = event.identities().stream()
                .map(identity -> URLEncoder.encode(identity.key(), StandardCharsets.UTF_8))
                .collect(Collectors.joining(" "));
        String subject = event.identities().isEmpty() ? null : event.identities().getFirst().key();
        return mapper.writeValueAsBytes(new Envelope("1.0", event.id(), event.source(), event.type(), subject,
                keys.isEmpty() ? null : keys, event.time(), event.trust(), "application/json", mapper.valueToTree(event.data())));
    }

    /**
     * Reads {@link #write} back; texts come without control characters, see {@link PlainText}.
     *
     * @throws Malformed if it is no event, with the reason; the bytes then belong into quarantine
     */
    public CustomerEvent read(byte[] json) throws Malformed {
        if (json.length > MOST_BYTES) {
            throw new Malformed("An event may have " + MOST_BYTES + " bytes, found [" + json.length + "]");
        }
        try {
            Envelope envelope = mapper.readValue(json, Envelope.class);
            Completeness.check(envelope);
            EventData content = data.treeToValue(envelope.data(), EventTypes.dataOf(envelope.type()));
            Completeness.check(content);
            return new CustomerEvent(envelope.id(), envelope.source(), envelope.type(), identities(envelope),
                    envelope.time(), content, envelope.trust() == null ? Trust.ofSource(envelope.source()) : envelope.trust());
        } catch (JacksonException e) {
            throw new Malformed("No event in CloudEvents JSON: " + e.getOriginalMessage(), e);
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new Malformed("No event in CloudEvents JSON: " + e.getMessage(), e);
        }
    }

    private static List<Identity> identities(Envelope envelope) {
        if (!envelope.specversion().equals("1.0")) {
            throw new IllegalArgumentException("specversion needs [1.0], found [" + envelope.specversion() + "]");
        }
        if (envelope.identities() != null) {
            return Arrays.stream(envelope.identities().split(" "))
                    .map(key -> Identity.ofKey(URLDecoder.decode(key, StandardCharsets.UTF_8)))
                    .toList();
        }
        return envelope.subject() == null ? List.of() : List.of(Identity.ofKey(envelope.subject()));
    }
}
