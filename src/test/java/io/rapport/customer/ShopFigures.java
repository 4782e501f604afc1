package io.rapport.customer;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;

import io.rapport.facts.Snapshot;
import io.rapport.facts.Worth;
import io.rapport.forecast.CustomerForecast;
import io.rapport.forecast.ModelParameters;
import io.rapport.rulebook.RuleFiles;
import io.rapport.rulebook.RulebookCompiler;

/** What the rules that ship decide of a shop, in figures; {@code main} prints them of any file of order lines. */
final class ShopFigures {

    private static final int YEAR = 365;

    private ShopFigures() {}

    static double expectedMargin(OrdersOfAShop.Decided each, OrdersOfAShop.Day day) {
        var forecast = forecast(each, day);
        return forecast == null ? 0 : forecast.orders(YEAR) * forecast.marginPerPurchase();
    }

    /** Of a year: a call after each order, four with news, twelve of planning, as the relationship asks for. */
    static double costOfCare(OrdersOfAShop.Decided each, OrdersOfAShop.Day day, double call) {
        var forecast = forecast(each, day);
        var orders = forecast == null ? 0 : forecast.orders(YEAR);
        return call * switch (each.value("relationship")) {
            case "accountable" -> orders;
            case "proactive" -> orders + 4;
            case "partnership" -> orders + 16;
            default -> 0;
        };
    }

    static CustomerForecast forecast(OrdersOfAShop.Decided each, OrdersOfAShop.Day day) {
        return each.memory().purchases() == null ? null
                : Objects.requireNonNull(ModelParameters.of(day.snapshot())).of(each.memory().purchases(), today(day));
    }

    private static LocalDate today(OrdersOfAShop.Day day) {
        return LocalDate.ofInstant(day.snapshot().at(), ZoneOffset.UTC);
    }

    /** @param args the file; then days before its end to look from; then accounts to tell in full */
    public static void main(String[] args) throws IOException {
        var shop = OrdersOfAShop.of(Path.of(args[0]));
        var at = shop.latest().minus(Duration.ofDays(args.length > 1 ? Long.parseLong(args[1]) : 0));
        try (var rulebook = new RulebookCompiler().read(RuleFiles.ofFolder(Path.of("rules"))).rulebook()) {
            var day = shop.decidedAt(at, rulebook);
            var later = shop.memoriesAt(at.plus(Duration.ofDays(90)), rulebook);
            print(day, each -> each.value("tier") + " " + each.value("relationship"));
            print(day, each -> each.value("portfolio") + " " + each.value("retention"));
            print(day, each -> each.value("churn-level") + " " + each.value("retention"));
            print(day, each -> "account size " + each.value("account-size") + " " + each.value("status"));
            for (var concept : List.of("churn-level", "stage")) {
                var bought = new TreeMap<String, int[]>();
                day.customers().stream().filter(each -> each.memory().purchases() != null).forEach(each -> {
                    var counts = bought.computeIfAbsent(each.value(concept), _ -> new int[2]);
                    counts[0]++;
                    counts[1] += later.get(each.account()).purchases().days() > each.memory().purchases().days() ? 1 : 0;
                });
                bought.forEach((value, n) -> System.out.printf("%-14s %-14s %6d bought again %.3f%n", concept, value, n[0],
                        n[1] / (double) n[0]));
            }
            var tasks = new TreeMap<String, Integer>();
            day.customers()
                    .forEach(each -> each.decision().actions().forEach(action -> tasks.merge(action.what(), 1, Integer::sum)));
            System.out.println("tasks " + tasks);
            var margin = day.customers().stream().mapToDouble(each -> Worth.currentValue(each.memory(), today(day).toEpochDay()))
                    .sum();
            var over = day.customers().stream().filter(each -> each.memory().purchases() != null
                    && costOfCare(each, day, 30) > Math.max(0, expectedMargin(each, day)) + 0.01).count();
            System.out.printf(
                    "equity %.0f, margin of the year %.0f, ratio %.2f, care %.0f of %.0f expected, dearer than expected %d%n",
                    day.snapshot().measures().get(Snapshot.EQUITY)[0], margin,
                    day.snapshot().measures().get(Snapshot.EQUITY)[0] / margin,
                    day.customers().stream().filter(each -> each.memory().purchases() != null)
                            .mapToDouble(each -> costOfCare(each, day, 30)).sum(),
                    day.customers().stream().filter(each -> each.memory().purchases() != null)
                            .mapToDouble(each -> expectedMargin(each, day)).sum(),
                    over);
            System.out.println(java.util.Arrays.toString(day.snapshot().measures().get(ModelParameters.MEASURE)));
            day.customers().stream()
                    .filter(each -> List.of(args).subList(Math.min(2, args.length), args.length).contains(each.account()))
                    .forEach(each -> tell(each, day));
        }
    }

    private static void tell(OrdersOfAShop.Decided each, OrdersOfAShop.Day day) {
        var bought = each.memory().purchases();
        var forecast = forecast(each, day);
        System.out.printf(
                "| %s | %d days, margin %.0f, silent %d | %s %s %s, %s, %s, churn %s, %s, %s | LTV %.0f, second %.0f, at risk %.0f |%n",
                each.account(), bought.days(), bought.margin(), today(day).toEpochDay() - bought.last().toEpochDay(),
                each.value("tier"),
                each.value("status"), each.value("account-size"), each.value("relationship"), each.value("portfolio"),
                each.value("churn-level"), each.value("retention"),
                each.decision().actions().stream().map(a -> a.what()).toList(),
                forecast.lifetimeValue(), forecast.secondLifetimeValue(), forecast.valueAtRisk());
    }

    private static void print(OrdersOfAShop.Day day, Function<OrdersOfAShop.Decided, String> by) {
        var counts = new TreeMap<String, Integer>();
        day.customers().forEach(each -> counts.merge(by.apply(each), 1, Integer::sum));
        System.out.println(counts);
    }
}
