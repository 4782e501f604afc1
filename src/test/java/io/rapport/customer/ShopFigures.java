package io.rapport.customer;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

import io.rapport.customer.OrdersOfAShop.Day;
import io.rapport.customer.OrdersOfAShop.Decided;
import io.rapport.facts.DaySet;
import io.rapport.facts.Reason;
import io.rapport.facts.Snapshot;
import io.rapport.facts.Worth;
import io.rapport.forecast.CustomerForecast;
import io.rapport.forecast.ModelParameters;
import io.rapport.rulebook.RuleFiles;
import io.rapport.rulebook.Rulebook;
import io.rapport.rulebook.RulebookCompiler;
import org.jspecify.annotations.Nullable;

/** What the rules that ship decide of a shop, in figures; {@code main} prints them of any file of orders. */
final class ShopFigures {

    private static final int YEAR = 365;

    private static final List<String> TOLD = List.of("tier", "status", "stage", "account-size", "portfolio", "relationship",
            "churn-level", "churn-sign", "retention", "investment-class");

    private ShopFigures() {}

    /** Of the next year; of a shop without forecasts that of the last one. */
    static double expectedMargin(Decided each, Day day) {
        var forecast = forecast(each, day);
        return forecast == null ? Worth.currentValue(each.memory(), today(day).toEpochDay())
                : forecast.orders(YEAR) * forecast.marginPerPurchase();
    }

    /**
     * What the relationship and the retention of somebody ask for in a year: a call after each order, four with news, twelve of
     * planning; two calls before he is lost.
     */
    static double costOfCare(Decided each, Day day) {
        var calls = switch (each.value("relationship")) {
            case "accountable" -> orders(each, day);
            case "proactive" -> orders(each, day) + 4;
            case "partnership" -> orders(each, day) + 16;
            default -> 0;
        };
        return Double.parseDouble(each.value("cost-of-call")) * (calls + (each.value("retention").equals("rescue") ? 2 : 0));
    }

    private static double orders(Decided each, Day day) {
        var forecast = forecast(each, day);
        return forecast == null ? daysOfTheYear(each, day) : forecast.orders(YEAR);
    }

    private static int daysOfTheYear(Decided each, Day day) {
        var calendar = each.memory().purchases().calendar();
        var count = 0;
        for (var it = calendar.after((int) today(day).toEpochDay() - YEAR); it != DaySet.NO_DAY; it = calendar.after(it)) {
            count++;
        }
        return count;
    }

    static boolean isDearerThanExpected(Decided each, Day day) {
        return costOfCare(each, day) > Math.max(0, expectedMargin(each, day)) + 0.01;
    }

    static @Nullable CustomerForecast forecast(Decided each, Day day) {
        var parameters = ModelParameters.of(day.snapshot());
        return parameters == null || !each.hasBought() ? null : parameters.of(each.memory().purchases(), today(day));
    }

    static LocalDate today(Day day) {
        return LocalDate.ofInstant(day.snapshot().at(), ZoneOffset.UTC);
    }

    /**
     * @param args the file; then days before its end to look from; then numbers or accounts of customers to tell in full, or
     *     {@code all}
     */
    public static void main(String[] args) {
        var shop = OrdersOfAShop.of(Path.of(args[0]));
        var at = shop.latest().minus(Duration.ofDays(args.length > 1 ? Long.parseLong(args[1]) : 0));
        var told = List.of(args).subList(Math.min(2, args.length), args.length);
        try (var rulebook = new RulebookCompiler().read(RuleFiles.ofFolder(Path.of("rules"))).rulebook()) {
            var day = shop.decidedAt(at, rulebook);
            print(day);
            if (at.isBefore(shop.latest())) {
                printWhoCameBack(day, shop, rulebook);
            }
            day.buyers().stream().filter(each -> told.contains("all") || told.contains(each.account())
                    || told.contains(Long.toString(each.number()))).forEach(each -> tell(each, day, rulebook));
        }
    }

