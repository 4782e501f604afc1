package io.rapport.console.customers;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.rapport.console.Amounts;
import io.rapport.console.Wording;
import io.rapport.customer.CustomerFile;
import io.rapport.facts.CustomerEvent;
import io.rapport.facts.EventData;
import org.springframework.stereotype.Component;

/** Tells an event in one sentence of the reader's language, and its longer text where it has one. */
@Component
final class Happenings {

    private static final int LONGEST = 160;

    private final Wording wording;

    private final Amounts amounts;

    Happenings(Wording wording, Amounts amounts) {
        this.amounts = amounts;
        this.wording = wording;
    }

    TimelineView view(CustomerEvent event, boolean decided) {
        return new TimelineView(
                event.id(), event.source(), event.type(), event.time(), sentence(event.data()), text(event.data()),
                decided);
    }

    /** The same, marked as such if it was told anew since and counts no more. */
    TimelineView view(CustomerFile.Item item) {
        var view = view(item.event(), item.decision() != null);
        return item.corrected() ? view.saying(wording.of("timeline.corrected", view.sentence())) : view;
    }

    private String sentence(EventData data) {
        return switch (data) {
            case EventData.Order order -> order(order);
            case EventData.OrderStep step -> step.orderId();
            case EventData.Message message -> message(message);
            case EventData.DeliveryReport report -> wording.of("timeline.report",
                    wording.word("report", report.outcome().word()), report.status()).strip();
            case EventData.Suppression word -> wording.of("timeline.suppression", wording.word("suppressed", word.cause().word()),
                    word.who());
            case EventData.Form form -> about(wording.of("timeline.form", form.form()), form.topics());
            case EventData.Consent consent -> channel(consent.channel().word(), consent.purpose().word());
            case EventData.Traits traits -> traits.values().keySet().stream().sorted()
                    .map(trait -> wording.word("trait", trait)).collect(Collectors.joining(", "));
            case EventData.Complaint complaint -> wording.word("channel", complaint.channel().word());
            case EventData.Case step -> wording.of("timeline.case", step.level(), wording.word("assignee", step.owner()));
            case EventData.Contact contact -> wording.of("timeline.contact", contact.what(),
                    wording.word("channel", java.util.Objects.requireNonNullElse(contact.met(), contact.channel()).word()),
                    wording.word("outcome", contact.outcome()));
            case EventData.Move move -> move(move);
            case EventData.Link link -> shortened(wording.word("relation", link.relation()) + " " + link.with() + " "
                    + link.roles().stream().map(role -> wording.word("role", role)).collect(Collectors.joining(", ")));
            case EventData.ReviewDue review -> wording.of("timeline.review", review.because());
            case EventData.Rating rating -> wording.of("timeline.rating", Math.round(rating.score() * 100));
            case EventData.Amount amount -> wording.of("timeline.amount", amount.reference(), amounts.of(amount));
            case EventData.Open open -> shortened(open.fields().entrySet().stream().sorted(Map.Entry.comparingByKey())
                    .map(field -> field.getKey() + " " + field.getValue()).collect(Collectors.joining(", ")));
        };
    }

    private static String text(EventData data) {
        return switch (data) {
            case EventData.Message message -> message.text();
            case EventData.DeliveryReport report -> report.reason();
            case EventData.Suppression word -> word.reason();
            case EventData.Form form -> form.text();
            case EventData.Complaint complaint -> complaint.text();
            case EventData.Rating rating -> rating.text();
            case EventData.Order order -> order.lines().stream().map(Happenings::line).collect(Collectors.joining("\n"));
            default -> "";
        };
    }

    private String order(EventData.Order order) {
        var goods = order.lines().stream().map(EventData.OrderLine::description).distinct().collect(Collectors.joining(", "));
        return wording.of("timeline.order", order.lines().size(), amounts.of(order), shortened(goods));
    }

    private static String line(EventData.OrderLine line) {
        var productLine = line.productLine() == null ? "" : " [" + line.productLine() + "]";
        return line.quantity().toPlainString() + " x " + line.description() + " (" + line.product() + ") "
                + line.unitPrice().toPlainString() + productLine;
    }

    private String message(EventData.Message message) {
        var said = about(message.subject(), message.topics());
        if (message.attachments() > 0) {
            said = wording.of("timeline.attachments", said, message.attachments());
        }
        return message.automatic() ? wording.of("timeline.automatic", said) : said;
    }

    private String about(String what, List<String> topics) {
        return topics.isEmpty() ? what
                : wording.of("timeline.about", what,
                        topics.stream().map(topic -> wording.said("topic", topic)).collect(Collectors.joining(", ")));
    }

    private String channel(String channel, String purpose) {
        return wording.of("timeline.consent", wording.word("channel", channel), wording.word("purpose", purpose));
    }

    private String move(EventData.Move move) {
        var from = move.from() == null ? wording.of("unknown") : wording.value(move.concept(), move.from());
        return wording.of("timeline.move", wording.concept(move.concept()), from, wording.value(move.concept(), move.to()));
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, whole(text)) + "…";
    }

    /** Never cuts a character of two halves, such as an emoji. */
    private static int whole(String text) {
        var end = LONGEST - 1;
        return Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end;
    }
}
