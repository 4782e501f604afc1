package io.rapport.intake.forms;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import io.rapport.facts.Channel;
import io.rapport.facts.Purpose;
import io.rapport.intake.NearestWord;
import io.rapport.intake.Nobody;
import org.jspecify.annotations.Nullable;

/**
 * Which field of a web form means what, as the route file says it: {@code field.<meaning>} and
 * {@code consent.<channel>.<purpose>} name the fields, with commas between. A meaning that is not one of {@link #OWN} is a fact
 * about the customer that is kept under that name.
 *
 * @param meanings by the form's field, lower case
 * @param consents by the form's field, lower case
 * @param ignored fields that mean nothing; a star at the end stands for anything
 * @param characters so many a field may have
 * @param doubleOptIn channels by which consent that is given counts only after a link was followed
 * @param nobody what people write who have none of what is asked for
 */
public record FormMapping(Map<String, String> meanings, Map<String, Consent> consents, List<String> ignored, int characters,
        Set<Channel> doubleOptIn, Nobody nobody) {

    /** Meanings with a reading of their own. */
    static final List<String> OWN = List.of("e-mail", "phone", "account", "customer", "name", "birthday", "language", "time-zone",
            "message");

    private static final String DOUBLE_OPT_IN = "form.double-opt-in";

    private static final List<String> SETTINGS = List.of("form.ignored", "form.characters", "form.nobody", DOUBLE_OPT_IN);

    /** What a ticked box agrees to. */
    record Consent(Channel channel, Purpose purpose) {}

    /** @throws IllegalArgumentException naming the variable of the route that means nothing */
    public static FormMapping of(Map<String, ?> variables) {
        Map<String, String> meanings = new HashMap<>();
        Map<String, Consent> consents = new HashMap<>();
        Map<String, String> settings = new HashMap<>();
        new TreeMap<>(variables).forEach((name, value) -> {
            if (name.startsWith("field.")) {
                names(value).forEach(field -> meanings.put(field, name.substring("field.".length())));
            } else if (name.startsWith("consent.")) {
                names(value).forEach(field -> consents.put(field, consent(name)));
            } else if (name.startsWith("form.")) {
                settings.put(known(name), String.valueOf(value));
            }
        });
        return new FormMapping(Map.copyOf(meanings), Map.copyOf(consents), names(settings.getOrDefault("form.ignored", "")),
                Integer.parseInt(settings.getOrDefault("form.characters", "10000").strip()),
                channels(settings.get(DOUBLE_OPT_IN)), Nobody.of(settings.get("form.nobody")));
    }

    /** Every channel where the route says nothing; none for the word {@code none}. */
    private static Set<Channel> channels(@Nullable String written) {
        if (written == null) {
            return EnumSet.allOf(Channel.class);
        }
        Set<Channel> channels = EnumSet.noneOf(Channel.class);
        for (String name : names(written)) {
            try {
                if (!name.equals("none")) {
                    channels.add(Channel.ofWord(name));
                }
            } catch (IllegalArgumentException notAChannel) {
                throw new IllegalArgumentException(DOUBLE_OPT_IN + " needs channels with commas between, or none, found [" + name
                        + "]" + NearestWord.advice(name, Arrays.stream(Channel.values()).map(Channel::word).toList()),
                        notAChannel);
            }
        }
        return channels;
    }

    boolean isIgnored(String field) {
        return ignored.stream().anyMatch(pattern -> pattern.endsWith("*")
                ? field.startsWith(pattern.substring(0, pattern.length() - 1))
                : field.equals(pattern));
    }

    /** Every field a form may have. */
    TreeSet<String> fields() {
        TreeSet<String> fields = new TreeSet<>(meanings.keySet());
        fields.addAll(consents.keySet());
        return fields;
    }

    Optional<String> meaning(String field) {
        return Optional.ofNullable(meanings.get(field));
    }

    private static List<String> names(Object value) {
        return Arrays.stream(String.valueOf(value).split(",")).map(name -> name.strip().toLowerCase(java.util.Locale.ROOT))
                .filter(name -> !name.isEmpty()).toList();
    }

    private static Consent consent(String variable) {
        String[] parts = variable.split("\\.");
        try {
            if (parts.length == 3) {
                return new Consent(Channel.ofWord(parts[1]), Purpose.ofWord(parts[2]));
            }
        } catch (IllegalArgumentException notAWord) {
            throw wrongConsent(variable, notAWord);
        }
        throw wrongConsent(variable, null);
    }

    private static IllegalArgumentException wrongConsent(String variable, @Nullable Throwable cause) {
        List<String> known = Arrays.stream(Channel.values())
                .flatMap(channel -> Arrays.stream(Purpose.values())
                        .map(purpose -> "consent." + channel.word() + "." + purpose.word()))
                .toList();
        return new IllegalArgumentException("A consent needs a channel and a purpose, found [" + variable + "]"
                + NearestWord.advice(variable, known), cause);
    }

    private static String known(String variable) {
        if (!SETTINGS.contains(variable)) {
            throw new IllegalArgumentException(
                    "No such setting of a form route: [" + variable + "]" + NearestWord.advice(variable, SETTINGS));
        }
        return variable;
    }
}
