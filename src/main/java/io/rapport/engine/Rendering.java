package io.rapport.engine;

import io.rapport.action.Dispatch;
import io.rapport.customer.CustomerFile;
import io.rapport.facts.Action;
import io.rapport.facts.Address;
import io.rapport.facts.Channel;
import io.rapport.facts.Identity;
import io.rapport.facts.Memory;
import io.rapport.facts.Trust;
import io.rapport.rulebook.Rulebook;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes of an action all that is needed to carry it out: the address, and the text in the customer's language. */
@Component
final class Rendering {

    private static final String DEFAULT_LANGUAGE = "en";

    private final CustomerFile customers;

    Rendering(CustomerFile customers) {
        this.customers = customers;
    }

    /** @param memories of all customers whom the actions are for */
    List<Dispatch> dispatches(List<Action> actions, Map<Long, Memory> memories, Rulebook rulebook) {
        if (actions.isEmpty()) {
            return List.of();
        }
        Set<Long> written = actions.stream()
                .filter(action -> action.kind() == Action.Kind.MESSAGE)
                .map(Action::customer)
                .collect(Collectors.toSet());
        var identities = customers.identities(written);
        return actions.stream()
                .map(action -> dispatch(
                        action,
                        memories.getOrDefault(action.customer(), Memory.blank(action.customer())),
                        identities.getOrDefault(action.customer(), List.of()),
                        rulebook))
                .toList();
    }

    private static Dispatch dispatch(Action action, Memory memory, List<Identity> identities, Rulebook rulebook) {
        var language = memory.traits().getOrDefault("language", DEFAULT_LANGUAGE);
        if (action.kind() == Action.Kind.TASK) {
            return new Dispatch(action, null, "", "", language);
        }
        var text = rulebook.templates().render(action.what(), language, action.values());
        return new Dispatch(action, recipient(action.channel(), memory, identities), text.subject(), text.text(), language);
    }

    /** Null when no address is known. */
    static @Nullable String recipient(Channel channel, Memory memory, List<Identity> identities) {
        return switch (channel) {
            case EMAIL, WEB -> address("e-mail", memory, identities, Identity.Kind.EMAIL);
            case SMS, MOBILE, CALL_CENTRE -> address("phone", memory, identities, Identity.Kind.PHONE);
            default -> null;
        };
    }

    /**
     * Of the addresses that are not suppressed: what a source that is believed told of him, else by what he was recognised, the
     * most believed first. An address that was only claimed counts when it is one by which he was recognised: anybody can write
     * any address into a form.
     */
    private static @Nullable String address(String trait, Memory memory, List<Identity> identities, Identity.Kind kind) {
        var told = memory.traits().getOrDefault(trait, "");
        var source = memory.traitSources().getOrDefault(trait, "");
        if (!told.isBlank() && Trust.ofSource(source) != Trust.CLAIMED && !memory.isSuppressed(Address.key(kind, told))) {
            return told;
        }
        for (var identity : identities) {
            if (identity.kind() == kind && !memory.isSuppressed(identity.key())) {
                return identity.value();
            }
        }
        return null;
    }
}
