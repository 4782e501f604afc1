package io.rapport.customer;

import io.rapport.facts.Address;
import io.rapport.facts.Channel;
import io.rapport.facts.ConsentState;
import io.rapport.facts.DaySet;
import io.rapport.facts.Days;
import io.rapport.facts.Decimal;
import io.rapport.facts.Memory;
import io.rapport.facts.Occasion;
import io.rapport.facts.Purchases;
import io.rapport.facts.Tally;
import io.rapport.facts.Trust;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * A memory as bytes: read and written once per event, so it is small and quick before it is pretty (the log beside it is the
 * readable truth). The first byte is the format; after a change of {@link Memory} it goes up, and a refold writes all anew.
 */
final class MemoryCodec {

    static final int FORMAT = 7;

    /** Before sources of traits and links were remembered: those are empty until the memory is folded anew. */
    private static final int BEFORE_LINKS = 1;

    /** Before invoices were remembered. */
    private static final int BEFORE_INVOICES = 2;

    /** Before what became of an occasion had types: it was a text of several parts. */
    private static final int BEFORE_OCCASIONS = 3;

    /** Before addresses were remembered. */
    private static final int BEFORE_ADDRESSES = 4;

    /** Before sums were exact: they are read as the nearest until the memory is folded anew. */
    private static final int BEFORE_EXACT = 5;

    /** Before it was remembered who gave and who took back which consent. */
    private static final int BEFORE_WORDS = 6;

    private MemoryCodec() {}

    static byte[] write(Memory memory) {
        var out = new CompactWriter();
        out.octet(FORMAT);
        out.number(memory.customer());
        out.map(memory.tallies(), tally -> write(out, tally));
        out.optional(memory.purchases(), purchases -> write(out, purchases));
        out.map(memory.productLines(), line -> {
            out.number(line.orders());
            out.number(line.spend().parts());
            out.number(line.margin().parts());
            out.number(line.last().toEpochDay());
        });
        out.list(memory.complaints(), complaint -> write(out, complaint));
        out.list(memory.deliveries(), delivery -> {
            out.text(delivery.orderId());
            out.instant(delivery.at());
        });
        out.map(memory.traits(), out::text);
        out.map(memory.traitsAt(), out::instant);
        out.map(memory.consents(), consent -> out.list(consent.words(), word -> {
            out.yesNo(word.given());
            out.instant(word.at());
            out.text(word.proof());
            out.octet(word.trust().ordinal());
            out.text(word.by());
        }));
        out.map(memory.concluded(), concluded -> {
            out.text(concluded.value());
            out.instant(concluded.since());
        });
        out.list(memory.occasions().entrySet(), occasion -> write(out, occasion.getKey(), occasion.getValue()));
        out.optional(memory.latest(), out::instant);
        out.map(memory.traitSources(), out::text);
        out.list(memory.links(), link -> write(out, link));
        out.map(memory.invoices(), invoice -> {
            out.number(invoice.overdue().parts());
            out.optional(invoice.since(), out::instant);
            out.number(invoice.paid().parts());
            out.instant(invoice.at());
        });
        out.map(memory.addresses(), address -> {
            out.number(address.softBounces());
            out.optional(address.suppressed(), cause -> out.text(cause.name()));
            out.instant(address.at());
        });
        return out.toBytes();
    }

    /**
     * Reads {@link #write} back.
     *
     * @throws OutdatedMemoryException when the bytes are of another format
     */
    static Memory read(byte[] bytes) {
        var in = new CompactReader(bytes);
        var format = in.octet();
        if (format < BEFORE_LINKS || format > FORMAT) {
            throw new OutdatedMemoryException(format, FORMAT);
        }
        Supplier<Decimal> sum = format <= BEFORE_EXACT ? () -> Decimal.nearest(in.amount()) : () -> new Decimal(in.number());
        return new Memory(
                in.number(),
                in.map(() -> tally(in, sum)),
                in.optional(() -> purchases(in, sum)),
                in.map(() -> new Memory.LineMemory(in.number(), sum.get(), sum.get(), day(in))),
                in.list(() -> complaint(in)),
                in.list(() -> new Memory.Delivery(in.text(), in.instant())),
                in.map(in::text),
                in.map(in::instant),
                in.map(() -> format <= BEFORE_WORDS
                        ? ConsentState.of(new ConsentState.Word(in.yesNo(), in.instant(), in.text(), Trust.VERIFIED, ""))
                        : new ConsentState(in.list(() -> new ConsentState.Word(
                                in.yesNo(), in.instant(), in.text(), Trust.values()[in.octet()], in.text())))),
                in.map(() -> new Memory.Concluded(in.text(), in.instant())),
                format <= BEFORE_OCCASIONS ? EarlierOccasions.of(in.map(in::instant)) : occasions(in),
                in.optional(in::instant),
                format == BEFORE_LINKS ? Map.of() : in.map(in::text),
                format == BEFORE_LINKS ? List.of() : in.list(() -> link(in)),
                format <= BEFORE_INVOICES ? Map.of()
                        : in.map(() -> new Memory.Invoice(sum.get(), in.optional(in::instant), sum.get(), in.instant())),
                format <= BEFORE_ADDRESSES ? Map.of()
                        : in.map(() -> new Address(
                                in.whole(), in.optional(() -> Address.Cause.valueOf(in.text())), in.instant())));
    }

