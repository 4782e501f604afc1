package io.rapport.engine;

import static io.rapport.engine.Told.account;
import static io.rapport.engine.Told.email;
import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.customer.CustomerFile;
import io.rapport.customer.CustomerSearch;
import io.rapport.facts.CustomerEvent;
import io.rapport.facts.Identity;
import io.rapport.facts.Memory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
    record Happening(boolean left, int days, int price, Kind kind) {
        enum Kind {
            ORDER, RETURN_HOME, TOLD, MERGE, PART
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

        var customer = pair.customer(true);
        assertThat(engine.get(Refold.class).fold(customer)).isEqualTo(pair.memory(true));
    }

    @Provide
    Arbitrary<List<Happening>> happenings() {
        return Combinators.combine(
                Arbitraries.of(true, false), Arbitraries.integers().between(0, 60), Arbitraries.integers().between(1, 500),
                Arbitraries.of(Happening.Kind.values())).as(Happening::new).list().ofMinSize(1).ofMaxSize(12);
    }

    /** Without numbers, and without what rules concluded on the way: two histories may reach the same by other steps. */
    private static List<Object> facts(Memory memory) {
        var counted = new java.util.TreeMap<>(memory.tallies());
        counted.keySet().removeIf(name -> name.endsWith(".moved") || name.startsWith("contact."));
        return List.of(
                counted, String.valueOf(memory.purchases()), memory.productLines(), memory.traits(), memory.traitsAt(),
                memory.consents());
    }

    private static final class Pair {

        private final int run = RUN.incrementAndGet();
        private final Identity left = account("L" + run);
        private final Identity right = email("r" + run);
        private int taken;
        private Instant now = START;
        private boolean one;
        private long rightOwner;

        void begin() {
            take(Told.traits(run + "/l", now, Map.of("name", "Anna"), left));
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
                case ORDER -> take(Told.order(id, now, happening.price, who));
                case RETURN_HOME -> take(Told.order(id, now.minus(Duration.ofDays(happening.price)), happening.price, who));
                case TOLD -> take(Told.traits(id, now, Map.of("shoe-size", Integer.toString(happening.price)), who));
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
