package io.rapport.engine;

import static io.rapport.engine.Told.account;
import static io.rapport.engine.Told.email;
import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.customer.Consents;
import io.rapport.customer.CustomerFile;
import io.rapport.customer.CustomerSearch;
import io.rapport.facts.Channel;
import io.rapport.facts.Booking;
import io.rapport.facts.CustomerEvent;
import io.rapport.facts.EventTypes;
import io.rapport.facts.Identity;
import io.rapport.facts.Memory;
import io.rapport.facts.Purpose;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Whenever two customers are merged, parted or folded anew: what is remembered is as if it had always been so. */
class MergingProperties {

    private static final Instant START = Instant.parse("2026-03-02T12:00:00Z");

    /** What others are worth in pounds. */
    private static final Map<String, BigDecimal> RATES = Map.of("USD", new BigDecimal("0.7907"), "JPY", new BigDecimal("0.00513"),
            "KWD", new BigDecimal("2.5631"));

    private static final AtomicInteger RUN = new AtomicInteger();

    private static Path directory;

    private static Transactions engine;

    @BeforeContainer
    static void start() throws IOException {
        directory = Files.createTempDirectory("merging");
        engine = new Transactions(directory, START);
    }

    @AfterContainer
    static void stop() throws IOException {
        engine.close();
        try (var files = Files.walk(directory)) {
            files.sorted(java.util.Comparator.reverseOrder()).map(Path::toFile).forEach(java.io.File::delete);
        }
    }

    /** What happens: to the left or to the right customer, some days after the last, for some money; or they are merged or parted. */
    record Happening(boolean left, int days, int price, int cents, String currency, Kind kind) {

        BigDecimal amount() {
            return BigDecimal.valueOf(price * 100L + cents, 2);
        }

        /** In the books, calculated with nothing of ours. */
        BigDecimal booked() {
            var digits = currency.equals("JPY") ? 0 : currency.equals("KWD") ? 3 : 2;
            var own = amount().setScale(digits, RoundingMode.HALF_EVEN);
            return RATES.containsKey(currency) ? own.multiply(RATES.get(currency)).setScale(2, RoundingMode.HALF_EVEN) : own;
        }

        CustomerEvent order(String id, Instant at, Identity who) {
            var rate = RATES.get(currency);
            var booking = rate == null ? null : new Booking("GBP", rate, START.atZone(ZoneOffset.UTC).toLocalDate());
            return Told.order(id, at, amount(), currency, booking, who);
        }

        enum Kind {
            ORDER, RETURN_HOME, TOLD, AGREED, CONFIRMED, WITHDREW, MERGE, PART
        }
    }

    @Property(tries = 40)
    void mergedAtTheEndIsAsMergedFromTheBeginning(@ForAll("happenings") List<Happening> happenings) {
        var late = new Pair();
        var early = new Pair();
        early.begin();
        engine.get(Merging.class).merge(early.customer(true), early.customer(false));
        late.begin();

        happenings.forEach(late::play);
        late.becomeOne();
        happenings.forEach(early::playButStayAsYouAre);

        assertThat(facts(late.memory(true))).isEqualTo(facts(early.memory(true)));
    }

    @Property(tries = 40)
    void whoIsMergedIntoWhomMakesNoDifference(@ForAll("happenings") List<Happening> happenings) {
        var one = new Pair();
        var other = new Pair();
        one.begin();
        other.begin();
        happenings.forEach(one::playButStayAsYouAre);
        happenings.forEach(other::playButStayAsYouAre);

        engine.get(Merging.class).merge(one.customer(true), one.customer(false));
        engine.get(Merging.class).merge(other.customer(false), other.customer(true));

        assertThat(facts(one.memory(true))).isEqualTo(facts(other.memory(true)));
    }

    @Property(tries = 40)
    void partedAtTheEndIsAsNeverMerged(@ForAll("happenings") List<Happening> happenings) {
        var parted = new Pair();
        var single = new Pair();
        parted.begin();
        single.begin();

        happenings.forEach(parted::play);
        parted.becomeTwo();
        happenings.forEach(single::playButStayAsYouAre);

        assertThat(facts(parted.memory(true))).isEqualTo(facts(single.memory(true)));
        assertThat(facts(parted.memory(false))).isEqualTo(facts(single.memory(false)));
    }

    @Property(tries = 40)
    void whatIsRememberedIsWhatTheLogSays(@ForAll("happenings") List<Happening> happenings) {
        var pair = new Pair();
        pair.begin();

        happenings.forEach(pair::play);

        for (var left : List.of(true, false)) {
            var memory = pair.memory(left);
            assertThat(engine.get(Refold.class).fold(pair.customer(left))).isEqualTo(memory);
            assertThat(engine.get(Consents.class).allows(pair.customer(left), Channel.EMAIL, Purpose.PROMOTION))
                    .as("memory and books agree").isEqualTo(memory.hasConsent(Channel.EMAIL, Purpose.PROMOTION));
        }
    }

    @Property(tries = 20)
    void afterAMergeEitherAddressWithdrawsForBoth(@ForAll("happenings") List<Happening> happenings, @ForAll boolean left) {
        var pair = new Pair();
        pair.begin();
        happenings.forEach(pair::play);
        pair.becomeOne();
        pair.play(new Happening(true, 1, 1, 0, "GBP", Happening.Kind.CONFIRMED));
        assertThat(pair.memory(true).hasConsent(Channel.EMAIL, Purpose.PROMOTION)).isTrue();

        pair.play(new Happening(left, 1, 1, 0, "GBP", Happening.Kind.WITHDREW));
        pair.play(new Happening(!left, 1, 1, 0, "GBP", Happening.Kind.AGREED));

        assertThat(pair.memory(true).hasConsent(Channel.EMAIL, Purpose.PROMOTION)).isFalse();
        assertThat(engine.get(Consents.class).allows(pair.customer(true), Channel.EMAIL, Purpose.PROMOTION)).isFalse();
    }

