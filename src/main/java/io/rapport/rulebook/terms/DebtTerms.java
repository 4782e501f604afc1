package io.rapport.rulebook.terms;

import static io.rapport.facts.Situation.Scope.CUSTOMER;
import static io.rapport.rulebook.Phrase.Shape.AT_LEAST;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

import io.rapport.facts.Memory;
import io.rapport.facts.Situation;
import io.rapport.rulebook.Motion;
import io.rapport.rulebook.Term;
import org.jspecify.annotations.Nullable;

/** What a customer owes beyond its time. */
public final class DebtTerms {

    private DebtTerms() {}

    public static List<Term> all() {
        return List.of(balance(), age());
    }

    private static Term balance() {
        return Draft.number(CUSTOMER, "balance-overdue", (s, _, _) -> s.memory().balanceOverdue().toDouble())
                .noun("balance overdue", "逾期余额").money().bounds(0, 1e12).anchor(s -> "overdue since " + oldest(s))
                .help("Overdue invoices less what was paid of each, in the books' currency.").done();
    }

    private static Term age() {
        return Draft.number(CUSTOMER, "overdue-days", (s, _, day) -> {
            var oldest = oldest(s);
            return oldest == null ? Double.NaN
                    : Math.max(0, day - LocalDate.ofInstant(oldest, s.zone()).toEpochDay());
        }).noun("days since the oldest invoice fell overdue", "最早逾期发票的逾期天数").unit("days").whole().moving(new Motion.ByDay())
                .anchor(s -> "overdue since " + oldest(s))
                .say(AT_LEAST, "a balance has been overdue for {number} days", "有余额已逾期{number}天")
                .help("Of those not yet paid. Unknown when nothing is overdue.").done();
    }

    private static @Nullable Instant oldest(Situation situation) {
        return situation.memory().invoices().values().stream().filter(invoice -> invoice.open().isPositive())
                .map(Memory.Invoice::since).filter(Objects::nonNull).min(Instant::compareTo).orElse(null);
    }
}
