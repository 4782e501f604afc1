package io.rapport.console.customers;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.rapport.action.Outbox;
import io.rapport.action.Tasks;
import io.rapport.console.Amounts;
import io.rapport.console.ConsoleSettings;
import io.rapport.console.Listing;
import io.rapport.console.Listing.Asked;
import io.rapport.console.Times;
import io.rapport.console.Wording;
import io.rapport.console.customers.CustomerView.AwaitedView;
import io.rapport.console.customers.CustomerView.IdentityView;
import io.rapport.console.customers.CustomerView.Who;
import io.rapport.console.work.MessageView;
import io.rapport.console.work.TaskView;
import io.rapport.customer.CustomerFile;
import io.rapport.customer.CustomerFile.Card;
import io.rapport.customer.CustomerSearch;
import io.rapport.facts.Decision;
import io.rapport.facts.Identity;
import io.rapport.intake.Identities;
import io.rapport.rulebook.Concept;
import io.rapport.rulebook.Concepts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers from the other rooms what people look at about customers. */
@Component
public class Customers {

    private static final int LATEST_ACTIONS = 10;

    private static final int LATEST_DECISIONS = 5;

    /** So far back changes of conclusions are looked for. */
    private static final int DECISIONS_BACK = 50;

    private final CustomerFile file;

    private final CustomerSearch search;

    private final Identities identities;

    private final Outbox outbox;

    private final Tasks tasks;

    private final Explanations explanations;

    private final Refusals refusals;

    private final Insights insights;

    private final Happenings happenings;

    private final ConsoleSettings settings;

    private final Clock clock;

    private final Times times;

    private final Wording wording;

    private final Amounts amounts;

    Customers(
            CustomerFile file,
            CustomerSearch search,
            Identities identities,
            Outbox outbox,
            Tasks tasks,
            Explanations explanations,
            Refusals refusals,
            Insights insights,
            Happenings happenings,
            ConsoleSettings settings,
            Clock clock,
            Times times,
            Wording wording,
            Amounts amounts) {
        this.amounts = amounts;
        this.file = file;
        this.search = search;
        this.identities = identities;
        this.outbox = outbox;
        this.tasks = tasks;
        this.explanations = explanations;
        this.refusals = refusals;
        this.insights = insights;
        this.happenings = happenings;
        this.settings = settings;
        this.clock = clock;
        this.times = times;
        this.wording = wording;
    }

    /** Searched by text, or by a value: {@code tier=gold}. */
    public Listing<CustomerRow> list(Asked asked) {
        var found = Listing.paged(asked, settings.rows(), (page, size) -> lines(asked, page, size));
        var identities = file.identities(found.items().stream().map(CustomerSearch.Line::id).toList());
        return found.map(line -> row(line, identities.getOrDefault(line.id(), List.of()), asked.search()));
    }

    /** Null if there is no such customer. */
    @Nullable
    public CustomerView one(long id) {
        var card = file.card(id);
        return card == null ? null : view(card);
    }

    /** Null if there is no such customer, or no such concept of few values. */
    @Nullable
    public WhyNotValueView whyNot(long id, String concept) {
        var card = ASKABLE.contains(concept) ? file.card(id) : null;
        return card == null ? null : refusals.of(concept, card.memory(), clock.instant());
    }

    /** Concepts of which somebody may ask why another value does not stand; a topic is of one message. */
    static final List<String> ASKABLE = Concepts.all().stream().map(Concept::id)
            .filter(concept -> !Concepts.values(concept).isEmpty() && !concept.equals("topic")).toList();

    public Listing<TimelineView> timeline(long id, Asked asked) {
        return Listing.paged(asked, settings.rows(), (page, size) -> file.timeline(id, page, size))
                .map(happenings::view);
    }

