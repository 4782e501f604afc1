package io.rapport.console.command;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import io.rapport.forecast.ModelParameters;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Fits the forecasts to a history and shows what came out. */
@Command(name = "fit")
final class FitCommand extends Subcommand {

    @Option(names = "--history", required = true, paramLabel = "FILE")
    @Nullable
    private Path history;

    @Option(names = "--until", paramLabel = "DATE")
    @Nullable
    private LocalDate until;

    @Option(names = "--tau", paramLabel = "DAYS", defaultValue = "0")
    private double tau;

    @Option(names = "--routes", paramLabel = "DIR")
    @Nullable
    private Path routes;

    @Option(names = "--zone", paramLabel = "ZONE", defaultValue = "UTC")
    @Nullable
    private ZoneId zone;

    @Override
    protected int run(Terminal terminal) {
        var days = Objects.requireNonNull(zone, "it has a default");
        var purchases = HistoryPurchases.of(Objects.requireNonNull(history, "it is required"), routes, days, terminal);
        var last = until == null ? purchases.last() : until;
        var parameters = ModelParameters.fit(purchases, last, tau > 0 ? tau : ModelParameters.usualTau(purchases, last));
        if (parameters == null) {
            throw new Failed(ExitCode.WRONG_FILES, terminal.word("fit.none", ModelParameters.FEWEST_CUSTOMERS));
        }
        if (terminal.json()) {
            terminal.sayJson(parameters);
        } else {
            say(parameters, terminal);
        }
        warn(parameters, LocalDate.now(Clock.system(days)), terminal);
        return ExitCode.FINE;
    }

    private static void say(ModelParameters parameters, Terminal terminal) {
        var outlook = parameters.outlook();
        var model = outlook.model();
        var spend = outlook.spend();
        var weights = outlook.weights();
        terminal.say(
                terminal.word("fit.customers", parameters.customers(), parameters.until(), number(parameters.logLikelihood())));
        terminal.say(terminal.word("fit.model", number(model.r()), number(model.alpha()), number(model.a()), number(model.b()),
                number(spend.p()), number(spend.q()), number(spend.v())));
        terminal.say(terminal.word("fit.weights", number(weights.intercept()), number(weights.model()), number(weights.decayed()),
                number(weights.days()), number(weights.spend())));
        terminal.say(terminal.word("fit.tau", number(outlook.tauDays())));
    }

    private static void warn(ModelParameters parameters, LocalDate today, Terminal terminal) {
        if (parameters.isThin()) {
            terminal.tell(terminal.word("fit.thin", parameters.customers(), ModelParameters.FEW_CUSTOMERS));
        }
        if (parameters.isStale(today)) {
            terminal.tell(terminal.word("fit.stale", parameters.until(), ModelParameters.FRESH_MONTHS));
        }
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }
}
