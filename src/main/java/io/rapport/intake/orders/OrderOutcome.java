package io.rapport.intake.orders;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.rapport.facts.Currencies;
import io.rapport.facts.EventData.Order;
import io.rapport.facts.EventData.OrderLine;
import org.jspecify.annotations.Nullable;

/**
 * What has become of an order, as its file says it now.
 *
 * @param refunded how much was paid back so far, in the order's currency, at least 0; null if the file does not say
 * @param refundTime when; null if the file does not say
 */
record OrderOutcome(OrderStatus status, @Nullable BigDecimal refunded, @Nullable Instant refundTime) {

    /**
     * What came back, beside the lines that say so themselves. All of it: the lines as they are. A part of the money: the same
     * share of each line, so that each gives back the same share of its margin. Never more than the order brought: shipping and
     * taxes are paid back too, and are not counted here.
     *
     * @param kept lines that were bought
     * @param returned lines that came back, amounts above 0
     */
    List<OrderLine> refund(List<OrderLine> kept, List<OrderLine> returned, String currency) {
        BigDecimal total = amount(kept, currency);
        BigDecimal open = refunded == null
                ? status == OrderStatus.RETURNED ? total : BigDecimal.ZERO
                : refunded.subtract(amount(returned, currency));
        if (open.signum() <= 0 || total.signum() <= 0) {
            return List.of();
        }
        return open.compareTo(total) >= 0 ? kept : shares(open, total, kept, currency);
    }

    private static List<OrderLine> shares(BigDecimal open, BigDecimal total, List<OrderLine> kept, String currency) {
        int digits = Currencies.digits(currency);
        List<OrderLine> shares = new ArrayList<>();
        BigDecimal above = BigDecimal.ZERO;
        BigDecimal given = BigDecimal.ZERO;
        for (OrderLine line : kept) {
            above = above.add(amount(List.of(line), currency));
            // from the sum so far, so that the parts are the whole to the cent
            BigDecimal upToHere = open.multiply(above).divide(total, digits, RoundingMode.HALF_EVEN);
            BigDecimal share = upToHere.subtract(given);
            given = upToHere;
            if (share.signum() != 0) {
                shares.add(new OrderLine(line.product(), line.description(), BigDecimal.ONE, share, null, null));
            }
        }
        return shares;
    }

    private static BigDecimal amount(List<OrderLine> lines, String currency) {
        return lines.isEmpty() ? BigDecimal.ZERO : new Order("", currency, lines).amount().toBigDecimal();
    }
}
