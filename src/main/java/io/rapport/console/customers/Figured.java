package io.rapport.console.customers;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.rapport.console.customers.CustomerView.ComplaintView;
import io.rapport.console.customers.CustomerView.ConsentView;
import io.rapport.console.customers.CustomerView.DeliveryView;
import io.rapport.console.customers.CustomerView.Figures;
import io.rapport.console.customers.CustomerView.Lasting;
import io.rapport.console.customers.CustomerView.LineView;
import io.rapport.console.customers.CustomerView.PurchaseFigures;
import io.rapport.console.customers.CustomerView.TallyView;
import io.rapport.console.customers.CustomerView.Trait;
import io.rapport.facts.ConsentState;
import io.rapport.facts.Memory;
import io.rapport.facts.Decimal;
import io.rapport.facts.Tally;
import io.rapport.facts.Told;
import org.jspecify.annotations.Nullable;

/** A customer's memory as figures of one day. */
final class Figured {

    private static final String MARGIN = "margin";

    private static final int MONTH = 30;

    private static final int YEAR = 365;

    private final Memory memory;

    private final int today;

    private final String currency;

    Figured(Memory memory, LocalDate today, String currency) {
        this.currency = currency;
        this.memory = memory;
        this.today = Math.toIntExact(today.toEpochDay());
    }

    Figures figures() {
        return new Figures(purchases(), tallies(), productLines(), complaints(),
                memory.deliveries().reversed().stream().map(one -> new DeliveryView(one.orderId(), one.at())).toList());
    }

    List<Trait> traits() {
        return memory.traits().entrySet().stream().sorted(Map.Entry.comparingByKey())
                .map(trait -> trait(trait.getKey(), trait.getValue())).toList();
    }

    private Trait trait(String name, String value) {
        return new Trait(name, value, Told.type(value).name().toLowerCase(Locale.ROOT).replace('_', '-'),
                memory.traitSources().getOrDefault(name, ""), memory.traitsAt().get(name));
    }

    List<ConsentView> consents() {
        return memory.consents().entrySet().stream().sorted(Map.Entry.comparingByKey()).map(Figured::consent).toList();
    }

    List<Lasting> lasting() {
        return memory.concluded().entrySet().stream().sorted(Map.Entry.comparingByKey())
                .map(one -> new Lasting(one.getKey(), one.getValue().value(), one.getValue().since())).toList();
    }

    private static ConsentView consent(Map.Entry<String, ConsentState> entry) {
        var parts = entry.getKey().split("/", 2);
        var state = entry.getValue();
        return new ConsentView(parts[0], parts[parts.length - 1], state.given(), state.at(), state.proof());
    }

    private @Nullable PurchaseFigures purchases() {
        var bought = memory.purchases();
        if (bought == null) {
            return null;
        }
        var margin = memory.tallies().get(MARGIN);
        return new PurchaseFigures(currency, bought.days(), bought.first(), bought.last(),
                bought.days() < 2 ? null : bought.meanGap(),
                bought.spend().toBigDecimal(), bought.margin().toBigDecimal(),
                (margin == null ? Decimal.ZERO : margin.days().sumBetween(today - YEAR + 1, today)).toBigDecimal());
    }

    private List<TallyView> tallies() {
        return memory.tallies().entrySet().stream().sorted(Map.Entry.comparingByKey())
                .map(entry -> tally(entry.getKey(), entry.getValue())).toList();
    }

    private TallyView tally(String name, Tally tally) {
        return new TallyView(name, tally.count(), tally.days().countBetween(today - MONTH + 1, today),
                tally.days().countBetween(today - YEAR + 1, today), tally.sum().toBigDecimal(), tally.first(), tally.last());
    }

    private List<LineView> productLines() {
        return memory.productLines().entrySet().stream().sorted(Map.Entry.comparingByKey())
                .map(entry -> line(entry.getKey(), entry.getValue())).toList();
    }

    private static LineView line(String name, Memory.LineMemory line) {
        return new LineView(name, line.orders(), line.spend().toBigDecimal(), line.margin().toBigDecimal(), line.last());
    }

    private List<ComplaintView> complaints() {
        return memory.complaints().stream().map(one -> new ComplaintView(one.id(), one.raised(), one.channel().word(),
                one.level(), one.owner(), one.deadline())).toList();
    }
}
