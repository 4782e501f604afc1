package io.rapport.intake.orders;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What has become of an order, as far as it matters here. */
enum OrderStatus {
    /** Somebody has bought. */
    PLACED("paid", "partially paid", "processing", "completed", "complete", "fulfilled", "partially fulfilled", "shipped",
            "delivered", "confirmed", "succeeded", "authorized", "partially refunded", "partially returned", "closed", "placed",
            "bezahlt", "versandt", "abgeschlossen", "payée", "expédiée", "已付款", "已支付", "已发货", "已完成", "部分退款", "交易成功"),
    /** He bought and gave all of it back. */
    RETURNED("refunded", "returned", "fully refunded", "erstattet", "remboursée", "已退款", "已退货", "全额退款"),
    /** It never came to pass, or no longer counts. */
    CANCELLED("cancelled", "canceled", "voided", "void", "failed", "expired", "declined", "deleted", "trash", "storniert",
            "annulée",
            "已取消", "交易关闭", "已关闭"),
    /** Not yet bought: told again when it is. */
    OPEN("pending", "pending payment", "on hold", "unpaid", "draft", "open", "checkout draft", "offen", "en attente", "待付款",
            "未付款",
            "待支付");

    private static final Pattern BETWEEN = Pattern.compile("[\\s_-]+");

    private static final Map<String, OrderStatus> USUAL = usual();

    private final List<String> words;

    OrderStatus(String... words) {
        this.words = List.of(words);
    }

    /** The word in route files: {@code returned}. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static List<String> words() {
        return Arrays.stream(values()).map(OrderStatus::word).toList();
    }

    static Optional<OrderStatus> ofWord(String word) {
        return Arrays.stream(values()).filter(status -> status.word().equals(word.strip())).findFirst();
    }

    /** What shops usually mean by a word. */
    static Optional<OrderStatus> usual(String written) {
        return Optional.ofNullable(USUAL.get(plain(written)));
    }

    /** {@code partially refunded} for {@code PARTIALLY_REFUNDED}. */
    static String plain(String written) {
        return BETWEEN.matcher(written.strip().toLowerCase(Locale.ROOT)).replaceAll(" ");
    }

    private static Map<String, OrderStatus> usual() {
        Map<String, OrderStatus> usual = new HashMap<>();
        for (OrderStatus status : values()) {
            status.words.forEach(word -> usual.put(word, status));
        }
        return Map.copyOf(usual);
    }
}
