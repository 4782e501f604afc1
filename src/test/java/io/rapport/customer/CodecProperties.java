package io.rapport.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneId;
import java.time.LocalTime;
import io.rapport.facts.Decimal;
import io.rapport.facts.QuietHours;
import io.rapport.facts.Action;
import io.rapport.facts.Address;
import io.rapport.facts.Channel;
import io.rapport.facts.Conclusion;
import io.rapport.facts.ConsentState;
import io.rapport.facts.DaySet;
import io.rapport.facts.Days;
import io.rapport.facts.Decision;
import io.rapport.facts.Memory;
import io.rapport.facts.Occasion;
import io.rapport.facts.Purchases;
import io.rapport.facts.Purpose;
import io.rapport.facts.Reason;
import io.rapport.facts.Snapshot;
import io.rapport.facts.Tally;
import io.rapport.facts.Trust;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What is written is what is read, whatever it is. */
class CodecProperties {

    private static final String[] TEXTS = {"", "Anna", "安娜", "line\nbreak", "\uD83C\uDF82", "order.placed", "a|b|c",
            "x".repeat(900)};

    @Property(tries = 300)
    void aMemoryIsReadAsItWasWritten(@ForAll long seed) {
        var memory = new Drawn(new Random(seed)).memory();

        assertThat(MemoryCodec.read(MemoryCodec.write(memory))).isEqualTo(memory);
    }

    @Property(tries = 300)
    void aDecisionIsReadAsItWasWritten(@ForAll long seed) {
        var decision = new Drawn(new Random(seed)).decision();

        assertThat(DecisionCodec.read(DecisionCodec.write(decision), decision.id(), decision.customer(), decision.at(),
                decision.rulebook(), decision.snapshot())).isEqualTo(decision);
    }

    @Property(tries = 100)
    void aSnapshotIsReadAsItWasWritten(@ForAll long seed) {
        var drawn = new Drawn(new Random(seed));
        var snapshot = new Snapshot("id", drawn.instant(), 7, Map.of("spend", drawn.random.doubles(50).sorted().toArray()),
                drawn.map(() -> new Snapshot.LineFigures(drawn.random.nextLong(),
                        Decimal.nearest(drawn.random.nextInt(1_000_000) / 100.0), drawn.amount())));

        var read = SnapshotCodec.read(SnapshotCodec.write(snapshot));

        assertThat(read.measures().get("spend")).isEqualTo(snapshot.measures().get("spend"));
        assertThat(read.productLines()).isEqualTo(snapshot.productLines());
    }

    @Example
    void aMemoryOfAnotherFormatIsNotGuessedAt() {
        var bytes = MemoryCodec.write(Memory.blank(1));
        bytes[0] = 99;

        assertThatThrownBy(() -> MemoryCodec.read(bytes)).isInstanceOf(OutdatedMemoryException.class)
                .hasMessageContaining("[99]");
    }

    /** Facts drawn by lot. */
    private record Drawn(Random random) {

        Memory memory() {
            return new Memory(
                    random.nextLong(), map(this::tally), random.nextBoolean() ? null : purchases(),
                    map(() -> new Memory.LineMemory(random.nextLong(), sum(), sum(), day())),
                    list(() -> new Memory.OpenComplaint(
                            text(), instant(), channel(), random.nextInt(), text(), random.nextBoolean() ? null : instant())),
                    list(() -> new Memory.Delivery(text(), instant())), map(this::text), map(this::instant),
                    map(() -> new ConsentState(list(() -> new ConsentState.Word(
                            random.nextBoolean(), instant(), text(), Trust.values()[random.nextInt(3)], text())))),
                    map(() -> new Memory.Concluded(text(), instant())), occasions(),
                    random.nextBoolean() ? null : instant(), map(this::text),
                    list(() -> new Memory.Link(text(), text(), list(this::text), text(),
                            random.nextBoolean(), instant())),
                    map(() -> new Memory.Invoice(sum(), random.nextBoolean() ? null : instant(), sum(), instant())),
                    map(() -> new Address(random.nextInt(9), random.nextBoolean() ? null : Address.Cause.COMPLAINT, instant())));
        }

