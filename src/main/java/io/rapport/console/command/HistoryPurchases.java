package io.rapport.console.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;

import org.jspecify.annotations.Nullable;

import io.rapport.facts.EventData;
import io.rapport.facts.EventTypes;
import io.rapport.forecast.Histories;
import io.rapport.intake.HistoryFile;
import io.rapport.intake.OrderFile;

/** The purchases of a file of orders or events, read as the orders door reads them. */
final class HistoryPurchases {

    private static final String REGION = "GB";

    private static final int LOOK_EVERY = 5_000;

    private final Terminal terminal;
    private final ZoneId zone;
    private final Histories.Collector collector = new Histories.Collector();
    private long rejected;
    private long read;
    private long taken;
    private String firstReason = "";

    private HistoryPurchases(Terminal terminal, ZoneId zone) {
        this.terminal = terminal;
        this.zone = zone;
    }

    /**
     * @param routes the folder of routes, which say what the columns mean
     * @param zone whose calendar days purchases merge by
     * @throws Failed if the file cannot be read or holds no purchase
     */
    static Histories of(Path file, @Nullable Path routes, ZoneId zone, Terminal terminal) {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new Failed(ExitCode.WRONG_USAGE, terminal.word("failed.file", file));
        }
        var purchases = new HistoryPurchases(terminal, zone);
        try {
            HistoryFile.mappedBy(Folders.existing(routes, "routes", terminal), REGION, Clock.systemUTC()).read(file,
                    (next, _) -> purchases.take(next));
            terminal.progressEnds();
            if (purchases.rejected > 0) {
                terminal.tell(terminal.word("quality.rejected", purchases.rejected, purchases.firstReason));
            }
            if (purchases.taken == 0) {
                throw new Failed(ExitCode.WRONG_FILES, terminal.word("quality.no-purchases", file.getFileName()));
            }
            return purchases.collector.histories();
        } catch (IOException | IllegalArgumentException unfit) {
            throw new Failed(ExitCode.WRONG_FILES, String.valueOf(unfit.getMessage()));
        }
    }

    private void take(OrderFile.Read next) {
        switch (next) {
            case OrderFile.Event(var event, var _) -> {
                if (event.is(EventTypes.ORDER_PLACED) && event.data() instanceof EventData.Order order
                        && !order.lines().isEmpty() && !event.identities().isEmpty()) {
                    collector.add(event.identities().getFirst().key(), LocalDate.ofInstant(event.time(), zone),
                            order.amount().toDouble());
                    taken++;
                }
            }
            case OrderFile.Rejected refused -> {
                firstReason = rejected++ == 0 ? refused.reason() : firstReason;
            }
        }
        if (++read % LOOK_EVERY == 0) {
            terminal.progress(terminal.word("quality.reading", read));
        }
    }
}
