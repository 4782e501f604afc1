package io.rapport.intake.orders;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.rapport.facts.CustomerEvent;
import io.rapport.facts.EventData;
import io.rapport.facts.EventData.OrderLine;
import io.rapport.facts.EventTypes;
import io.rapport.intake.Digest;
import io.rapport.intake.PlainText;
import io.rapport.intake.orders.OrderReading.About;
import io.rapport.intake.orders.OrderReading.BadCell;
import io.rapport.intake.orders.SourceRows.Cells;

/** Reads a record that is an event of its own: when, who, what, how much, and a reference. */
record StreamedEvent(OrderReading reading, OrderColumns columns, String source, Occurrences occurrences) {

    CustomerEvent read(Cells cells) throws BadCell {
        About about = reading.about(cells, cells.text(OrderField.REFERENCE), reading.currency(cells).orElse(null));
        String word = cells.text(OrderField.TYPE);
        String type = type(word);
        BigDecimal amount = cells.text(OrderField.AMOUNT).isEmpty()
                ? BigDecimal.ZERO
                : reading.number(cells, OrderField.AMOUNT).abs();
        String customer = about.identities().isEmpty() ? "" : about.identities().getFirst().key();
        String written = amount.toPlainString() + (about.currency().equals(columns.currency()) ? "" : " " + about.currency());
        String content = Digest.of(customer, about.time().toString(), type, written, about.order());
        String id = occurrences.numbered("orders/" + columns.system() + "/" + content);
        return new CustomerEvent(id, source, type, about.identities(), about.time(), data(type, about, amount, content));
    }

    private String type(String word) throws BadCell {
        if (word.isEmpty() || word.length() > 60) {
            throw new BadCell(OrderField.TYPE, reading.said(OrderField.TYPE) + " needs 1 to 60 characters, found ["
                    + (word.isEmpty() ? "" : word.length() + " characters") + "]");
        }
        String mapped = columns.types().get(word.toUpperCase(Locale.ROOT));
        return mapped == null ? word.toLowerCase(Locale.ROOT).replace('_', '.') : mapped;
    }

    private EventData data(String type, About about, BigDecimal amount, String otherwise) throws BadCell {
        String named = PlainText.bounded(about.order().isEmpty() ? otherwise : about.order(), 200);
        Class<? extends EventData> kind = EventTypes.dataOf(type);
        if (kind == EventData.Order.class) {
            return new EventData.Order(named, about.currency(),
                    List.of(new OrderLine("", "", BigDecimal.ONE, amount, null, null)), about.booked());
        }
        if (kind == EventData.OrderStep.class) {
            return new EventData.OrderStep(named);
        }
        if (kind == EventData.Amount.class) {
            return new EventData.Amount(named, amount, about.currency(), about.booked());
        }
        if (kind == EventData.Open.class) {
            return new EventData.Open(Map.of("reference", named, "amount", amount.toPlainString()));
        }
        throw new BadCell(OrderField.TYPE, "an event [" + type + "] has more fields than a file of orders can say"
                + "\nMaybe map the word to another type in the route, as type.<WORD>.");
    }
}
