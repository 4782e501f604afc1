package io.rapport.engine;

import io.rapport.action.Dispatch;
import io.rapport.action.Outbox;
import io.rapport.customer.CustomerFile;
import io.rapport.customer.Entry;
import io.rapport.facts.Action;
import io.rapport.facts.Channel;
import io.rapport.facts.CustomerEvent;
import io.rapport.facts.EventData;
import io.rapport.facts.EventData.Awaited;
import io.rapport.facts.EventData.ConsentChoice;
import io.rapport.facts.EventTypes;
import io.rapport.facts.Identity;
import io.rapport.facts.Memory;
import io.rapport.facts.Purpose;
import io.rapport.facts.Reason;
import io.rapport.facts.Trust;
import io.rapport.intake.Digest;
import io.rapport.intake.EventQueue;
import java.text.MessageFormat;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Double opt-in: what was said in somebody's name counts after he followed a signed link that was sent to his own address. He is
 * asked by a service message, no address more than once a day. Following the link twice says it once.
 */
@Component
public final class Confirmations {

    /** What such a message is called in the outbox. */
    public static final String MESSAGE = "confirmation";

    private static final String PURPOSE = "confirm";

    private static final String SOURCE = "confirmation";

    private final SignedLinks links;
    private final CustomerFile customers;
    private final Outbox outbox;
    private final EventQueue queue;
    private final ConfirmationSettings settings;
    private final StepSettings step;
    private final Environment environment;
    private final Clock clock;

    Confirmations(SignedLinks links, CustomerFile customers, Outbox outbox, EventQueue queue, ConfirmationSettings settings,
            StepSettings step, Environment environment, Clock clock) {
        this.links = links;
        this.customers = customers;
        this.outbox = outbox;
        this.queue = queue;
        this.settings = settings;
        this.step = step;
        this.environment = environment;
        this.clock = clock;
    }

    /**
     * What waits for one link.
     *
     * @param event the form by which it was said
     * @param expired whether the link may no longer be followed
     */
    public record Asked(String event, String form, Awaited awaited, boolean expired) {}

    /** The messages that ask about what these entries leave open; one for each address, none for who was asked lately. */
    List<Dispatch> of(List<Entry> entries, Map<Long, Memory> memories, Instant now) {
        var asked = new TreeMap<String, Dispatch>();
        for (var entry : entries) {
            if (entry.noted().data() instanceof EventData.Form form && form.awaited() != null && entry.decision() != null) {
                var memory = memories.getOrDefault(entry.decision().customer(), Memory.blank(entry.origin()));
                var open = open(form.awaited(), memory);
                var address = open.saysNothing() ? null : address(entry, memory);
                if (address != null) {
                    asked.putIfAbsent(address, message(entry, form, open, memory, address, now));
                }
            }
        }
        outbox.preparedSince(now.minus(settings.pause()), MESSAGE, asked.keySet()).forEach(asked::remove);
        return List.copyOf(asked.values());
    }

    /** What a link asks for; null if it is none of ours. */
    public @Nullable Asked read(String token) {
        var signed = links.read(PURPOSE, token);
        var item = signed == null ? null : customers.event(signed.subject());
        return signed != null && item != null && item.customer() != null
                && item.event().data() instanceof EventData.Form form && form.awaited() != null
                        ? new Asked(signed.subject(), form.form(), form.awaited(), signed.expires().isBefore(clock.instant()))
                        : null;
    }

    /**
     * Confirms all of it; again is the same as once.
     *
     * @return false if the link is none of ours or has expired
     */
    public boolean confirm(String token) {
        var asked = read(token);
        var item = asked == null ? null : customers.event(asked.event());
        if (asked == null || asked.expired() || item == null || item.customer() == null) {
            return false;
        }
        var identities = asked(item.event(), item.customer());
        var events = new ArrayList<CustomerEvent>();
        for (var choice : asked.awaited().consents()) {
            var proof = "form " + asked.form() + ", confirmed by link: " + asked.event();
            events.add(event(asked, choice.channel().word() + "/" + choice.purpose().word(), EventTypes.CONSENT_GIVEN, identities,
                    new EventData.Consent(choice.channel(), choice.purpose(), proof)));
        }
        if (!asked.awaited().traits().isEmpty()) {
            events.add(event(asked, "told", EventTypes.CUSTOMER_UPDATED, identities,
                    new EventData.Traits(asked.awaited().traits())));
        }
        queue.putAll(events);
        return true;
    }

