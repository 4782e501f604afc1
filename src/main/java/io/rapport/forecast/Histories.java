package io.rapport.forecast;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The purchases of many customers, merged per customer and calendar day. The same in whatever order they were told: customers
 * stand in the order of their keys, and the amounts of a day are added from the smallest on.
 */
public final class Histories {

    private final List<PurchaseDays> customers;
    private final int first;
    private final int last;

    private Histories(List<PurchaseDays> customers, int first, int last) {
        this.customers = customers;
        this.first = first;
        this.last = last;
    }

    static Histories of(List<PurchaseDays> customers) {
        var sorted = new ArrayList<>(customers);
        sorted.sort(Comparator.comparing(PurchaseDays::customer));
        var first = sorted.stream().mapToInt(PurchaseDays::first).min().orElseThrow();
        var last = sorted.stream().mapToInt(each -> each.days()[each.days().length - 1]).max().orElseThrow();
        return new Histories(List.copyOf(sorted), first, last);
    }

    /** Takes purchases in any order. */
    public static final class Collector {

        private static final Comparator<Purchase> BY_DAY = Comparator.comparingInt(Purchase::day)
                .thenComparingDouble(Purchase::amount);

        private final Map<String, List<Purchase>> byCustomer = new HashMap<>();

        private record Purchase(int day, double amount) {}

        /** @param amount in the books' currency; a purchase, never a return */
        public void add(String customer, LocalDate day, double amount) {
            byCustomer.computeIfAbsent(customer, _ -> new ArrayList<>(2)).add(new Purchase((int) day.toEpochDay(), amount));
        }

        /** @throws IllegalArgumentException if there was no purchase at all */
        public Histories histories() {
            var all = new ArrayList<PurchaseDays>(byCustomer.size());
            byCustomer.forEach((customer, purchases) -> all.add(merged(customer, purchases)));
            if (all.isEmpty()) {
                throw new IllegalArgumentException(
                        "The history holds [0] purchases.\nMaybe its type column names them otherwise.");
            }
            return of(all);
        }

        private static PurchaseDays merged(String customer, List<Purchase> purchases) {
            purchases.sort(BY_DAY);
            var days = purchases.stream().mapToInt(Purchase::day).distinct().toArray();
            var amounts = new double[days.length];
            var at = 0;
            for (var purchase : purchases) {
                at += days[at] == purchase.day() ? 0 : 1;
                amounts[at] += purchase.amount();
            }
            return new PurchaseDays(customer, days, amounts);
        }
    }

    public List<PurchaseDays> customers() {
        return customers;
    }

    /** The day of the earliest purchase. */
    public LocalDate first() {
        return LocalDate.ofEpochDay(first);
    }

    /** The day of the latest purchase. */
    public LocalDate last() {
        return LocalDate.ofEpochDay(last);
    }

    /** How many had bought before a day. */
    public int customersBefore(LocalDate day) {
        return until((int) day.toEpochDay() - 1).size();
    }

    int firstDay() {
        return first;
    }

    int lastDay() {
        return last;
    }

    /** Everybody who had bought by the end of a day, as known then. */
    List<PurchaseDays.Past> until(int day) {
        return customers.stream().filter(each -> each.first() <= day).map(each -> each.until(day)).toList();
    }
}