    private static void write(CompactWriter out, Occasion.Key key, Occasion occasion) {
        out.word(key.ruleId());
        out.word(key.what());
        out.word(key.channel() == null ? "" : key.channel().word());
        out.text(key.about());
        out.octet(occasion.state().ordinal());
        out.instant(occasion.at());
        out.number(occasion.failures());
        out.optional(occasion.waitingSince(), out::instant);
    }

    private static Map<Occasion.Key, Occasion> occasions(CompactReader in) {
        var size = in.whole();
        var occasions = HashMap.<Occasion.Key, Occasion>newHashMap(size);
        for (var i = 0; i < size; i++) {
            var rule = in.word();
            var what = in.word();
            var channel = in.word();
            occasions.put(new Occasion.Key(rule, what, channel.isEmpty() ? null : Channel.ofWord(channel), in.text()),
                    new Occasion(Occasion.State.values()[in.octet()], in.instant(), in.whole(), in.optional(in::instant)));
        }
        return Collections.unmodifiableMap(occasions);
    }

    private static void write(CompactWriter out, Memory.Link link) {
        out.text(link.relation());
        out.text(link.with());
        out.list(link.roles(), out::text);
        out.text(link.motive());
        out.yesNo(link.ended());
        out.instant(link.at());
    }

    private static Memory.Link link(CompactReader in) {
        return new Memory.Link(in.text(), in.text(), in.list(in::text), in.text(), in.yesNo(), in.instant());
    }

    private static void write(CompactWriter out, Tally tally) {
        out.number(tally.count());
        out.number(tally.sum().parts());
        out.instant(tally.first());
        out.instant(tally.last());
        var days = tally.days();
        out.number(days.day().length);
        var before = 0;
        for (var i = 0; i < days.day().length; i++) {
            out.number(days.day()[i] - before);
            out.number(days.count()[i]);
            out.number(days.sum()[i]);
            before = days.day()[i];
        }
    }

    private static Tally tally(CompactReader in, Supplier<Decimal> sum) {
        return new Tally(in.number(), sum.get(), in.instant(), in.instant(), days(in, sum));
    }

    private static Days days(CompactReader in, Supplier<Decimal> sums) {
        var length = in.whole();
        if (length == 0) {
            return Days.NONE;
        }
        var day = new int[length];
        var count = new int[length];
        var sum = new long[length];
        var before = 0;
        for (var i = 0; i < length; i++) {
            before += in.whole();
            day[i] = before;
            count[i] = in.whole();
            sum[i] = sums.get().parts();
        }
        return new Days(day, count, sum);
    }

    private static void write(CompactWriter out, Purchases purchases) {
        out.number(purchases.days());
        out.number(purchases.first().toEpochDay());
        out.number(purchases.last().toEpochDay());
        out.number(purchases.calendar().from());
        out.words(purchases.calendar().bits());
        out.number(purchases.gapSquares());
        out.amount(purchases.decayedCount());
        out.amount(purchases.decayedSpend());
        out.number(purchases.spend().parts());
        out.number(purchases.margin().parts());
    }

    private static Purchases purchases(CompactReader in, Supplier<Decimal> sum) {
        return new Purchases(
                in.number(),
                day(in),
                day(in),
                new DaySet(in.whole(), in.words()),
                in.number(),
                in.amount(),
                in.amount(),
                sum.get(),
                sum.get());
    }

    private static void write(CompactWriter out, Memory.OpenComplaint complaint) {
        out.text(complaint.id());
        out.instant(complaint.raised());
        out.text(complaint.channel().name());
        out.number(complaint.level());
        out.text(complaint.owner());
        out.optional(complaint.deadline(), out::instant);
    }

    private static Memory.OpenComplaint complaint(CompactReader in) {
        return new Memory.OpenComplaint(
                in.text(), in.instant(), Channel.valueOf(in.text()), in.whole(), in.text(), in.optional(in::instant));
    }

    private static LocalDate day(CompactReader in) {
        return LocalDate.ofEpochDay(in.number());
    }
}
