package io.rapport.intake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;

import io.rapport.intake.orders.OrderColumns;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The books as setting, orders route and rates file say now. A rates file with a mistake changes nothing: the rates stay as they
 * were, and the mistake is printed.
 */
@Component
public final class CurrentBooks {

    private static final Logger LOG = LoggerFactory.getLogger(CurrentBooks.class);

    private final BookSettings settings;

    private volatile Books books = Books.in(OrderColumns.USUAL_CURRENCY);

    private List<Stamp> seen = List.of();

    private List<Stamp> inForce = List.of();

    CurrentBooks(BookSettings settings) {
        this.settings = settings;
    }

    /** A file as it was at one look; null for one that is not there. */
    private record Stamp(@Nullable FileTime modified, long size) {

        static Stamp of(Path file) {
            try {
                return new Stamp(Files.getLastModifiedTime(file), Files.size(file));
            } catch (IOException absent) {
                return new Stamp(null, 0);
            }
        }
    }

    public Books now() {
        return books;
    }

    /** Reads them for the first time, before anything is booked. */
    public synchronized void open(Path routes) {
        seen = stamps(routes);
        read(routes);
    }

    /** Reads what was saved since; a file takes effect when two looks in a row saw the same, so that one half written is left alone. */
    public synchronized void follow(Path routes) {
        var now = stamps(routes);
        if (now.equals(seen) && !now.equals(inForce)) {
            read(routes);
        }
        seen = now;
    }

    private void read(Path routes) {
        inForce = seen;
        var before = books;
        var currency = settings.currencyOr(shopCurrency(routes, before.currency()));
        books = new Books(currency, rates(routes, currency, before.rates()));
        if (!currency.equals(before.currency())) {
            LOG.info("The books are kept in {}", currency);
        }
    }

    private static String shopCurrency(Path routes, String otherwise) {
        try {
            return HistoryFile.columns(routes).currency();
        } catch (IOException | RuntimeException toldByTheDoor) {
            return otherwise;
        }
    }

    private static Rates rates(Path routes, String currency, Rates otherwise) {
        try {
            var rates = ratesIn(routes, currency);
            LOG.info("{} is in force, {} rates", Rates.FILE, rates.size());
            return rates;
        } catch (Malformed mistake) {
            System.out.println(mistake.reason());
            return otherwise;
        } catch (IOException unreadable) {
            LOG.warn("{} cannot be read, the rates stay: {}", Rates.FILE, unreadable.getMessage());
            return otherwise;
        }
    }

    /** What the file of a folder says; no rates if there is no file. */
    static Rates ratesIn(Path routes, String currency) throws IOException, Malformed {
        try {
            var text = new String(Files.readAllBytes(routes.resolve(Rates.FILE)), StandardCharsets.UTF_8);
            return Rates.read(text, currency, "routes/" + Rates.FILE);
        } catch (NoSuchFileException none) {
            return Rates.NONE;
        }
    }

    private static List<Stamp> stamps(Path routes) {
        return List.of(Stamp.of(routes.resolve(HistoryFile.MAPPING)), Stamp.of(routes.resolve(Rates.FILE)));
    }
}
