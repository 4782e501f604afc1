package io.rapport.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ObjDoubleConsumer;

import io.rapport.intake.orders.OrderColumns;
import io.rapport.intake.orders.OrderSettings;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Reads a file of history with nothing running: no Spring, no Camel, no database. The doors and the import read the same way. */
public final class HistoryFile {

    /** Where the shop says how it writes its orders, below the folder of routes. */
    public static final String MAPPING = "12-orders-in.camel.yaml";

    private static final String ROUTE = "order-columns";

    private final OrderSettings settings;

    private HistoryFile(OrderSettings settings) {
        this.settings = settings;
    }

    /**
     * Learns from the route file which column means what.
     *
     * @param routes the folder with {@value #MAPPING}
     * @param region where a phone number without country code belongs, two letters of ISO 3166
     * @throws IOException if the route file cannot be read
     * @throws IllegalArgumentException if it does not say what it should
     */
    public static HistoryFile mappedBy(Path routes, String region, Clock clock) throws IOException {
        OrderColumns columns = columns(routes);
        try {
            var books = new Books(columns.currency(), CurrentBooks.ratesIn(routes, columns.currency()));
            return new HistoryFile(new OrderSettings(columns, new Identities(region), clock.instant().plus(Duration.ofDays(1)),
                    books));
        } catch (Malformed rates) {
            throw new IllegalArgumentException(rates.reason(), rates);
        }
    }

    /** What the route file says of orders. */
    static OrderColumns columns(Path routes) throws IOException {
        Path file = routes.resolve(MAPPING);
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException(
                    "No file [" + file + "] says which column means what\nMaybe name the folder of the routes.");
        }
        try (InputStream text = Files.newInputStream(file)) {
            return OrderColumns.of(variables(new Yaml(new SafeConstructor(new LoaderOptions())).load(text)));
        }
    }

    /**
     * Reads the whole file, one order in memory at a time.
     *
     * @param file CSV or JSON as the orders door reads it, or an event stream; also as gzip
     * @param found each read in the order of the file, an event or a record that could not be read; and how much of the file
     *     was read, 0 to 1
     * @throws IOException if the file cannot be closed; one that cannot be read is a rejected record
     */
    public void read(Path file, ObjDoubleConsumer<OrderFile.Read> found) throws IOException {
        try (OrderFile reads = OrderFile.open(file, settings, 0)) {
            while (reads.hasNext()) {
                found.accept(reads.next(), reads.share());
            }
        }
    }

    /** The constants that the route sets; whatever else stands in the file is Camel's business. */
    private static Map<String, Object> variables(Object yaml) {
        Map<String, Object> variables = new HashMap<>();
        for (Object entry : list(yaml)) {
            Map<?, ?> route = map(map(entry).get("route"));
            if (ROUTE.equals(route.get("id"))) {
                for (Object step : list(map(route.get("from")).get("steps"))) {
                    Map<?, ?> variable = map(map(step).get("setVariable"));
                    if (variable.get("name") != null && variable.get("constant") != null) {
                        variables.put(String.valueOf(variable.get("name")), variable.get("constant"));
                    }
                }
            }
        }
        if (variables.isEmpty()) {
            throw new IllegalArgumentException(
                    "No route [" + ROUTE + "] sets variables in the route file\nMaybe it was renamed: its id says what it is.");
        }
        return variables;
    }

    private static List<?> list(@Nullable Object value) {
        return value instanceof List<?> list ? list : List.of();
    }

    private static Map<?, ?> map(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }
}
