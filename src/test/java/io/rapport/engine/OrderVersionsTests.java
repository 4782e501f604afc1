package io.rapport.engine;

import static io.rapport.engine.Told.email;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import io.rapport.customer.CustomerFile;
import io.rapport.customer.CustomerSearch;
import io.rapport.facts.CustomerEvent;
import io.rapport.facts.EventData;
import io.rapport.facts.EventTypes;
import io.rapport.facts.Identity;
import io.rapport.intake.EventJson;
import io.rapport.intake.Malformed;
import io.rapport.intake.Quarantine;
import io.rapport.intake.Quarantined;
import io.rapport.intake.OrderContent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrderVersionsTests {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private static final Identity ANNA = email("anna");

    @TempDir
    Path directory;

    private Transactions engine;

    @BeforeEach
    void start() {
        engine = new Transactions(directory, NOON);
    }

    @AfterEach
    void stop() {
        engine.close();
    }

    @Test
    void countsAnOrderOfYesterdayOnce() {
        engine.take(told("orders/s/1/placed", "10", "20"), told("orders/s/2/placed", "5"), told("orders/s/2/placed/2", "6"));

        engine.take(version("1", "20", "10"), version("2", "5", "6"));

        assertThat(spend()).isEqualTo(41);
        assertThat(engine.get(Quarantine.class).count(Quarantined.Status.WAITING)).isZero();
    }

    @Test
    void putsAKnownOrderWithOtherLinesAsideAndAddsThemWhenPlayedAgain() throws Malformed {
        engine.take(version("1", "10"), version("1", "20"));
        engine.take(version("1", "20"));

        assertThat(spend()).isEqualTo(10);
        var aside = engine.get(Quarantine.class).list(Quarantined.Status.WAITING, 0, 10);
        assertThat(aside).singleElement().extracting(Quarantined::reason).asString()
                .startsWith("the order [1] is known with other lines");

        var bytes = engine.get(Quarantine.class).raw(aside.getFirst().id()).orElseThrow();
        engine.take(new EventJson().read(bytes));
        engine.take(new EventJson().read(bytes), version("1", "20"), version("1", "10", "20"));

        assertThat(spend()).as("added once, and the whole order is known now").isEqualTo(30);
        assertThat(engine.get(Quarantine.class).count(Quarantined.Status.WAITING)).isEqualTo(1);
    }

    private double spend() {
        var anna = Objects.requireNonNull(engine.get(CustomerSearch.class).find(ANNA));
        var card = Objects.requireNonNull(engine.get(CustomerFile.class).card(anna));
        return Objects.requireNonNull(card.memory().purchases()).spend().toDouble();
    }

    private static CustomerEvent version(String number, String... prices) {
        var unnamed = told("orders/s/" + number + "/placed", prices);
        return told("orders/s/" + number + "/placed/" + OrderContent.digest(List.of(unnamed)), prices);
    }

    private static CustomerEvent told(String id, String... prices) {
        var lines = new ArrayList<EventData.OrderLine>();
        for (var price : prices) {
            lines.add(new EventData.OrderLine("p" + price, "mug", BigDecimal.ONE, new BigDecimal(price), null, null));
        }
        return new CustomerEvent(id, "orders-in/a.csv", EventTypes.ORDER_PLACED, List.of(ANNA), NOON.minusSeconds(60),
                new EventData.Order(id.split("/")[2], "GBP", lines));
    }
}
