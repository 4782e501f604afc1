package io.rapport.intake.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import io.rapport.facts.CustomerEvent;
import io.rapport.facts.EventData;
import io.rapport.intake.HistoryFile;
import io.rapport.intake.OrderFile;
import io.rapport.intake.RoutesOfTheHouse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryFileTests {

    private static final Clock NOW = Clock.fixed(Instant.parse("2026-12-01T09:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path folder;

    @Test
    void readsTheSampleByTheShippedMappingWithNothingRunning() throws IOException {
        var reads = read(RoutesOfTheHouse.FOLDER, Path.of("src/samples/orders-online-retail.csv"));

        assertThat(reads).hasSize(989).allMatch(OrderFile.Event.class::isInstance);
        assertThat(reads.stream().map(each -> ((OrderFile.Event) each).event().type()).distinct())
                .containsExactlyInAnyOrder("order.placed", "order.returned");
    }

    @Test
    void readsAStreamOfPurchasesOneEventALine() throws IOException {
        var file = Files.writeString(folder.resolve("events.csv"), """
                ts,customer_id,type,amount,ref
                1997-01-01T12:00:00Z,4,PURCHASE,29.33,2
                1997-01-18T12:00:00Z,4,RETURN,-29.73,2
                1997-01-19T12:00:00Z,4,PURCHASE,many,2
                """);

        var reads = read(RoutesOfTheHouse.FOLDER, file);

        assertThat(reads.stream().filter(OrderFile.Event.class::isInstance).map(each -> ((OrderFile.Event) each).event()))
                .extracting(CustomerEvent::type, each -> ((EventData.Order) each.data()).amount().toString())
                .containsExactly(tuple("order.placed", "29.33"),
                        tuple("order.returned", "29.73"));
        assertThat(reads.getLast()).isInstanceOfSatisfying(OrderFile.Rejected.class,
                bad -> assertThat(bad.reason()).startsWith("events.csv:4:").contains("[many]"));
    }

    @Test
    void saysWhichFileIsMissingWhenNobodySaysWhatTheColumnsMean() {
        assertThatThrownBy(() -> HistoryFile.mappedBy(folder, "GB", NOW))
                .hasMessageContaining("12-orders-in.camel.yaml").hasMessageContaining("Maybe");
    }

    @Test
    void refusesARouteFileWithoutTheMapping() throws IOException {
        Files.writeString(folder.resolve(HistoryFile.MAPPING), "- route: {id: another}\n");

        assertThatThrownBy(() -> HistoryFile.mappedBy(folder, "GB", NOW)).hasMessageContaining("[order-columns]");
    }

    private static List<OrderFile.Read> read(Path routes, Path file) throws IOException {
        List<OrderFile.Read> reads = new ArrayList<>();
        HistoryFile.mappedBy(routes, "GB", NOW).read(file, (read, _) -> reads.add(read));
        return reads;
    }
}