    private List<CustomerSearch.Line> lines(Asked asked, int page, int size) {
        var equals = asked.search().indexOf('=');
        if (equals > 0 && Concepts.find(asked.search().substring(0, equals).strip()) != null) {
            return search.withValue(
                    asked.search().substring(0, equals).strip(), asked.search().substring(equals + 1).strip(), page, size);
        }
        var order = switch (asked.sort()) {
            case "name" -> CustomerSearch.Order.NAME;
            case "review" -> CustomerSearch.Order.NEXT_REVIEW;
            default -> CustomerSearch.Order.NUMBER;
        };
        return search.search(asked.search(), meant(asked.search()), order, asked.descending(), page, size);
    }

    /** What somebody writes as it is compared: a telephone with its spaces, an address in capitals. */
    private List<Identity> meant(String written) {
        return Stream.of(identities.email(written), identities.phone(written), identities.account(written),
                identities.orderSystem(written)).flatMap(Optional::stream).toList();
    }

    private String match(List<Identity> known, String written) {
        var meant = meant(written);
        var exact = known.stream().anyMatch(identity -> meant.contains(identity) || identity.value().equals(written.strip()));
        return exact ? "exact"
                : known.stream()
                        .anyMatch(identity -> meant.stream().anyMatch(other -> other.key().equalsIgnoreCase(identity.key())))
                                ? "capitals"
                                : "";
    }

    private CustomerRow row(CustomerSearch.Line line, List<Identity> identities, String written) {
        return new CustomerRow(
                line.id(),
                line.name() == null ? "" : line.name(),
                identities.isEmpty() ? "" : identities.getFirst().value(),
                match(identities, written),
                first(line.standing(), "tier"),
                first(line.standing(), "status"),
                first(line.standing(), "stage"),
                first(line.standing(), "churn-level"),
                line.latest(),
                line.nextReview());
    }

    private static @Nullable String first(Map<String, List<String>> standing, String concept) {
        var values = standing.getOrDefault(concept, List.of());
        return values.isEmpty() ? null : values.getFirst();
    }

    private CustomerView view(Card card) {
        var now = clock.instant();
        var figured = new Figured(card.memory(), LocalDate.ofInstant(now, card.memory().zoneOr(times.zone())),
                amounts.currency());
        var made = file.decisions(card.id(), 0, DECISIONS_BACK);
        var decisions = made.stream().limit(LATEST_DECISIONS).map(this::explained).toList();
        var latest = decisions.isEmpty() ? null : decisions.getFirst();
        return new CustomerView(
                who(card, figured),
                figured.figures(),
                latest == null ? null : latest.at(),
                latest == null ? List.of() : latest.conclusions(),
                figured.lasting(),
                latest == null ? List.of() : latest.actions(),
                latest == null ? List.of() : latest.heldBack(),
                refusals.of(card.memory(), now),
                latest == null ? List.of() : latest.reviews(),
                decisions,
                tasks.ofCustomer(card.id(), 0, LATEST_ACTIONS).stream().map(task -> TaskView.of(task, now, wording)).toList(),
                outbox.ofCustomer(card.id(), 0, LATEST_ACTIONS).stream().map(message -> MessageView.of(message, wording))
                        .toList(),
                insights.of(card.memory(), made, now));
    }

    private DecisionView explained(Decision decision) {
        return explanations.decision(decision, "");
    }

    private List<IdentityView> identities(Card card) {
        var joined = file.joined(card.id()).stream().collect(Collectors.toMap(CustomerFile.Joined::identity, one -> one));
        return card.identities().stream().map(one -> {
            var how = joined.get(one);
            return how == null ? new IdentityView(one.kind().word(), one.value(), "", null, false, false)
                    : new IdentityView(one.kind().word(), one.value(), how.event() == null ? "" : how.event(), how.at(),
                            how.claimed(), !how.alone());
        }).toList();
    }

    private Who who(Card card, Figured figured) {
        return new Who(
                card.id(),
                card.memory().traits().getOrDefault("name", ""),
                card.mergedInto(),
                card.mergedFrom(),
                identities(card),
                figured.traits().stream().filter(trait -> card.identities().stream()
                        .noneMatch(identity -> identity.value().equals(trait.value()))).toList(),
                figured.consents(),
                card.awaited().stream().map(one -> new AwaitedView(one.channel().word(), one.purpose().word(), one.at()))
                        .toList());
    }
}