    /** The link proves the address that it was sent to, and nothing else that the form named. */
    private List<Identity> asked(CustomerEvent form, long customer) {
        var addresses = form.identities().stream().filter(identity -> identity.kind() == Identity.Kind.EMAIL).toList();
        return addresses.isEmpty() ? customers.believed(customer).stream().limit(1).toList() : addresses;
    }

    private CustomerEvent event(Asked asked, String what, String type, List<Identity> identities, EventData data) {
        return new CustomerEvent(
                "confirmed/" + Digest.of(asked.event(), what), SOURCE, type, identities, clock.instant(), data, Trust.VERIFIED);
    }

    /** Without what he has agreed to already. */
    private static Awaited open(Awaited awaited, Memory memory) {
        return new Awaited(awaited.traits(), awaited.consents().stream()
                .filter(choice -> !memory.hasConsent(choice.channel(), choice.purpose())).toList());
    }

    /** His who spoke; whoever gave a number alone does not learn of it, the one behind the number is asked. */
    private @Nullable String address(Entry entry, Memory memory) {
        for (var identity : entry.noted().identities()) {
            if (identity.kind() == Identity.Kind.EMAIL) {
                return identity.value();
            }
        }
        return Rendering.recipient(
                Channel.EMAIL, memory, customers.identities(List.of(entry.origin())).getOrDefault(entry.origin(), List.of()));
    }

    private Dispatch message(
            Entry entry, EventData.Form form, Awaited open, Memory memory, String address, Instant now) {
        var language = form.traits().getOrDefault("language", memory.traits().getOrDefault("language", "en"));
        var words = ResourceBundle.getBundle(MESSAGE, Locale.of(language),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        var expires = now.plus(settings.valid());
        var lines = new ArrayList<String>();
        for (ConsentChoice choice : open.consents()) {
            lines.add("- " + word(words, choice.purpose().word() + "." + choice.channel().word()));
        }
        open.traits().keySet().stream().sorted().forEach(trait -> lines.add("- " + MessageFormat.format(
                words.getString("told"), word(words, trait))));
        var name = memory.traits().getOrDefault("name", "");
        var text = MessageFormat.format(words.getString("text"),
                MessageFormat.format(words.getString(name.isEmpty() ? "greeting" : "greeting.name"), name),
                String.join("\n", lines), link(entry.noted().id(), expires, language),
                LocalDate.ofInstant(expires, memory.zoneOr(step.zone())).toString());
        var action = new Action(
                "confirm-" + Digest.of(entry.noted().id()),
                entry.decision() == null ? entry.origin() : entry.decision().customer(),
                Action.Kind.MESSAGE, MESSAGE, Channel.EMAIL, Purpose.SERVICE, "", entry.noted().id(), now, List.of(), null,
                expires, Map.of(), new Reason("policy/double-opt-in", List.of()));
        return new Dispatch(action, address, words.getString("subject"), text, language);
    }

    private String link(String event, Instant expires, String language) {
        var base = settings.address().isBlank()
                ? "http://localhost:" + environment.getProperty("local.server.port",
                        environment.getProperty("server.port", "8080"))
                : settings.address().replaceAll("/+$", "");
        return base + "/confirm/" + links.token(PURPOSE, event, expires) + "?lang=" + (language.startsWith("zh") ? "zh" : "en");
    }

    private static String word(ResourceBundle words, String key) {
        try {
            return words.getString(key);
        } catch (MissingResourceException notAWordOfOurs) {
            return key;
        }
    }
}