    private static void print(Day day) {
        print(day, each -> each.value("tier") + " " + each.value("relationship"));
        print(day, each -> each.value("portfolio") + " " + each.value("retention"));
        print(day, each -> each.value("churn-level") + " " + each.value("retention"));
        print(day, each -> each.value("account-size") + " " + each.value("status"));
        print(day, each -> each.value("stage"));
        print(day, each -> "investment " + each.value("investment-class"));
        print(day, each -> "signs " + each.values("churn-sign"));
        print(day, each -> "tasks " + each.tasks());
        var margin = sum(day, each -> Worth.currentValue(each.memory(), today(day).toEpochDay()));
        var equity = day.snapshot().measures().getOrDefault(Snapshot.EQUITY, new double[] {Double.NaN})[0];
        System.out.printf(Locale.ROOT,
                "equity %.0f, margin of the year %.0f, ratio %.2f; care %.0f of %.0f expected, dearer than expected %d%n",
                equity, margin, equity / margin, sum(day, each -> costOfCare(each, day)),
                sum(day, each -> expectedMargin(each, day)),
                day.buyers().stream().filter(each -> isDearerThanExpected(each, day)).count());
        System.out.println(Arrays.toString(day.snapshot().measures().get(ModelParameters.MEASURE)));
    }

    private static double sum(Day day, ToDoubleFunction<Decided> figure) {
        return day.buyers().stream().mapToDouble(figure).sum();
    }

    private static void print(Day day, Function<Decided, String> by) {
        var counts = day.buyers().stream().collect(Collectors.groupingBy(by, TreeMap::new, Collectors.counting()));
        System.out.println(counts);
    }

    /** The share of those of a value who bought within the 90 days after. */
    static TreeMap<String, Double> cameBack(Day day, OrdersOfAShop shop, Rulebook rulebook, String concept) {
        var later = shop.memoriesAt(day.snapshot().at().plus(Duration.ofDays(90)), rulebook);
        return day.buyers().stream().collect(Collectors.groupingBy(each -> each.value(concept), TreeMap::new, Collectors
                .averagingDouble(
                        each -> later.get(each.account()).purchases().days() > each.memory().purchases().days() ? 1 : 0)));
    }

    private static void printWhoCameBack(Day day, OrdersOfAShop shop, Rulebook rulebook) {
        for (var concept : List.of("churn-level", "stage", "status")) {
            System.out.println(concept + " bought again within 90 days " + cameBack(day, shop, rulebook, concept));
        }
    }

    /** Somebody in one line. */
    static String told(Decided each, Day day) {
        var bought = each.memory().purchases();
        var forecast = forecast(each, day);
        return String.format(Locale.ROOT,
                "%d (%s): %d purchase days, first %d and last %d days ago, margin %.0f, of the year %.0f; "
                        + "care costs %.0f, expected of a year %.0f in %.1f orders%s; %s %s",
                each.number(), each.account(), bought.days(),
                today(day).toEpochDay() - bought.first().toEpochDay(), today(day).toEpochDay() - bought.last().toEpochDay(),
                bought.margin().toDouble(), Worth.currentValue(each.memory(), today(day).toEpochDay()), costOfCare(each, day),
                expectedMargin(each, day), orders(each, day),
                forecast == null ? ""
                        : String.format(Locale.ROOT, ", LTV %.0f, second %.0f, at risk %.0f", forecast.lifetimeValue(),
                                forecast.secondLifetimeValue(), forecast.valueAtRisk()),
                TOLD.stream().flatMap(concept -> each.values(concept).stream()).toList(), each.tasks());
    }

    private static void tell(Decided each, Day day, Rulebook rulebook) {
        System.out.println("\n" + told(each, day));
        each.decision().conclusions().stream().filter(it -> TOLD.contains(it.concept())).forEach(it -> tell(
                it.concept() + (it.subject().isEmpty() ? "" : " of " + it.subject()) + " " + it.value(), it.reason(), rulebook));
        each.decision().actions().forEach(it -> tell("-> " + it.what(), it.reason(), rulebook));
    }

    private static void tell(String what, Reason why, Rulebook rulebook) {
        System.out.println("  " + what + ": " + rulebook.because(why, Locale.ENGLISH) + " / "
                + rulebook.because(why, Locale.CHINESE));
    }
}