        private Map<Occasion.Key, Occasion> occasions() {
            var occasions = new HashMap<Occasion.Key, Occasion>();
            for (var i = random.nextInt(4); i > 0; i--) {
                occasions.put(new Occasion.Key(text(), text(), random.nextBoolean() ? null : channel(), text()), new Occasion(
                        Occasion.State.values()[random.nextInt(5)], instant(), random.nextInt(4),
                        random.nextBoolean() ? null : instant()));
            }
            return occasions;
        }

        Decision decision() {
            return new Decision(
                    "id", 7, instant(), "rulebook", "snapshot", list(() -> new Conclusion(text(), text(), text(), reason())),
                    list(this::action),
                    list(() -> new Decision.HeldBack(action(), reason(), random.nextBoolean() ? null : instant())),
                    list(() -> new Decision.Review(instant(), text())));
        }

        private Action action() {
            return new Action(
                    text(), random.nextLong(), Action.Kind.values()[random.nextInt(2)], text(), channel(),
                    Purpose.values()[random.nextInt(2)], text(), text(), instant(),
                    list(() -> new QuietHours(LocalTime.of(random.nextInt(24), 30), LocalTime.of(random.nextInt(24), 0),
                            ZoneId.of("Asia/Shanghai"))),
                    random.nextBoolean() ? null : instant(),
                    random.nextBoolean() ? null : instant(), map(this::text), reason());
        }

        private Reason reason() {
            return new Reason(text(), list(() -> new Reason.Captured(text(), text())));
        }

        private Tally tally() {
            var days = Days.NONE;
            for (var i = random.nextInt(20); i > 0; i--) {
                days = days.plus(20_000 + random.nextInt(700), 1 + random.nextInt(3), sum());
            }
            return new Tally(random.nextLong(), sum(), instant(), instant(), days);
        }

        private Purchases purchases() {
            var calendar = DaySet.NONE.with(20_000 + random.nextInt(500)).with(20_000 + random.nextInt(500));
            return new Purchases(
                    random.nextLong(), day(), day(), calendar, random.nextLong(), amount(), amount(), sum(), sum());
        }

        private Decimal sum() {
            return new Decimal(random.nextLong() >> random.nextInt(64));
        }

        private double amount() {
            return switch (random.nextInt(6)) {
                case 0 -> 0;
                case 1 -> -0.0;
                case 2 -> Double.NaN;
                case 3 -> random.nextInt(1_000_000) / 100.0;
                case 4 -> random.nextGaussian();
                default -> random.nextDouble() * 1e15;
            };
        }

        private Instant instant() {
            var seconds = random.nextInt();
            return random.nextBoolean()
                    ? Instant.ofEpochSecond(seconds, random.nextInt(1_000_000_000))
                    : Instant.ofEpochSecond(seconds, random.nextInt(1_000) * 1_000_000);
        }

        private LocalDate day() {
            return LocalDate.ofEpochDay(random.nextInt(40_000));
        }

        private Channel channel() {
            return Channel.values()[random.nextInt(Channel.values().length)];
        }

        private String text() {
            return TEXTS[random.nextInt(TEXTS.length)];
        }

        private <T> List<T> list(Supplier<T> content) {
            var values = new ArrayList<T>();
            for (var i = random.nextInt(6); i > 0; i--) {
                values.add(content.get());
            }
            return values;
        }

        private <T> Map<String, T> map(Supplier<T> content) {
            var values = new HashMap<String, T>();
            for (var i = random.nextInt(6); i > 0; i--) {
                values.put(text() + random.nextInt(9), content.get());
            }
            return values;
        }
    }
}
