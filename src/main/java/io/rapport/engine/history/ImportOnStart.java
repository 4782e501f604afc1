package io.rapport.engine.history;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

import io.rapport.customer.Population;
import io.rapport.engine.HistoryImport;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** {@code --rapport.import.file=orders.csv.gz}: imports the file, says how many customers each value has, and ends. */
@Component
@ConditionalOnProperty("rapport.import.file")
final class ImportOnStart {

    private final HistoryImport histories;
    private final Population population;
    private final ImportSettings settings;
    private final ConfigurableApplicationContext context;

    ImportOnStart(HistoryImport histories, Population population, ImportSettings settings,
            ConfigurableApplicationContext context) {
        this.histories = histories;
        this.population = population;
        this.settings = settings;
        this.context = context;
    }

    /** After the routes are open: they say how the shop writes its orders. */
    @EventListener(ApplicationReadyEvent.class)
    @Order(100)
    void run() {
        var file = Path.of(String.valueOf(settings.file()));
        var begin = System.nanoTime();
        var bar = new ProgressBar(System.out, String.valueOf(file.getFileName()));
        var end = histories.run(file, bar::show);
        bar.end();
        System.out.printf(Locale.ROOT, "%,d events are in; this start took %d s.%n%s", end.events(),
                Duration.ofNanos(System.nanoTime() - begin).toSeconds(),
                new ValueTable(population.countValues(), population.countCustomers()));
        if (settings.exit()) {
            System.exit(SpringApplication.exit(context));
        }
    }
}