    @Property(tries = 40)
    void sumsAreExactInWhateverOrderOrdersComeMergedOrNot(@ForAll("orders") List<Happening> orders, @ForAll Random random) {
        var inOrder = new Pair();
        var shuffled = new Pair();
        inOrder.begin();
        shuffled.begin();
        var otherwise = new ArrayList<>(orders);
        Collections.shuffle(otherwise, random);

        orders.forEach(inOrder::play);
        inOrder.becomeOne();
        otherwise.subList(0, otherwise.size() / 2).forEach(shuffled::play);
        shuffled.becomeOne();
        otherwise.subList(otherwise.size() / 2, otherwise.size()).forEach(shuffled::play);

        var exact = orders.stream().map(Happening::booked).reduce(BigDecimal.ZERO, BigDecimal::add);
        for (var pair : List.of(inOrder, shuffled)) {
            var memory = pair.memory(true);
            assertThat(Objects.requireNonNull(memory.purchases()).spend().toBigDecimal()).isEqualByComparingTo(exact);
            assertThat(Objects.requireNonNull(memory.tallies().get(EventTypes.ORDER_PLACED)).sum().toBigDecimal())
                    .isEqualByComparingTo(exact);
        }
        assertThat(Objects.requireNonNull(shuffled.memory(true).purchases()).margin())
                .isEqualTo(Objects.requireNonNull(inOrder.memory(true).purchases()).margin());
    }

    @Provide
    Arbitrary<List<Happening>> orders() {
        return happenings().map(all -> all.stream().map(one -> new Happening(one.left, one.days, one.price, one.cents,
                one.currency, Happening.Kind.ORDER)).toList());
    }

    @Provide
    Arbitrary<List<Happening>> happenings() {
        return Combinators.combine(
                Arbitraries.of(true, false), Arbitraries.integers().between(0, 60), Arbitraries.integers().between(1, 500),
                Arbitraries.integers().between(0, 99), Arbitraries.of("GBP", "USD", "JPY", "KWD"),
                Arbitraries.of(Happening.Kind.values())).as(Happening::new).list().ofMinSize(1).ofMaxSize(12);
    }

    /** Without what rules concluded and did on the way: two histories may reach the same by other steps. */
    private static List<Object> facts(Memory memory) {
        var counted = new TreeMap<>(memory.tallies());
        counted.keySet()
                .removeIf(name -> name.endsWith(".moved") || name.startsWith("contact.") || name.equals("customer.contacted"));
        return List.of(
                counted, String.valueOf(memory.purchases()), memory.productLines(), memory.complaints(), memory.deliveries(),
                memory.traits(), memory.traitsAt(), memory.traitSources(), ofAnyRun(memory.consents()), memory.links(),
                memory.invoices(), ofAnyRun(memory.addresses()));
    }

    private static String ofAnyRun(Map<String, ?> values) {
        return new TreeMap<>(values).toString().replaceAll("email:([lr])\\d+", "email:$1").replaceAll("forms/\\d+/", "forms/");
    }

    private static final class Pair {

        private final int run = RUN.incrementAndGet();
        private final Identity left = account("L" + run);
        private final Identity right = email("r" + run);
        private final Identity leftAddress = email("l" + run);
        private int taken;
        private Instant now = START;
        private boolean one;
        private long rightOwner;

        void begin() {
            take(Told.traits(run + "/l", now, Map.of("name", "Anna"), left, leftAddress));
            take(Told.traits(run + "/r", now, Map.of("language", "en"), right));
        }

        /** The same days pass, nobody is merged or parted. */
        void playButStayAsYouAre(Happening happening) {
            if (happening.kind == Happening.Kind.MERGE || happening.kind == Happening.Kind.PART) {
                now = now.plus(Duration.ofDays(happening.days));
            } else {
                play(happening);
            }
        }

        void play(Happening happening) {
            now = now.plus(Duration.ofDays(happening.days));
            var who = happening.left ? left : right;
            var id = run + "/" + taken;
            switch (happening.kind) {
                case ORDER -> take(happening.order(id, now, who));
                case RETURN_HOME ->
                    take(happening.order(id, now.minus(Duration.ofDays(happening.price)), who));
                case TOLD -> take(Told.traits(id, now, Map.of("shoe-size", Integer.toString(happening.price)), who));
                case AGREED, WITHDREW -> take(Told.ticked(id, now, happening.kind == Happening.Kind.AGREED,
                        happening.left ? leftAddress : right));
                case CONFIRMED -> take(Told.confirmed(id, now, happening.left ? leftAddress : right));
                case MERGE -> becomeOne();
                case PART -> becomeTwo();
            }
        }

        void becomeOne() {
            if (!one) {
                engine.get(Merging.class).merge(customer(true), customer(false));
                one = true;
            }
        }

        void becomeTwo() {
            if (one) {
                engine.get(Merging.class).unmerge(rightOwner);
                one = false;
            }
        }

        long customer(boolean isLeft) {
            var found = Objects.requireNonNull(engine.get(CustomerSearch.class).find(isLeft ? left : right));
            if (!isLeft && !one) {
                rightOwner = found;
            }
            return found;
        }

        Memory memory(boolean isLeft) {
            return Objects.requireNonNull(engine.get(CustomerFile.class).card(customer(isLeft))).memory();
        }

        private void take(CustomerEvent event) {
            taken++;
            engine.take(event);
        }
    }
}
