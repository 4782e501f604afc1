package io.rapport.intake.forms;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

import io.rapport.facts.EventData.Awaited;
import io.rapport.facts.EventData.ConsentChoice;
import io.rapport.facts.Identity;
import io.rapport.intake.FormRefused;
import io.rapport.intake.FormRefused.Problem;
import io.rapport.intake.Identities;
import io.rapport.intake.NearestWord;
import io.rapport.intake.PlainText;
import org.jspecify.annotations.Nullable;

/** Reads the fields of one web form as what they mean, and collects all that is wrong with them. Used once. */
public final class FormReading {

    private static final Set<String> YES = Set.of("true", "yes", "on", "1", "y", "t", "checked", "selected", "agree", "agreed",
            "accept", "accepted", "ok", "ja", "oui", "si", "sí", "sim", "x", "✓", "✔", "☑", "是", "是的", "同意", "好", "接受");

    private static final Set<String> NO = Set.of("false", "no", "off", "0", "n", "f", "unchecked", "none", "disagree", "decline",
            "declined", "nein", "non", "não", "nao", "☐", "✗", "否", "不", "不是", "不同意", "不要", "拒绝");

    private static final Set<String> LANGUAGES = new TreeSet<>(Arrays.asList(Locale.getISOLanguages()));

    private static final Pattern PLACEHOLDER = Pattern.compile("[+()\\d\\s./-]{1,40}");

    private final FormMapping mapping;

    private final Identities identities;

    private final Clock clock;

    private final List<Problem> problems = new ArrayList<>();

    private final List<Identity> found = new ArrayList<>();

    private final Map<String, String> traits = new TreeMap<>();

    private final List<ConsentChoice> consents = new ArrayList<>();

    /** What was said under each meaning, and by which field: two fields may not say two things. */
    private final Map<String, Map.Entry<String, String>> said = new HashMap<>();

    private String message = "";

    public FormReading(FormMapping mapping, Identities identities, Clock clock) {
        this.mapping = mapping;
        this.identities = identities;
        this.clock = clock;
    }

    /** @throws FormRefused with everything that is wrong */
    public FormReading read(Map<String, String> fields) throws FormRefused {
        new TreeMap<>(fields).forEach(this::field);
        if (problems.isEmpty() && found.isEmpty()) {
            wrong("e-mail", "form.nobody");
        }
        if (!problems.isEmpty()) {
            throw new FormRefused(problems);
        }
        return this;
    }

    public List<Identity> identities() {
        return found;
    }

    public Map<String, String> traits() {
        return traits;
    }

    /** Those that count at once: whatever is withdrawn, and what is given by a channel without double opt-in. */
    public List<ConsentChoice> consents() {
        return consents.stream().filter(choice -> !waits(choice)).toList();
    }

    /** What waits for a link to be followed, null for nothing. */
    public @Nullable Awaited awaited() {
        var waiting = consents.stream().filter(this::waits).toList();
        return waiting.isEmpty() ? null : new Awaited(Map.of(), waiting);
    }

    private boolean waits(ConsentChoice choice) {
        return choice.given() && mapping.doubleOptIn().contains(choice.channel());
    }

    String message() {
        return message;
    }

    private void field(String name, String value) {
        String key = name.strip().toLowerCase(Locale.ROOT);
        Optional<String> meaning = mapping.meaning(key);
        FormMapping.Consent consent = mapping.consents().get(key);
        if (value.length() > mapping.characters()) {
            wrong(name, "form.characters", String.valueOf(mapping.characters()), String.valueOf(value.length()));
        } else if (consent != null) {
            choice(name, value, consent);
        } else if (meaning.isPresent()) {
            if (!value.isBlank()) {
                meant(name, meaning.get(), value.strip());
            }
        } else if (!mapping.isIgnored(key)) {
            String shown = PlainText.oneLine(name, 60);
            near(shown, "form.field", shown, mapping.fields(), shown);
        }
    }

