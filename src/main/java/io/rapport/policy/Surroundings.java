package io.rapport.policy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.rapport.rulebook.Concepts;
import io.rapport.facts.Conclusion;
import io.rapport.facts.Situation;
import io.rapport.facts.Snapshot;
import io.rapport.forecast.ModelParameters;
import io.rapport.policy.steps.Population;
import io.rapport.policy.wording.Dictionary;
import io.rapport.policy.wording.Form;
import org.jspecify.annotations.Nullable;

/** The population as far as one decision depends on it: where the customer stands, and who owns his product lines. */
record Surroundings(ScenarioWriter.Source source, boolean chinese) {

    private static final int YEAR = 365;

    /** Measures whose place follows from more than the memory, and the terms that say it. */
    private static final Map<String, String> FIGURES = Map.of(
            "historical-value", "historical-value-top", "potential-value", "potential-value-top", "needs-difference",
            "needs-difference-top", Snapshot.CONTRIBUTION, "profit-contribution");
    private static final int DIGITS = 9;

    List<List<String>> rows() {
        var snapshot = source.context().snapshot();
        var rows = new ArrayList<List<String>>();
        if (snapshot.customers() == 0 && snapshot.productLines().isEmpty()) {
            return rows;
        }
        rows.add(List.of(chinese ? "客户数" : "customers", Long.toString(snapshot.customers())));
        for (var measure : snapshot.measures().keySet().stream().sorted().toList()) {
            var top = top(measure);
            if (!Double.isNaN(top)) {
                rows.add(List.of(Dictionary.measureWord(measure, chinese), (chinese ? "前 " : "top ") + plain(top) + " %"));
            }
        }
        var forecasts = snapshot.measures().get(ModelParameters.MEASURE);
        if (forecasts != null) {
            rows.add(List.of(chinese ? "预测参数" : "forecast parameters",
                    Arrays.stream(forecasts).mapToObj(Double::toString).collect(Collectors.joining(" "))));
        }
        for (var line : snapshot.productLines().keySet().stream().sorted().toList()) {
            var figures = snapshot.productLines().get(line);
            if (figures != null) {
                rows.add(List.of((chinese ? "产品线" : "product line ") + Form.quoted(line), figures.customers()
                        + (chinese ? " 位客户,毛利率 " : " customers, margin ") + plain(figures.marginRate() * 100) + " %"));
            }
        }
        return rows;
    }

    private double top(String measure) {
        if (FIGURES.containsKey(measure)) {
            var figure = source.context().rulebook().figure(java.util.Objects.requireNonNull(FIGURES.get(measure)), situation());
            return figure.equals("unknown") ? Double.NaN : Double.parseDouble(figure);
        }
        var value = value(measure);
        var snapshot = source.context().snapshot();
        if (value == null || !Dictionary.isMeasure(measure)) {
            return Double.NaN;
        }
        return measure.equals(Population.RECENCY)
                ? 100 - snapshot.topPercent(measure, Math.nextUp(value))
                : snapshot.topPercent(measure, value);
    }

    /** The customer as the decision found him, with what it concluded. */
    private Situation situation() {
        var context = source.context();
        var conclusions = new HashMap<String, Conclusion>();
        source.decision().conclusions().stream().filter(one -> one.subject().isEmpty())
                .forEach(one -> conclusions.put(Concepts.key(one), one));
        return new Situation(
                Situation.Scope.CUSTOMER, null, source.after(), source.event(), source.decision().at(),
                source.after().zoneOr(context.zone()), context.snapshot(), context.tauDays(), conclusions);
    }

    private @Nullable Double value(String measure) {
        var memory = source.after();
        var purchases = memory.purchases();
        if (purchases == null) {
            return null;
        }
        var today = LocalDate.ofInstant(source.decision().at(), memory.zoneOr(source.context().zone())).toEpochDay();
        var margin = memory.tallies().get("margin");
        return switch (measure) {
            case "current-value" -> margin == null ? 0 : margin.days().sumBetween((int) today - YEAR + 1, (int) today).toDouble();
            case "spend" -> purchases.spend().toDouble();
            case "frequency" -> (double) purchases.days();
            case Population.RECENCY -> (double) Math.max(0, today - purchases.last().toEpochDay());
            default -> null;
        };
    }

    private static String plain(double value) {
        return new BigDecimal(value).setScale(DIGITS, RoundingMode.HALF_EVEN).stripTrailingZeros().toPlainString();
    }
}
