package io.rapport.console.customers;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

import io.rapport.console.Amounts;
import io.rapport.console.NotDone;
import io.rapport.console.Times;
import io.rapport.console.Wording;
import io.rapport.decision.Change;
import io.rapport.decision.Flip;
import io.rapport.facts.Channel;
import org.jspecify.annotations.Nullable;

/** What might be otherwise: read out of an address, and said in the reader's language. */
public final class Changes {

    /** What can be asked for, in the order of the page: the name, and the fields it needs. */
    static final Map<String, List<String>> ASKED = ordered();

    private static final int MOST_DAYS = 3_653;

    private static final BigDecimal MOST_MONEY = BigDecimal.valueOf(1_000_000_000);

    private static final int MOST_DIGITS = 20;

    private final Wording wording;

    private final Times times;

    private final Amounts amounts;

    public Changes(Wording wording, Times times, Amounts amounts) {
        this.amounts = amounts;
        this.wording = wording;
        this.times = times;
    }

    private static Map<String, List<String>> ordered() {
        var asked = new java.util.LinkedHashMap<String, List<String>>();
        asked.put("later", List.of("days"));
        asked.put("consent", List.of("channel", "given"));
        asked.put("order", List.of("product", "amount"));
        asked.put("mail", List.of("text"));
        asked.put("complaint", List.of("channel"));
        asked.put("resolved", List.of());
        asked.put("birthday", List.of("day"));
        asked.put("delivered", List.of("days"));
        asked.put("lastpurchase", List.of("days"));
        asked.put("value", List.of("amount"));
        asked.put("days", List.of("days"));
        return java.util.Collections.unmodifiableMap(asked);
    }

    /**
     * The change that an address asks for.
     *
     * @param fields {@code what} and the fields of {@link #ASKED}
     * @return null when nothing is asked for
     * @throws NotDone when a field makes no sense
     */
    @Nullable
    Change asked(Map<String, String> fields, Instant now) {
        var what = fields.getOrDefault("what", "");
        if (what.isBlank()) {
            return null;
        }
        try {
            return read(what, fields, now);
        } catch (DateTimeException | IllegalArgumentException nonsense) {
            throw new NotDone("failed.whatif", nonsense, what);
        }
    }

    private static Change read(String what, Map<String, String> fields, Instant now) {
        return switch (what) {
            case "later" -> new Change.Later(now.plus(Duration.ofDays(days(fields, 1))));
            case "consent" -> new Change.Consent(channel(fields), !fields.getOrDefault("given", "").equals("false"));
            case "order" -> new Change.Orders(fields.getOrDefault("product", ""), money(fields));
            case "mail" -> new Change.Writes(fields.getOrDefault("text", ""));
            case "complaint" -> new Change.Complains(channel(fields));
            case "resolved" -> new Change.ComplaintsResolved();
            case "birthday" -> new Change.Trait("birthday", LocalDate.parse(fields.getOrDefault("day", "")).toString());
            case "delivered" -> new Change.Delivered(days(fields, 0));
            case "lastpurchase" -> new Change.LastPurchase(days(fields, 0));
            case "value" -> new Change.CurrentValue(money(fields).doubleValue());
            case "days" -> new Change.PurchaseDays(days(fields, 1));
            default -> throw new IllegalArgumentException("No such change: [" + what + "]");
        };
    }

    private static Channel channel(Map<String, String> fields) {
        return Channel.ofWord(fields.getOrDefault("channel", "email"));
    }

    private static int days(Map<String, String> fields, int least) {
        var days = Integer.parseInt(fields.getOrDefault("days", "").strip());
        if (days < least || days > MOST_DAYS) {
            throw new IllegalArgumentException("Days from " + least + " to " + MOST_DAYS + ", found [" + days + "]");
        }
        return days;
    }

    private static BigDecimal money(Map<String, String> fields) {
        var amount = new BigDecimal(fields.getOrDefault("amount", "").strip());
        if (amount.signum() < 0 || amount.compareTo(MOST_MONEY) > 0 || amount.scale() > MOST_DIGITS) {
            throw new IllegalArgumentException("No amount of money: [" + amount + "]");
        }
        return amount;
    }

    /** {@code had the last purchase been 60 days ago instead of 75}. */
    String words(Flip flip, Instant now) {
        return words(flip.change(), flip.instead(), now);
    }

    String words(Change change, @Nullable String instead, Instant now) {
        var before = instead == null ? wording.of("unknown") : instead;
        return switch (change) {
            case Change.Consent consent -> consent.given()
                    ? wording.of("change.consent", wording.word("channel", consent.channel().word()))
                    : wording.of("change.withdrawn", wording.word("channel", consent.channel().word()));
            case Change.Trait trait -> wording.of("change.trait", wording.word("trait", trait.trait()), trait.value());
            case Change.LastPurchase last ->
                wording.of("change.lastpurchase", last.daysAgo() + "", day(now, last.daysAgo()), before);
            case Change.CurrentValue value -> wording.of("change.value", amounts.of(value.value()), before);
            case Change.PurchaseDays days -> wording.of("change.days", days.days() + "", before);
            case Change.ComplaintsResolved _ -> wording.of("change.resolved");
            case Change.Complains complains ->
                wording.of("change.complaint", wording.word("channel", complains.channel().word()));
            case Change.Writes writes -> wording.of("change.mail", writes.text());
            case Change.Orders orders -> wording.of("change.order", orders.product(), amounts.of(orders.amount()));
            case Change.Delivered delivered -> wording.of("change.delivered", delivered.daysAgo() + "");
            case Change.Later later -> later(Duration.between(now, later.at()), times.at(later.at()));
        };
    }

    private String later(Duration ahead, String at) {
        return ahead.toDays() < 1 ? wording.of("change.soon", times.lasting(ahead), at)
                : wording.of("change.later", ahead.toDays() + "", at);
    }

    private String day(Instant now, int daysAgo) {
        ZoneId zone = times.zone();
        return times.day(LocalDate.ofInstant(now, zone).minusDays(daysAgo));
    }
}