    private void meant(String field, String meaning, String value) {
        boolean nobody = mapping.nobody().isMeant(value);
        if (meaning.equals("phone") && (nobody || isPlaceholder(value))) {
            told(field, "phone-as-written", PlainText.oneLine(value, 60));
            return;
        }
        if (nobody && (meaning.equals("account") || meaning.equals("customer") || meaning.equals("e-mail"))) {
            return;
        }
        switch (meaning) {
            case "e-mail" -> identity(field, "e-mail", identities.email(value), "form.e-mail");
            case "phone" -> identity(field, "phone", identities.phone(value), "form.phone");
            case "account" -> identity(field, "", identities.account(value), "form.account");
            case "customer" -> identity(field, "", identities.orderSystem(value), "form.customer");
            case "birthday" -> birthday(field, value);
            case "language" -> language(field, value);
            case "time-zone" -> zone(field, value);
            case "message" -> message = PlainText.bounded(value.replace("\r\n", "\n").replace('\r', '\n'), mapping.characters());
            default -> told(field, meaning, PlainText.oneLine(value, 300));
        }
    }

    /** Digits that no telephone company has given out: kept as they were written, nobody is recognised by them. */
    private boolean isPlaceholder(String value) {
        return PLACEHOLDER.matcher(value).matches() && identities.phone(value).isEmpty();
    }

    private void identity(String field, String trait, Optional<Identity> identity, String needed) {
        if (identity.isEmpty()) {
            wrong(field, needed);
            return;
        }
        if (identity.get().kind() != Identity.Kind.PHONE
                && contradicts(field, identity.get().kind().word(), identity.get().value())) {
            return;
        }
        found.add(identity.get());
        if (!trait.isEmpty()) {
            traits.putIfAbsent(trait, identity.get().value());
        }
    }

    private void told(String field, String trait, String value) {
        if (!contradicts(field, "told " + trait, value)) {
            traits.put(trait, value);
        }
    }

    private void birthday(String field, String value) {
        try {
            LocalDate day = LocalDate.parse(value);
            LocalDate latest = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(1);
            if (day.getYear() < 1880 || day.isAfter(latest)) {
                wrong(field, "form.birthday.range");
            } else {
                told(field, "birthday", day.toString());
            }
        } catch (DateTimeException e) {
            wrong(field, "form.birthday");
        }
    }

    private void language(String field, String value) {
        String language = value.split("[-_]", 2)[0].toLowerCase(Locale.ROOT);
        if (LANGUAGES.contains(language)) {
            told(field, "language", language);
        } else {
            near(field, "form.language", language, List.of("en", "zh"));
        }
    }

    private void zone(String field, String value) {
        try {
            told(field, "time-zone", ZoneId.of(value).getId());
        } catch (DateTimeException e) {
            near(field, "form.time-zone", value, ZoneId.getAvailableZoneIds());
        }
    }

    private void choice(String field, String value, FormMapping.Consent consent) {
        String word = value.strip().toLowerCase(Locale.ROOT);
        if (YES.contains(word) || NO.contains(word)) {
            var choice = new ConsentChoice(consent.channel(), consent.purpose(), YES.contains(word));
            if (!contradicts(field, consent.channel() + "/" + consent.purpose(), String.valueOf(choice.given()))
                    && !consents.contains(choice)) {
                consents.add(choice);
            }
        } else if (!word.isEmpty()) {
            near(field, "form.yes-no", word, List.of("yes", "no", "true", "false"));
        }
    }

    private boolean contradicts(String field, String meaning, String value) {
        var before = said.putIfAbsent(meaning, Map.entry(field, value));
        if (before == null || before.getValue().equals(value)) {
            return false;
        }
        wrong(field, "form.contradicts", PlainText.oneLine(before.getKey(), 60));
        return true;
    }

    private void wrong(String field, String key, String... told) {
        problems.add(new Problem(field, key, told));
    }

    private void near(String field, String key, String written, Collection<String> words, String... told) {
        problems.add(new Problem(field, key, List.of(told), NearestWord.to(written, words).orElse("")));
    }
}
